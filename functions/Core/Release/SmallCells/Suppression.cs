namespace Core.Release.SmallCells;

/// <summary>
/// Complementary suppression. A small count is safe when some other table agrees with everything that stays published and
/// has there a zero, or a count that is not small: then its range is not wholly among small values. For each small count such a
/// table is looked for that differs in as few further cells as possible, from a first guess for all of them at once; afterwards every hidden cell is tried to be shown again.
/// </summary>
public static class Suppression
{
    /// <summary>Cells of a table that is planned both ways.</summary>
    private const int SmallTable = 400;

    /// <summary>
    /// Plans what to hide in a table of which the file shows every count; null where a small count cannot be protected by hiding others.
    /// </summary>
    /// <param name="table">The true counts with their facts. What stands nowhere, or was hidden in an earlier release, has no value.</param>
    /// <param name="smallestGroup">Counts from 1 to below this are small (ODA-03: 10).</param>
    /// <param name="isLost">Whether a count is given away whatever this file does; null where none is.</param>
    /// <param name="giveUp">Ends the search; there is no plan then.</param>
    public static SuppressionPlan? Plan(
        CountTable table, int smallestGroup, Func<CountCell, bool>? isLost = null, CancellationToken giveUp = default)
    {
        var small = Small(table, smallestGroup, giveUp).FindAll(cell => isLost?.Invoke(table.Cells[cell]) != true);
        if (small.Count == 0)
        {
            return new([], []);
        }

        var primary = small.FindAll(cell => CanBeHidden(table, cell));
        var covered = Cover.Of(table, primary, giveUp) is { } cover ? Plan(table, smallestGroup, small, primary, cover, giveUp) : null;
        // Both ways are quick on a small table, and either may hide less.
        var plain = covered is null || table.Cells.Count <= SmallTable ? Plan(table, smallestGroup, small, primary, [.. primary], giveUp) : null;
        return covered is not null && (plain is null || covered.Complementary.Count < plain.Complementary.Count) ? covered : plain;
    }

    private static SuppressionPlan? Plan(
        CountTable table, int smallestGroup, List<int> small, List<int> primary, HashSet<int> hidden, CancellationToken giveUp)
    {
        using var search = AlternativeTable.Of(table, smallestGroup);
        var alternatives = new Dictionary<int, IReadOnlyList<int>>();

        // The hardest first: what protects them protects others for nothing.
        foreach (var cell in small.OrderByDescending(search.Distance).ThenBy(cell => cell))
        {
            if (giveUp.IsCancellationRequested || search.Find(cell, hidden, allowNew: true) is not { } alternative)
            {
                return null;
            }

            alternatives[cell] = alternative;
            hidden.UnionWith(alternative);
        }

        ShowAgain(table, primary, hidden, alternatives, search, giveUp);
        var complementary = hidden.Except(primary).Order().ToList();
        return new(primary, complementary)
        {
            Protects = complementary.ToDictionary(cell => cell, cell => alternatives.First(one => one.Value.Contains(cell)).Key),
        };
    }

    /// <summary>Hiding it changes what is known: it stands in the file.</summary>
    internal static bool CanBeHidden(CountTable table, int cell) => table.Cells[cell].Standing is Standing.Counted or Standing.Rated;

    /// <summary>The small counts: those shown, and those that follow from what is shown.</summary>
    private static List<int> Small(CountTable table, int smallestGroup, CancellationToken giveUp)
    {
        var shown = Enumerable.Range(0, table.Cells.Count)
            .Where(cell => table.Cells[cell] is { Standing: Standing.Counted, Value: >= 1 and var value } && value < smallestGroup);
        var implied = table.Cells.Any(cell => cell.IsHidden)
            ? Attack.Exposed(table, smallestGroup, smallestGroup, giveUp).Found.Where(found => found.GivesAway(smallestGroup, smallestGroup)).Select(found => found.Cell)
            : [];
        return [.. shown.Concat(implied).Distinct().Order()];
    }

    /// <summary>Shows every complementary cell again whose loss no small count feels, the largest counts first.</summary>
    private static void ShowAgain(
        CountTable table, List<int> primary, HashSet<int> hidden, Dictionary<int, IReadOnlyList<int>> alternatives, AlternativeTable search,
        CancellationToken giveUp)
    {
        var isPrimary = primary.ToHashSet();
        foreach (var cell in hidden.Where(cell => !isPrimary.Contains(cell)).OrderByDescending(cell => table.Cells[cell].Value).ToList())
        {
            if (giveUp.IsCancellationRequested)
            {
                return;
            }

            hidden.Remove(cell);
            var anew = new Dictionary<int, IReadOnlyList<int>>();
            foreach (var felt in alternatives.Where(one => one.Value.Contains(cell)).Select(one => one.Key).ToList())
            {
                if (search.Find(felt, hidden, allowNew: false) is not { } other)
                {
                    hidden.Add(cell);
                    break;
                }

                anew[felt] = other;
            }

            if (!hidden.Contains(cell))
            {
                foreach (var (felt, other) in anew)
                {
                    alternatives[felt] = other;
                }
            }
        }
    }
}
