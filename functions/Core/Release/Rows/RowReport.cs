using Core.Release.Columns;

namespace Core.Release.Rows;

/// <summary>Reports what could be learned about students from rows without names, and how to mend it.</summary>
internal static class RowReport
{
    // Rows told one by one; the sum and the advice come first.
    private const int Examples = 10;

    public static void Of(string? sheet, RowGroups groups, IReadOnlyList<ColumnProfile> columns, ApprovedData approved, Findings findings)
    {
        foreach (var column in columns.Where(column => RowRoles.Of(column) == RowRole.Text))
            findings.Add(RowSentences.FreeText(Place.Column(sheet, column.Index, column.Header)));
        if (groups.Keys.Count == 0 && groups.Sensitive.Count == 0)
            return;
        var place = Place.Sheet(sheet);
        if (groups.IsCutOff)
        {
            findings.Add(RowSentences.NoGroups(place, groups));
            return;
        }

        var small = new List<int>();
        var givenAway = new Dictionary<KeyColumn, (long Rows, int First)>();
        for (var group = 0; group < groups.Table.Count; group++)
        {
            if (groups.IsSmall(groups.Table, group))
                small.Add(group);
            else if (groups.GivenAway(groups.Table, group) is { } sensitive)
            {
                var known = givenAway.GetValueOrDefault(sensitive, (0, int.MaxValue));
                givenAway[sensitive] = (known.Rows + groups.Table.Rows(group), Math.Min(known.First, groups.Table.FirstRow(group)));
            }
        }
        if (small.Count + givenAway.Count == 0)
            return;

        var advice = Advice(groups);
        if (small.Count > 0)
        {
            findings.Add(RowSentences.SmallGroups(place, groups, small.Sum(group => (long)groups.Table.Rows(group)), approved.SmallestGroup, advice));
            foreach (var group in small.OrderBy(groups.Table.FirstRow).Take(Examples))
                findings.Add(RowSentences.SmallGroup(Place.Row(sheet, groups.Table.FirstRow(group)), groups.Students(groups.Table, group)));
        }
        foreach (var (sensitive, (rows, first)) in givenAway)
            findings.Add(RowSentences.GivenAway(Place.Cell(sheet, first, sensitive.Index, sensitive.Header), sensitive, rows, advice));
    }

    /// <summary>What loses least, with what it costs, and the simple ways beside it.</summary>
    private static string Advice(RowGroups groups)
    {
        var search = new Recoding(groups);
        var best = search.Best();
        var words = $"Least is lost if you {best.Words} ({RowSentences.Percent(best.Loss)} of what the table tells).";
        var leaving = search.OnlyLeavingOut();
        if (best.ChangesColumns && leaving.LeftOut < groups.Rows)
            words += $" Or only leave out {RowSentences.Rows(leaving.LeftOut)} ({RowSentences.Percent(leaving.Loss)}).";
        if (search.DroppingOne() is { } dropping && dropping.Words != best.Words && dropping.LeftOut < leaving.LeftOut)
            words += $" Or {dropping.Words} ({RowSentences.Percent(dropping.Loss)}).";
        return $"{words} \"Make the safe version\" does the first for you.";
    }
}
