namespace Local.Samples;

/// <summary>
/// Twenty working days at the office, invented from end to end: names, organizations, schools and figures. They leave requests of
/// many kinds in many states.
/// </summary>
internal static class SampleStory
{
    private const string AttendanceTable =
        "school,school year,students,attendance rate\n"
        + "Elm Hill School,2024-25,412,93.1\nElm Hill School,2023-24,398,92.4\n"
        + "Brook Street School,2024-25,287,91.8\nBrook Street School,2023-24,301,90.9\n"
        + "Quarry Road School,2024-25,356,94.0\nQuarry Road School,2023-24,349,93.6\n";

    /// <summary>The requests, in no order: their days give it.</summary>
    public static IReadOnlyList<Sample> All(DateOnly today) =>
    [
        // A partner's whole way: agreement, fulfilment, a file to fetch.
        new("sample-partner-delivered",
            Submission(
                Person("Marta Oduya-Lind", "marta@harbor-lantern.example.org", "CommunityPartner", "Harbor Lantern Tutoring", partner: true),
                "We plan next year's tutoring hours by where attendance is lowest.", "Our program team of six.",
                Data("Aggregate", "Attendance rates of the three schools we work with.", ["attendance rate"], ["2023-24", "2024-25"])),
            0,
            new Step(1, acts => acts.AssignAsync()),
            new Step(2, acts => acts.RequesterAsync("nda-signature", new { fullName = "Marta Oduya-Lind", title = "Program director", agreed = true })),
            new Step(3, acts => acts.CountersignAsync(today.AddYears(1))),
            new Step(12, acts => acts.DeliverAsync("attendance-by-school.csv", AttendanceTable))),

        // A request that nobody finished in time.
        new("sample-central-late",
            Submission(
                Person("Jonah Treacy-Abbot", "jonah.treacy@district.example.org", "CentralOffice", "Office of Student Support"),
                "To place two more counselors where chronic absence is highest.", "The student support leadership team.",
                Data("Aggregate", "How many students miss a tenth of their days, by school and grade.", ["chronic absence rate"], ["2024-25"])),
            1,
            new Step(2, acts => acts.AssignAsync()),
            new Step(2, acts => acts.StaffAsync("Note", new(StringComparer.Ordinal) { ["text"] = "The attendance extract runs again on Thursday." }))),

        // Handed to another office.
        new("sample-media",
            Submission(
                Person("Pia Wetherell", "pia@tidewater-gazette.example.org", "Media", "The Tidewater Gazette"),
                "A series on graduation rates.", "Our readers.",
                Data("Aggregate", "Four-year graduation rates by school.", ["graduation rate"], ["2023-24"])),
            6),

        // Refused, with what may be asked instead.
        new("sample-public-refused",
            Submission(
                Person("Gideon Farrowe", "gideon.farrowe@example.org", "Public", null),
                "My own analysis of test results.", "Nobody else.",
                Data("DeIdentifiedStudentLevel", "One row a student with test scores and grade.", ["test score", "grade level"], ["2024-25"])),
            7),

        // A roster of the teacher's own students, in work.
        new("sample-teacher",
            Submission(
                Person("Ines Calloway-Ruiz", "ines.calloway@district.example.org", "Teacher", "Brook Street School", ownStudents: true),
                "To form reading groups for the spring.", "Myself and our reading specialist.",
                Data("IdentifiableRoster", "The students of my two sections with their reading levels.", ["name", "grade level", "reading level"], ["2025-26"])),
            13,
            new Step(14, acts => acts.AssignAsync())),

        // An agreement waits to be signed.
        new("sample-researcher",
            Submission(
                Person("Dr. Abel Nakasone-Frey", "a.nakasone@larkfield.example.org", "Researcher", "Larkfield Institute", approval: "R-2026-014"),
                "A study of the move from grade 8 to grade 9.", "The study team; results are published in groups only.",
                Data("DeIdentifiedStudentLevel", "One row a student: grades 8 and 9, course credits, attendance.", ["grade level", "course credits", "attendance rate"], ["2023-24", "2024-25"])),
            14,
            new Step(15, acts => acts.AssignAsync())),

        // The requester has a question to answer.
        new("sample-parent-question",
            Submission(
                Person("Lucia Penhallow", "lucia.penhallow@example.org", "ParentOrStudent", null),
                "For the school site council.", "The council's twelve members.",
                Data("Aggregate", "How many students take the late bus.", ["late bus riders"], ["2024-25"])),
            15,
            new Step(16, acts => acts.AssignAsync()),
            new Step(17, acts => acts.StaffAsync("AskClarification", new(StringComparer.Ordinal) { ["question"] = "Do you need the number for each school or for the district as a whole, and for which months?" }))),

        // A fee to decide on.
        new("sample-agency-fee",
            Submission(
                Person("Tobias Merriweather-Kane", "t.kane@bayside-health.example.org", "OutsideAgency", "Bayside Health Commission"),
                "Planning of vision screenings.", "The commission's planning staff.",
                Data("Aggregate", "Enrollment by school, grade and home language, for ten years.", ["enrollment", "home language"], ["2023-24", "2024-25"])),
            15,
            new Step(16, acts => acts.AssignAsync()),
            new Step(17, acts => acts.StaffAsync("EstimateFee", new(StringComparer.Ordinal) { ["hours"] = 9, ["records"] = 40_000, ["note"] = "Ten years have to be brought together from two systems." }))),

        // Documents are missing.
        new("sample-partner-documents",
            Submission(
                Person("Odette Marsh-Ibarra", "odette@stepping-stones.example.org", "CommunityPartner", "Stepping Stones Mentoring", partner: true),
                "To match mentors with the students in our program.", "Our two coordinators.",
                Data("IdentifiableRoster", "The students in our program with grade and attendance.", ["name", "grade level", "attendance rate"], ["2025-26"])),
            16,
            new Step(17, acts => acts.AssignAsync())),

        // Withdrawn.
        new("sample-withdrawn",
            Submission(
                Person("Rufus Eddington", "rufus.eddington@example.org", "Public", null),
                "A neighborhood map.", "Our neighborhood association.",
                Data("Aggregate", "Enrollment by school.", ["enrollment"], ["2024-25"])),
            17,
            new Step(18, acts => acts.RequesterAsync("withdrawal", new { reason = "I found the figures among the published data." }))),

        // An approver decides first.
        new("sample-police",
            Submission(
                Person("Officer Wendell Brask", "w.brask@harborside-police.example.org", "LawEnforcement", "Harborside Police"),
                "Planning of patrols at dismissal time.", "The patrol division.",
                Data("Aggregate", "The number of students by school and dismissal time.", ["enrollment", "dismissal time"], ["2025-26"])),
            18),

        // New, with nobody yet.
        new("sample-new",
            Submission(
                Person("Beatrix Holloway-Osei", "b.holloway@district.example.org", "SchoolLeader", "Quarry Road School"),
                "The school's improvement plan.", "The instructional leadership team.",
                Data("Aggregate", "Chronic absence by grade, compared with schools of our size.", ["chronic absence rate"], ["2023-24", "2024-25"])),
            19),
    ];

    private static object Submission(object requester, string purpose, string audience, object data) => new { requester, purpose, audience, data, language = "en" };

    private static object Person(
        string name, string email, string kind, string? organization, bool partner = false, string? approval = null, bool ownStudents = false) => new
    {
        name,
        email,
        organization,
        kind,
        partnerRegistration = partner ? new { complete = true } : null,
        researchApproval = approval,
        coversOnlyOwnStudents = ownStudents,
    };

    private static object Data(string level, string scope, string[] attributes, string[] schoolYears) => new { level, scope, attributes, schoolYears };
}
