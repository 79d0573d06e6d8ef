using Core.Policy;
using static Core.Routing.Disposition;
using static Core.Routing.RequesterKind;

namespace Core.Routing;

/// <summary>A submission as the rules look at it.</summary>
/// <param name="Submission">What is asked, without what is refused outright.</param>
/// <param name="Level">The level it really is.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Published">The published datasets that fit it, best first.</param>
public sealed record Asked(Submission Submission, DataLevel Level, OfficePolicy Policy, IReadOnlyList<PublishedDataset> Published)
{
    /// <summary>Who asks.</summary>
    public RequesterKind Kind => Submission.Requester.Kind;
    /// <summary>One row a student, with or without identifiers.</summary>
    public bool IsStudentLevel => Level is DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster or DataLevel.IndividualRecord;
    /// <summary>A school leader's or teacher's own students of this year (ODA-03).</summary>
    public bool IsAboutOwnStudents => Kind is SchoolLeader or Teacher && Submission.Requester.CoversOnlyOwnStudents;
    /// <summary>The asker works for the district: the only ones who can be school officials (FERPA §99.31(a)(1)).</summary>
    public bool IsByStaff => Kind is SchoolLeader or Teacher or CentralOffice;
}

/// <summary>What a rule decides.</summary>
/// <param name="Disposition">What becomes of the request.</param>
/// <param name="Office">The office that has it.</param>
/// <param name="Code">The reason's stable name.</param>
/// <param name="Text">The reason as a sentence for the requester.</param>
/// <param name="Alternative">What may be asked, or where to go, instead.</param>
/// <param name="Expedited">It may not wait.</param>
public sealed record Outcome(Disposition Disposition, Office Office, string Code, string Text, string? Alternative = null, bool Expedited = false);

/// <summary>One row of the routing table.</summary>
/// <param name="Number">The rule of policy section 3 it belongs to.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">Where it comes from; the reason of every decision it makes cites this.</param>
/// <param name="Matches">Whether it is about this submission.</param>
/// <param name="Decide">What it then decides.</param>
public sealed record RoutingRule(int Number, string Name, string Source, Func<Asked, bool> Matches, Func<Asked, Outcome> Decide);

/// <summary>
/// Where a request goes: policy section 3, rules 2 to 11, in order; the first that matches decides. Rule 1 (immigration or
/// citizenship status) comes before all of them and takes its part away: see <see cref="Triage"/>.
/// </summary>
public static class RoutingRules
{
    /// <summary>The reason's code where school-police records are asked for law enforcement.</summary>
    public const string PoliceRecordsForLawEnforcement = "PoliceRecordsForLawEnforcement";

