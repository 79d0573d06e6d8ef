namespace Core.Release.SmallCells;

/// <summary>
/// Tries, as an attacker would, to work hidden counts out again: the exact range that everything published leaves for each, by
/// linear programming.
/// </summary>
public static class Attack
{
    /// <summary>The range of every hidden count. Of published figures that contradict each other, those that do not fit are not believed.</summary>
    public static IReadOnlyList<Recovered> On(CountTable table)
    {
        var found = new List<Recovered>();
        foreach (var part in Part.Of(table))
        {
            using var ranges = new Ranges(table, part);
            found.AddRange(part.Cells.Where(cell => IsAsked(table, cell)).Select(ranges.Of));
        }

        return found;
    }

    /// <summary>
    /// The hidden counts that are no longer hidden: those that can be one value only, and those that give a small group away. Much faster
    /// than all ranges, since one way to fill the table in that leaves a count large is enough to acquit it.
    /// </summary>
    public static IReadOnlyList<Recovered> Exposed(CountTable table, int smallestGroup, int narrowest)
    {
        var found = new List<Recovered>();
        foreach (var part in Part.Of(table))
        {
            using var ranges = new Ranges(table, part);
            foreach (var cell in part.Cells.Where(cell => IsAsked(table, cell) && !ranges.IsOpen(cell, smallestGroup)))
            {
                if (ranges.Of(cell) is var range && (range.IsExact || range.GivesAway(smallestGroup, narrowest)))
                {
                    found.Add(range);
                }
            }
        }

        return found;
    }

    /// <summary>The facts that pin a hidden count to its range, and no others: the proof that an attacker would write down.</summary>
    public static IReadOnlyList<Fact> Proof(CountTable table, int cell)
    {
        var part = Part.Of(table).First(one => one.Cells.Contains(cell));
        using var ranges = new Ranges(table, part);
        return ranges.Proof(cell);
    }

    private static bool IsAsked(CountTable table, int cell) => table.Cells[cell].Standing != Standing.Derived;
}
