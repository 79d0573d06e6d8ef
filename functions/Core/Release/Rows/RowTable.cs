using Core.Release.Tables;

namespace Core.Release.Rows;

/// <summary>
/// What a released table of student rows tells of groups of students, without its rows: kept for ever and compared with every later table
/// (policy section 6: differencing).
/// </summary>
/// <param name="Sheet">Its sheet; null in a file of one table.</param>
/// <param name="Covered">Whom it is about by the words of its request.</param>
/// <param name="Keys">What is told of each group.</param>
/// <param name="Values">Of each group one after the other, which value of each key its students have, from 1 on.</param>
/// <param name="Students">How many students each group has.</param>
/// <param name="Codes">The made-up codes its students carry, a column each.</param>
/// <param name="IsCutOff">There were more groups than are kept, or it is not known how many students they have, so none is kept.</param>
public sealed record RowTable(
    string? Sheet, Group Covered, IReadOnlyList<RowKey> Keys, IReadOnlyList<int> Values, IReadOnlyList<int> Students, IReadOnlyList<StudyCodes> Codes,
    bool IsCutOff)
{
    /// <summary>How many groups there are.</summary>
    public int Groups => Students.Count;

    /// <summary>Which value of a key a group has, from 1 on.</summary>
    public int Value(int group, int key) => Values[(group * Keys.Count) + key];

    /// <summary>A code beyond the values kept apart stands for all of those.</summary>
    private const string Beyond = "Other";

    internal static RowTable Of(string? sheet, RowGroups groups, Group covered)
    {
        // Where a student's rows are not all known to be one student's, how many students a group has is not known.
        var isUnknown = groups.IsCutOff || groups.StudentsAreUnknown;
        var keys = groups.Keys.Select(key => new RowKey(key.Dimension, key.Header, key.IsBeyond ? [.. key.Values, Beyond] : [.. key.Values]))
            .ToList();
        var count = isUnknown ? 0 : groups.Table.Count;
        var values = new List<int>(count * keys.Count);
        for (var group = 0; group < count; group++)
        {
            foreach (var code in groups.Table.Key(group))
                values.Add(Math.Min(code, keys[values.Count % keys.Count].Values.Count));
        }

        var students = groups.ExactStudents();
        return new(sheet, covered, keys, values, isUnknown ? [] : students, [.. groups.Codes.Select(one => one.Close())], isUnknown);
    }
}

/// <summary>Something told of each student that people around them know.</summary>
/// <param name="Dimension">What it is about, in the same words in every file, such as "grade".</param>
/// <param name="Header">The header it stands under.</param>
/// <param name="Values">Its values and bands; a group's number 1 is the first.</param>
public sealed record RowKey(string Dimension, string Header, IReadOnlyList<string> Values);

/// <summary>The made-up codes of a column, not as they are written but as numbers made from them, each with the group of its student.</summary>
/// <param name="Header">The header of the column.</param>
/// <param name="Numbers">The numbers, ascending; of a very long file only the lowest.</param>
/// <param name="Groups">The group of each.</param>
/// <param name="IsAll">None was left out.</param>
public sealed record StudyCodes(string Header, IReadOnlyList<ulong> Numbers, IReadOnlyList<int> Groups, bool IsAll);

/// <summary>An earlier release of student rows as a comparison sees it.</summary>
/// <param name="Name">What stays the same of it: its file and request.</param>
/// <param name="Label">How a finding names it, such as "rows.csv, released 2026-03-02 (request R-1)".</param>
/// <param name="Tables">Its tables.</param>
public sealed record EarlierRows(string Name, string Label, IReadOnlyList<RowTable> Tables);
