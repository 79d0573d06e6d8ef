using System.Globalization;

namespace Core.Release.Rows;

/// <summary>What the gate says of rows that students could be recognised by.</summary>
internal static class RowSentences
{
    public static Finding SmallGroups(string place, RowGroups groups, long rows, int smallestGroup, string advice) => new(FindingCode.SmallGroup, place, string.Create(
        CultureInfo.InvariantCulture, $"{Capital(Are(rows))} in groups of fewer than {smallestGroup} students alike in {Keys(groups)}, so that somebody who knows a student could find them. {advice}"));

    public static Finding SmallGroup(string place, int students) => new(FindingCode.SmallGroup, place,
        students == 1 ? "No other student has the same values as this row in the columns named above." : $"Only {students} students share the values of this row in the columns named above.");

    public static Finding GivenAway(string place, KeyColumn sensitive, long rows, string advice) => new(FindingCode.OneValueGroup, place,
        $"{Capital(Are(rows))} in groups whose students nearly all have the same {sensitive.Name}: whoever knows that a student is in such a group learns it. {advice}");

    public static Finding NoGroups(string place, RowGroups groups) => new(FindingCode.SmallGroup, place,
        $"Nearly every row is the only one with its values in {Keys(groups)}: drop the columns with the most different values, or give them in bands.");

    public static Finding FreeText(string place) => new(FindingCode.FreeText, place,
        "This column holds sentences, in which anything may be said about a student: remove it, or have an approver read it and say why it may stay.");

    public static string Rows(long rows) => rows == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows");

    public static string Percent(double share) => share switch
    {
        0 => "nothing",
        < 0.01 => "less than 1 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"),
    };

    private static string Are(long rows) => rows == 1 ? "1 row is" : $"{Rows(rows)} are";

    private static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    private static string Keys(RowGroups groups) => groups.Keys.Count switch
    {
        0 => "nothing",
        1 => groups.Keys[0].Name,
        _ => $"{string.Join(", ", groups.Keys.SkipLast(1).Select(key => key.Name))} and {groups.Keys[^1].Name}",
    };
}
