namespace Core.Release.SmallCells;

/// <summary>
/// Tries, as an attacker would, to work hidden counts out again: the exact range that everything published leaves for each, by
/// linear programming.
/// </summary>
public static class Attack
{
    /// <summary>What came of trying to give small groups away.</summary>
    /// <param name="Found">The counts that are given away.</param>
    /// <param name="Unproven">Counts of which it is not known: the arithmetic was given up, or failed. They are not acquitted.</param>
    public sealed record Outcome(IReadOnlyList<Recovered> Found, int Unproven);

    /// <summary>The range of every hidden count. Of published figures that contradict each other, those that do not fit are not believed.</summary>
    public static IReadOnlyList<Recovered> On(CountTable table)
    {
        var found = new List<Recovered>();
        foreach (var part in Part.Of(table))
        {
            using var ranges = new Ranges(table, part);
            found.AddRange(part.Cells.Where(cell => IsAsked(table, cell)).Select(ranges.Of).OfType<Recovered>());
        }

        return found;
    }

    /// <summary>
    /// The hidden counts that are no longer hidden: those that can be one value only, and those that give a small group away. Much faster
    /// than all ranges, since one way to fill the table in that leaves a count large is enough to acquit it.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="smallestGroup">Counts from 1 to below this are small.</param>
    /// <param name="narrowest">A range of fewer values is as good as the value.</param>
    /// <param name="giveUp">Ends the attack; what was not tried by then is unproven.</param>
    public static Outcome Exposed(CountTable table, int smallestGroup, int narrowest, CancellationToken giveUp = default)
    {
        var (found, unproven) = (new List<Recovered>(), 0);
        foreach (var part in Part.Of(table))
        {
            var asked = part.Cells.Where(cell => IsAsked(table, cell)).ToList();
            if (asked.Count == 0 || giveUp.IsCancellationRequested)
            {
                unproven += asked.Count;
                continue;
            }

            using var ranges = new Ranges(table, part);
            foreach (var cell in asked.Where(cell => !ranges.IsOpen(cell, smallestGroup)))
            {
                switch (giveUp.IsCancellationRequested ? null : ranges.Of(cell))
                {
                    case null:
                        unproven++;
                        break;
                    case var range when range.IsExact || range.GivesAway(smallestGroup, narrowest):
                        found.Add(range);
                        break;
                }
            }
        }

        return new(found, unproven);
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
