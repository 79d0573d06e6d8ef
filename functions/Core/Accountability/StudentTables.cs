using Core.Release.SmallCells;
using Core.Requests;

namespace Core.Accountability;

/// <summary>
/// Tables of students by race, English learners and school. Small numbers are hidden by the release gate's own plan, over all tables at once,
/// and the result is put through the gate's own attack; what cannot be protected is not shown at all (policy section 6, EQUITY).
/// </summary>
internal static class StudentTables
{
    /// <summary>The group of schools that are not told apart.</summary>
    public const string OtherSchools = "Other schools, and no school named";

    private static readonly Label Where = Label.Of(say => say.AccountWhereGiven);

    /// <summary>The tables of a period.</summary>
    public static IReadOnlyList<ReportTable> Of(Period period, int smallestGroup)
    {
        // A school is named only where naming it tells of no small group.
        var named = period.Received.Where(one => one.School is not null).GroupBy(one => Plain(one.School!), StringComparer.OrdinalIgnoreCase)
            .Where(school => school.Count() >= smallestGroup).Select(school => school.Key).Order(StringComparer.Ordinal).ToList();
        var schools = named.Count == 0 ? named : [.. named, OtherSchools];

        var all = Try(period, schools, smallestGroup);
        var groups = all ?? Try(period, [], smallestGroup);
        return
        [
            groups is null ? Withheld(RaceKey, RaceTitle) : new(RaceKey, RaceTitle, Counted.Students, Races(groups), Where),
            all is null || schools.Count == 0
                ? Withheld(SchoolKey, SchoolTitle)
                : new(SchoolKey, SchoolTitle, Counted.Students, Schools(all, schools, Measure.StudentsAsked, Measure.StudentsDisclosed), Where),
            all is null || schools.Count == 0
                ? Withheld(RequestsKey, RequestsTitle)
                : new(RequestsKey, RequestsTitle, Counted.Students, Schools(all, schools, Measure.Requests, Measure.Disclosures),
                    Label.Of(say => say.AccountPerSchool)),
        ];
    }

    private const string RaceKey = "students-by-race-and-english-learners", SchoolKey = "students-by-school", RequestsKey = "requests-by-school";
    private static readonly Label RaceTitle = Label.Of(say => say.AccountTableRace);
    private static readonly Label SchoolTitle = Label.Of(say => say.AccountTableSchool);
    private static readonly Label RequestsTitle = Label.Of(say => say.AccountTableRequests);

    private static ReportTable Withheld(string key, Label title) =>
        new(key, title, Counted.Students, [], Label.Of(say => say.AccountWithheld)) { IsWithheld = true };

    /// <summary>The numbers that may be shown; null where no hiding protects the small ones.</summary>
    private static Func<CellKey, long?>? Try(Period period, IReadOnlyList<string> schools, int smallestGroup)
    {
        // That a school is named says that it has so many requests.
        var cells = new StudentCells(
            schools, period.IsClosed, key => Count(period, schools, key),
            key => key is { Measure: Measure.Requests, School: not (null or OtherSchools) } ? smallestGroup : 0);
        var table = cells.Table;
        if (Suppression.Plan(table, smallestGroup) is not { } plan)
        {
            return null;
        }

        // The plan works with straight lines; whole numbers leave corners that only the attack sees.
        var shown = plan.Apply(table);
        var (found, unproven) = Attack.Exposed(shown, smallestGroup, smallestGroup);
        return unproven > 0 || found.Any(one => one.GivesAway(smallestGroup, smallestGroup))
            ? null
            : key => shown.Cells[cells.IndexOf(key)].Value;
    }

    private static long Count(Period period, IReadOnlyList<string> schools, CellKey key)
    {
        var requests = (key.Measure is Measure.StudentsAsked or Measure.Requests ? period.Received : period.Disclosed)
            .Where(one => key.School is null || SchoolOf(one, schools).Equals(key.School, StringComparison.OrdinalIgnoreCase));
        return key.Measure is Measure.Requests or Measure.Disclosures
            ? requests.LongCount()
            : requests.SelectMany(one => one.Students)
                .Where(group => (key.Race is null || group.Race == key.Race) && (key.Learners is null || group.EnglishLearners == key.Learners))
                .Sum(group => (long)group.Students);
    }

    private static string SchoolOf(ReportedRequest one, IReadOnlyList<string> schools) =>
        one.School is { } school && schools.Contains(Plain(school), StringComparer.OrdinalIgnoreCase) ? Plain(school) : OtherSchools;

    private static List<ReportLine> Races(Func<CellKey, long?> shown)
    {
        StudentRace?[] races = [.. Enum.GetValues<StudentRace>(), null];
        EnglishLearners?[] learners = [.. Enum.GetValues<EnglishLearners>(), null];
        return
        [
            .. from race in races
               from learner in learners
               select new ReportLine(
                   race is { } one ? Label.Of(say => say.Of(one)) : Acts.All, learner is { } other ? Label.Of(say => say.Of(other)) : Acts.All,
                   shown(new(Measure.StudentsAsked, race, learner)), shown(new(Measure.StudentsDisclosed, race, learner)), race is null || learner is null),
        ];
    }

    private static List<ReportLine> Schools(Func<CellKey, long?> shown, IReadOnlyList<string> schools, Measure asked, Measure disclosed) =>
    [
        .. schools.Select(school => new ReportLine(
            school == OtherSchools ? Label.Of(say => say.AccountOtherSchools) : Label.Name(school), null,
            shown(new(asked, School: school)), shown(new(disclosed, School: school)))),
        new(Acts.All, null, shown(new(asked)), shown(new(disclosed)), IsTotal: true),
    ];

    private static string Plain(string school) => string.Join(' ', school.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
