using Core.Policy;
using static Core.Routing.Disposition;
using static Core.Routing.RequesterKind;

namespace Core.Routing;

/// <summary>A submission as the rules look at it.</summary>
/// <param name="Submission">What is asked, without what is refused outright.</param>
/// <param name="Level">The level it really is.</param>
/// <param name="Policy">The policy in force.</param>
public sealed record Asked(Submission Submission, DataLevel Level, OfficePolicy Policy)
{
    /// <summary>Who asks.</summary>
    public RequesterKind Kind => Submission.Requester.Kind;
    /// <summary>One row a student, with or without identifiers.</summary>
    public bool IsStudentLevel => Level is DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster or DataLevel.IndividualRecord;
}

/// <summary>What a rule decides: where to, whether, why, and what may be asked instead.</summary>
public sealed record Outcome(Disposition Disposition, Office Office, Reason Reason, string? Alternative = null, bool Expedited = false);

/// <summary>One row of the routing table.</summary>
/// <param name="Name">How people call it.</param>
/// <param name="Matches">Whether it is about this submission.</param>
/// <param name="Decide">What it then decides.</param>
public sealed record RoutingRule(string Name, Func<Asked, bool> Matches, Func<Asked, Outcome> Decide);

/// <summary>
/// Where a request goes: policy section 3, rules 2 to 11, in order; the first that matches decides. Rule 1 (immigration or
/// citizenship status) comes before all of them and takes its part away: see <see cref="Triage"/>.
/// </summary>
public static class RoutingRules
{
    private const string AggregateInstead =
        "You may ask for aggregate data: counts and rates for groups of at least the smallest size we publish.";

