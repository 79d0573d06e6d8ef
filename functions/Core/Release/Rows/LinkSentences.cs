using System.Globalization;

namespace Core.Release.Rows;

/// <summary>What the gate says of rows that can be joined with rows released before.</summary>
internal static class LinkSentences
{
    public static Finding Joined(RowTable here, RowTable there, EarlierRows release, CodeJoin join, int smallestGroup) => new(
        FindingCode.EarlierRelease, Place(here, release),
        JoinedBy(here, there, release.Label, join, smallestGroup)
            + $"Give the students new codes in this file{(join.IsRecodedAlike ? "" : ", or recode it exactly as that one was")}.");

    public static Finding Joined(RowTable here, RowTable there, CodeJoin join, int smallestGroup) => new(
        FindingCode.SmallGroup, Release.Place.Sheet(here.Sheet),
        JoinedBy(here, there, Release.Place.Sheet(there.Sheet), join, smallestGroup) + "Put them into one sheet and recode that, or give the students other codes in each.");

    private static string JoinedBy(RowTable here, RowTable there, string where, CodeJoin join, int smallestGroup)
    {
        var told = here.Keys.Concat(there.Keys.ExceptBy(here.Keys.Select(key => key.Dimension), key => key.Dimension, StringComparer.Ordinal))
            .Select(key => $"\"{key.Header}\"").ToList();
        var have = join.Students == 1 ? "has" : "have";
        var few = join.Few == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $": {Students(join.Few)} would then be in {(join.Few == 1 ? "a group" : "groups")} of fewer than {smallestGroup}");
        return $"{Students(join.Students)} {have} the same code under \"{join.Header}\" here and in {where}, so that the rows of both can be joined and tell "
            + $"{List(told)} of each student together{few}. ";
    }

    public static Finding SingledOut(RowTable here, EarlierRows release, Singled found)
    {
        var who = (found.Here, found.There) switch
        {
            ({ } mine, { } theirs) => $"students with {mine} here and {theirs} there",
            ({ } mine, null) => $"students with {mine} here who are not in that file",
            (null, var theirs) => $"students with {theirs} there who are not in this file",
        };
        return new(FindingCode.EarlierRelease, Place(here, release),
            $"This file and {release.Label} together single students out: the {who} are {Range(found)}, because {Because(found)}. "
            + "Give the values in the same bands as that file, or in ones that hold whole bands of it.");
    }

    private static string Because(Singled found)
    {
        var of = found.Of.Sum(one => (long)one.Students);
        // They have room in none of the other file's classes but these and the one in question.
        return found.Of.Count == 0 ? "the sizes of both files' groups leave nothing else"
            : found.Others.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Named(found.Of)} here are {of:N0}, and nobody of them can be elsewhere there")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Named(found.Of)} here are {of:N0}, of whom only {found.Others.Sum(one => (long)one.Students):N0} can be among {Named(found.Others)} there");
    }

    private static string Named(IReadOnlyList<LinkedClass> classes) => classes.Count <= 4
        ? List([.. classes.Select(one => one.Words)])
        : string.Create(CultureInfo.InvariantCulture, $"{List([.. classes.Take(3).Select(one => one.Words)])} and {classes.Count - 3:N0} more");

    private static string Range(Singled found) => found.Low == found.High
        ? string.Create(CultureInfo.InvariantCulture, $"exactly {found.Low}")
        : string.Create(CultureInfo.InvariantCulture, $"from {found.Low} to {found.High}");

    private static string Place(RowTable here, EarlierRows release) => $"{Release.Place.Sheet(here.Sheet)}, beside {release.Name}";

    private static string Students(int students) => students == 1 ? "1 student" : string.Create(CultureInfo.InvariantCulture, $"{students:N0} students");

    private static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing more",
        1 => words[0],
        _ => $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };
}