    /// <summary>The table.</summary>
    public static IReadOnlyList<RoutingRule> All { get; } =
    [
        new(2, "Warrant, subpoena or court order", "LTR-2018",
            asked => asked.Submission.LegalProcess is not null,
            _ => new(Review, Office.LegalAdvisor, "LegalProcess", "A warrant, subpoena or court order goes to the legal advisor, who decides first, whoever brings it.")),

        new(3, "Law enforcement with a claimed exception", "PLAN-2020; FERPA §99.32(a)(5), §99.36",
            asked => asked is { Kind: LawEnforcement, Submission.ClaimedException: not null },
            _ => new(Review, Office.LegalAdvisor, "LawEnforcementException",
                "Law enforcement claims an exception: the legal advisor decides without delay. The ground and who relied on it are recorded.", Expedited: true)),

        new(3, "Law enforcement", "PLAN-2020",
            asked => asked.Kind == LawEnforcement,
            _ => new(Review, Office.Superintendent, "LawEnforcement",
                "A request by law enforcement without a warrant, subpoena, court order or exception is decided by the superintendent first.")),

        new(3, "School-police records for law enforcement", "LTR-2018; FERPA §99.8; PLAN-2020",
            AsksPoliceRecordsForLawEnforcement,
            _ => new(Review, Office.Superintendent, PoliceRecordsForLawEnforcement,
                "School-police records asked for law enforcement go the way of law enforcement, whoever asks: the superintendent decides first.")),

        new(4, "One student's record", "ODA-03; LGL-7",
            asked => asked.Level == DataLevel.IndividualRecord,
            asked => Elsewhere(asked, Office.StudentRecords, "IndividualRecord", "One student's record is not given out by the data office.")),

        new(5, "Media", "ODA-03",
            asked => asked.Kind == Media,
            asked => Elsewhere(asked, Office.Communications, "Media", "Every request from the media goes through the communications office.")),

        new(5, "Public-records request", "ODA-03",
            asked => asked.Submission.IsPublicRecordsRequest,
            asked => Elsewhere(asked, Office.PublicRecordsCenter, "PublicRecords", "A public-records request goes to the public records center.")),

        new(6, "Published already", "ODA-03",
            asked => asked.Level == DataLevel.Published || asked.Submission.AnsweredByPublished,
            asked => new(Redirect, Office.DataAndAccountability, "Published", "This is published already: nothing needs to be requested.", Alternatives.English(asked.Policy).WherePublished(asked.Published))),

        new(7, "Researcher without an approved proposal", "ODA-03",
            asked => asked.Kind == Researcher && string.IsNullOrWhiteSpace(asked.Submission.Requester.ResearchApproval),
            asked => Elsewhere(asked, Office.ResearchReview, "ResearchApprovalRequired", "Research needs an approved proposal before any data can be shared.")),

        new(7, "Researcher", "ODA-03",
            asked => asked.Kind == Researcher,
            _ => Accepted("Research", "With your approved proposal we work on this within the time for research.")),

        new(8, "Community partner", "ODA-03",
            asked => asked.Kind == CommunityPartner,
            _ => Accepted("Partner", "Registered partners receive data under a signed agreement; the days count from its execution.")),

        new(9, "Outside agency, aggregate data", "ODA-03",
            asked => asked is { Kind: OutsideAgency, Level: DataLevel.Aggregate },
            _ => Accepted("Agency", "Agencies outside the district may receive aggregate data.")),

        new(9, "Outside agency, anything else", "ODA-03",
            asked => asked.Kind == OutsideAgency,
            asked => Refused("AgencyAggregateOnly", "Agencies outside the district may receive aggregate data only.", Alternatives.English(asked.Policy).Aggregate())),

        new(10, "School staff, own students", "ODA-03; FERPA §99.31(a)(1)",
            asked => asked.IsAboutOwnStudents,
            _ => Accepted("OwnStudents", "These are your own students this year: you have access as a school official.")),

        new(10, "School staff, identifiable data of other students", "ODA-03",
            asked => asked.Kind is SchoolLeader or Teacher && asked.Level == DataLevel.IdentifiableRoster,
            asked => Refused("BeyondOwnStudents", "Identifiable data is open to you only for your own students of this year.", Alternatives.English(asked.Policy).ForSchoolStaff())),

        new(10, "School staff, beyond their own students", "ODA-03",
            asked => asked.Kind is SchoolLeader or Teacher,
            _ => Accepted("SchoolStaff", "School staff may receive data at this level beyond their own students.")),

        new(10, "Central office", "ODA-03; FERPA §99.31(a)(1)",
            asked => asked.Kind == CentralOffice,
            _ => Accepted("CentralOffice", "The central office has access as a school official for the legitimate educational interest you state.")),

        new(11, "Families and the public", "ODA-03",
            asked => !asked.IsStudentLevel,
            _ => Accepted("Open", "Aggregate data and directory information are open to everybody.")),

        new(11, "Families and the public, student-level data", "ODA-03",
            _ => true,
            asked => Refused("StudentLevelNotOpen", "Student-level data is not open to families and the public.", Alternatives.English(asked.Policy).ForThePublic(asked.Kind))),
    ];

    private static bool AsksPoliceRecordsForLawEnforcement(Asked asked) =>
        (Vocabulary.NamesPoliceRecords(asked.Submission.Data.Scope) || asked.Submission.Data.Attributes.Any(Vocabulary.NamesPoliceRecords))
        && (Vocabulary.IsSharedWithLawEnforcement(asked.Submission.Audience) || Vocabulary.IsUsedByLawEnforcement(asked.Submission.Purpose));

    private static Outcome Accepted(string code, string text) => new(Accept, Office.DataAndAccountability, code, text);

    private static Outcome Refused(string code, string text, string alternative) => new(Refuse, Office.DataAndAccountability, code, text, alternative);

    private static Outcome Elsewhere(Asked asked, Office office, string code, string text) =>
        new(Redirect, office, code, text, Alternatives.English(asked.Policy).At(office));
}
