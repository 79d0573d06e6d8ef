using Core.Languages;
using Core.Routing;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The form's questions that only some people are asked, and the answers offered.</summary>
internal static class Questions
{
    // The likeliest first, and law enforcement last: whoever is looking for themselves reads the fewest lines.
    private static readonly RequesterKind[] KindsInOrder =
    [
        RequesterKind.ParentOrStudent, RequesterKind.Public, RequesterKind.CommunityPartner, RequesterKind.Researcher, RequesterKind.SchoolLeader,
        RequesterKind.Teacher, RequesterKind.CentralOffice, RequesterKind.Media, RequesterKind.OutsideAgency, RequesterKind.LawEnforcement,
    ];

    // What most people need first.
    private static readonly DataLevel[] LevelsInOrder =
    [
        DataLevel.Aggregate, DataLevel.Directory, DataLevel.DeIdentifiedStudentLevel, DataLevel.IdentifiableRoster, DataLevel.IndividualRecord, DataLevel.Published,
    ];

    /// <summary>Who are you?</summary>
    public static IReadOnlyList<Option> Kinds(Texts say) =>
        [.. KindsInOrder.Select(kind => new Option(kind.ToString(), say.Of(kind), say.Find("kindHint", kind.ToString())))];

    /// <summary>What kind of data?</summary>
    public static IReadOnlyList<Option> Levels(Texts say) =>
        [.. LevelsInOrder.Select(level => new Option(level.ToString(), say.Of(level), say.Find("levelHint", level.ToString())))];

    /// <summary>What instrument do you bring?</summary>
    public static IReadOnlyList<Option> Processes(Texts say) =>
        [new("", say.SituationNoProcess), .. Enum.GetValues<LegalProcess>().Select(value => new Option(value.ToString(), say.Of(value)))];

    /// <summary>What exception do you claim?</summary>
    public static IReadOnlyList<Option> Exceptions(Texts say) =>
        [new("", say.SituationNoException), .. Enum.GetValues<ClaimedException>().Select(value => new Option(value.ToString(), say.Of(value)))];

    /// <summary>Which exception to family consent applies? District staff alone may be school officials.</summary>
    public static IReadOnlyList<Option> Ferpa(RequesterKind kind, Texts say) =>
    [
        new("", say.SituationNoFerpa),
        .. Enum.GetValues<FerpaException>()
            .Where(value => value != FerpaException.SchoolOfficial || IsStaff(kind))
            .Select(value => new Option(value.ToString(), say.Of(value))),
    ];

    /// <summary>Yes or no.</summary>
    public static IReadOnlyList<Option> YesNo(Texts say) => [new("yes", say.Yes), new("no", say.No)];

    /// <summary>The district's own people.</summary>
    public static bool IsStaff(RequesterKind kind) => kind is RequesterKind.SchoolLeader or RequesterKind.Teacher or RequesterKind.CentralOffice;

    /// <summary>Asked whether it covers only their own students (policy section 3, rule 10).</summary>
    public static bool AsksOwnStudents(RequesterKind kind) => kind is RequesterKind.SchoolLeader or RequesterKind.Teacher;

    /// <summary>Asked whether it is made under the public-records law; the district's own staff ask as staff.</summary>
    public static bool AsksPublicRecords(RequesterKind kind) => !IsStaff(kind) && kind is not RequesterKind.LawEnforcement;

    /// <summary>Asked for an instrument of legal process, whoever may bring one (rule 2).</summary>
    public static bool AsksLegalProcess(RequesterKind kind) => !IsStaff(kind);

    /// <summary>Asked for an exception to family consent: those who may be given student-level data.</summary>
    public static bool AsksFerpa(RequesterKind kind) =>
        IsStaff(kind) || kind is RequesterKind.Researcher or RequesterKind.CommunityPartner or RequesterKind.OutsideAgency;
}
