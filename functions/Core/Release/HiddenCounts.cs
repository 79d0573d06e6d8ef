using Core.Release.Columns;
using Core.Release.SmallCells;

namespace Core.Release;

/// <summary>Looks for counts that a table hides and that can be worked out all the same (policy section 6: complementary suppression).</summary>
internal static class HiddenCounts
{
    /// <summary>Hidden counts beyond which the attack would take minutes.</summary>
    private const int MostHidden = 1500;

    public static void Report(
        string? sheet, IReadOnlyList<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows, ApprovedData approved, Findings findings)
    {
        foreach (var table in AggregateTables.Of(sheet, columns, rows).Select(one => one.Counts))
        {
            var hidden = table.Cells.Count(cell => cell.IsHidden);
            if (hidden > MostHidden)
            {
                findings.Add(Sentences.TooManyHidden(Place.Sheet(sheet), hidden));
                continue;
            }

            foreach (var found in Attack.On(table) ?? [])
            {
                if (found.IsExact || found.GivesAway(approved.SmallestGroup, approved.NarrowestRange))
                    findings.Add(Sentences.Recoverable(table.Cells[found.Cell].Place, found.Low, found.High!.Value, Because(table, found.Cell)));
            }
        }
    }

    /// <summary>The sum with the fewest hidden counts in which it stands.</summary>
    private static string Because(CountTable table, int cell) =>
        table.Facts.Where(fact => fact.Terms.Any(term => term.Cell == cell))
            .MinBy(fact => fact.Terms.Count(term => table.Cells[term.Cell].IsHidden))?.Words ?? "its mark says so";
}