    /// <summary>The table.</summary>
    public static IReadOnlyList<RoutingRule> All { get; } =
    [
        new("2 Warrant, subpoena or court order",
            asked => asked.Submission.LegalProcess is not null,
            asked => new(Review, Office.LegalAdvisor, asked.Submission.LegalProcess == LegalProcess.Warrant
                ? new("LegalProcess", "A warrant goes to the legal advisor, who decides first.", "LTR-2018")
                : new("LegalProcess", "A subpoena or court order goes to the legal advisor, who decides first. The family is notified before it is complied with, unless the order forbids it.", "LTR-2018; FERPA §99.31(a)(9)(ii)"))),

        new("3 Law enforcement with a claimed exception",
            asked => IsForLawEnforcement(asked) && asked.Submission.ClaimedException is not null,
            asked => new(Review, Office.LegalAdvisor, new("LawEnforcementException",
                "Law enforcement claims an exception: the legal advisor decides without delay, and the ground and who relied on it are recorded.",
                "PLAN-2020; FERPA §99.32(a)(5), §99.36"), Expedited: true)),

        new("3 Law enforcement",
            IsForLawEnforcement,
            _ => new(Review, Office.Superintendent, new("LawEnforcement",
                "A request by or for law enforcement without a warrant or exception is decided by the superintendent first.", "PLAN-2020"))),

        new("4 One student's record",
            asked => asked.Level == DataLevel.IndividualRecord,
            asked => Elsewhere(asked, Office.StudentRecords, "IndividualRecord", "One student's record is requested from the student records office, not here.", "ODA-03 (LGL-7)")),

        new("5 Media",
            asked => asked.Kind == Media,
            asked => Elsewhere(asked, Office.Communications, "Media", "Everything from the media goes to the communications office.", "ODA-03")),

        new("5 Public-records request",
            asked => asked.Submission.IsPublicRecordsRequest,
            asked => Elsewhere(asked, Office.PublicRecordsCenter, "PublicRecords", "A public-records request goes to the public records center.", "ODA-03")),

        new("6 Published already",
            asked => asked.Level == DataLevel.Published || asked.Submission.AnsweredByPublished,
            _ => new(Redirect, Office.DataAndAccountability, new("Published", "This is published already: nothing needs to be requested.", "ODA-03"),
                "Open the published dataset; nothing of your request is kept.")),

        new("7 Researcher without an approved proposal",
            asked => asked.Kind == Researcher && string.IsNullOrWhiteSpace(asked.Submission.Requester.ResearchApproval),
            asked => Elsewhere(asked, Office.ResearchReview, "ResearchApproval", "Research needs an approved proposal before any data can be shared.", "ODA-03")),

        new("7 Researcher", asked => asked.Kind == Researcher,
            _ => Accepted("Research", "Your approved proposal lets us work on this within the time for research.", "ODA-03")),

        new("8 Community partner", asked => asked.Kind == CommunityPartner,
            _ => Accepted("Partner", "Partners receive data under a signed agreement; the days count from its execution.", "ODA-03")),

        new("9 Outside agency, aggregate", asked => asked.Kind == OutsideAgency && asked.Level == DataLevel.Aggregate,
            _ => Accepted("Agency", "Agencies outside the district may receive aggregate data.", "ODA-03")),

        new("9 Outside agency, anything else", asked => asked.Kind == OutsideAgency,
            _ => Refused("AgencyAggregateOnly", "Agencies outside the district may receive aggregate data only.", "ODA-03")),

        new("10 School staff, own students",
            asked => asked.Kind is SchoolLeader or Teacher && asked.Submission.Requester.CoversOnlyOwnStudents,
            _ => Accepted("OwnStudents", "These are your own students this year: you have access as a school official.", "ODA-03; FERPA §99.31(a)(1)")),

        new("10 School staff, identifiable data of other students",
            asked => asked.Kind is SchoolLeader or Teacher && asked.Level == DataLevel.IdentifiableRoster,
            _ => new(Refuse, Office.DataAndAccountability, new("BeyondOwnStudents", "Identifiable data is open to you only for your own students of this year.", "ODA-03"),
                "You may ask for aggregate data, or for de-identified student-level data under an agreement, or limit the request to your own students.")),

        new("10 School staff", asked => asked.Kind is SchoolLeader or Teacher,
            _ => Accepted("SchoolStaff", "School staff may receive this beyond their own students.", "ODA-03")),

        new("10 Central office", asked => asked.Kind == CentralOffice,
            _ => Accepted("CentralOffice", "The central office has access as a school official for the legitimate educational interest you state.", "ODA-03; FERPA §99.31(a)(1)")),

        new("11 Families and the public", asked => !asked.IsStudentLevel,
            _ => Accepted("Open", "Aggregate and directory information are open to everybody.", "ODA-03")),

        new("11 Families and the public, student-level data", _ => true,
            _ => Refused("StudentLevelNotOpen", "Student-level data is not open to the public.", "ODA-03")),
    ];

    private static bool IsForLawEnforcement(Asked asked) =>
        asked.Kind == LawEnforcement
        || (NamesPoliceRecords(asked.Submission) && (Vocabulary.NamesLawEnforcement(asked.Submission.Audience) || Vocabulary.NamesLawEnforcement(asked.Submission.Purpose)));

    private static bool NamesPoliceRecords(Submission submission) =>
        Vocabulary.NamesPoliceRecords(submission.Data.Scope) || submission.Data.Attributes.Any(Vocabulary.NamesPoliceRecords);

    private static Outcome Accepted(string code, string text, string source) => new(Accept, Office.DataAndAccountability, new(code, text, source));

    private static Outcome Refused(string code, string text, string source) =>
        new(Refuse, Office.DataAndAccountability, new(code, text, source), AggregateInstead);

    private static Outcome Elsewhere(Asked asked, Office office, string code, string text, string source) =>
        new(Redirect, office, new(code, text, source), Reached(asked.Policy, office));

    private static string Reached(OfficePolicy policy, Office office)
    {
        var contact = policy.Offices[office];
        var ways = new[] { contact.Email, contact.Phone, contact.Url }.Where(way => !string.IsNullOrWhiteSpace(way));
        return $"Your request goes on there. Reach the {contact.Name}: {string.Join(", ", ways)}.";
    }
}
