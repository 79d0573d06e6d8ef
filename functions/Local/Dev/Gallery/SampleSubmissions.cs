using Core.Routing;

namespace Local.Dev.Gallery;

/// <summary>What invented people ask for in the gallery's stories: one submission for each way a request can go.</summary>
internal static class SampleSubmissions
{
    /// <summary>A partner's roster: consent, agreements, a deadline.</summary>
    public static Submission Partner { get; } = new()
    {
        Requester = new()
        {
            Name = "Robin Example", Email = "robin@partner.example", Organization = "Harbor Learning", Kind = RequesterKind.CommunityPartner,
            PartnerRegistration = new(Complete: true, HasAgreements: true),
        },
        Purpose = "See whether students in our tutoring group attend more often",
        Audience = "Our program staff",
        Data = new()
        {
            Level = DataLevel.IdentifiableRoster, SchoolYears = ["2023-24", "2024-25"], Population = "Grade 6, tutored students",
            Attributes = ["attendance rate", "grade level", "place of birth"], Scope = "Attendance of the students in our tutoring group",
        },
    };

    /// <summary>Counts for anybody: accepted at once.</summary>
    public static Submission Open { get; } = Partner with
    {
        Requester = new() { Name = "Kim Sample", Email = "kim@example.org", Kind = RequesterKind.Public },
        Data = new() { Level = DataLevel.Aggregate, SchoolYears = ["2024-25"], Attributes = ["attendance rate"], Scope = "Attendance rate by school" },
    };

    /// <summary>A reporter's request, which another office answers.</summary>
    public static Submission Media { get; } = Open with
    {
        Requester = new() { Name = "Jo Pressman", Email = "jo@paper.example", Organization = "The Example Paper", Kind = RequesterKind.Media },
    };

    /// <summary>What is given to nobody.</summary>
    public static Submission Forbidden { get; } = Open with
    {
        Data = new() { Level = DataLevel.DeIdentifiedStudentLevel, Attributes = ["immigration status"], Scope = "Immigration status of students, by school" },
    };

    /// <summary>An authority's request, made from its own desk.</summary>
    public static Submission Authority { get; } = Partner with
    {
        Requester = new() { Name = "Pat Badge", Email = "pat@police.example", Organization = "Example Police", Kind = RequesterKind.LawEnforcement },
        Purpose = "An investigation of a theft",
        Audience = "The investigating unit",
        Data = new() { Level = DataLevel.IndividualRecord, Attributes = ["attendance"], Scope = "Attendance of one student in March", SpecificStudents = true },
        ClaimedException = ClaimedException.PoliceCriminalInvestigation,
    };

    /// <summary>The same, asked for in person at a school.</summary>
    public static Submission AtTheCounter { get; } = Authority with
    {
        LegalProcess = LegalProcess.Subpoena,
        Visit = new() { Authority = Core.Routing.Authority.MunicipalPolice, School = "Harbor High", RecordedBy = new("Sam Counter", "sam@school.example") },
    };
}
