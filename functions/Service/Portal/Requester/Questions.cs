using Core.Requests;
using Core.Routing;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The form's questions that only some people are asked, and the answers offered.</summary>
internal static class Questions
{
    /// <summary>Who are you?</summary>
    public static IReadOnlyList<Option> Kinds { get; } =
    [
        Kind(RequesterKind.ParentOrStudent, "You or your child goes, or went, to a district school."),
        Kind(RequesterKind.Public, "Anybody not in this list."),
        Kind(RequesterKind.CommunityPartner, "An organization that works with schools of the district."),
        Kind(RequesterKind.Researcher, "You do research or an evaluation, for an institution or yourself."),
        Kind(RequesterKind.SchoolLeader, "You lead a school of the district."),
        Kind(RequesterKind.Teacher, "You teach in the district."),
        Kind(RequesterKind.CentralOffice, "You work in one of the district's departments."),
        Kind(RequesterKind.Media, "You ask for a newspaper, a station or a site."),
        Kind(RequesterKind.OutsideAgency, "A city, state or federal agency that is not law enforcement."),
        Kind(RequesterKind.LawEnforcement, "Police or any other law-enforcement authority."),
    ];

    /// <summary>What kind of data?</summary>
    public static IReadOnlyList<Option> Levels { get; } =
    [
        Level(DataLevel.Aggregate, "Totals, averages and percentages for groups. Most questions can be answered this way, and fastest. Groups under 10 students are not shown."),
        Level(DataLevel.Directory, "Name, age, grade level and dates of enrollment. Families who opted out are left out."),
        Level(DataLevel.DeIdentifiedStudentLevel, "One line for each student, nothing that says who it is. Needs a signed agreement."),
        Level(DataLevel.IdentifiableRoster, "One line for each student, with name or ID. Needs family consent and a signed agreement."),
        Level(DataLevel.IndividualRecord, "The record of one student. The student-records process handles these."),
        Level(DataLevel.Published, "You believe that it is published already and want to be shown where."),
    ];

    /// <summary>What instrument do you bring?</summary>
    public static IReadOnlyList<Option> Processes { get; } =
        [new("", "None"), .. Enum.GetValues<LegalProcess>().Select(value => new Option(value.ToString(), Words.Of(value)))];

    /// <summary>What exception do you claim?</summary>
    public static IReadOnlyList<Option> Exceptions { get; } =
        [new("", "None of these"), .. Enum.GetValues<ClaimedException>().Select(value => new Option(value.ToString(), Words.Of(value)))];

    /// <summary>Which exception to family consent applies? District staff alone may be school officials.</summary>
    public static IReadOnlyList<Option> Ferpa(RequesterKind kind) =>
    [
        new("", "None, or I do not know"),
        .. Enum.GetValues<FerpaException>()
            .Where(value => value != FerpaException.SchoolOfficial || IsStaff(kind))
            .Select(value => new Option(value.ToString(), Words.Of(value))),
    ];

    /// <summary>Yes or no.</summary>
    public static IReadOnlyList<Option> YesNo { get; } = [new("yes", "Yes"), new("no", "No")];

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

    private static Option Kind(RequesterKind kind, string hint) => new(kind.ToString(), Words.Of(kind), hint);
    private static Option Level(DataLevel level, string hint) => new(level.ToString(), Words.Of(level), hint);
}
