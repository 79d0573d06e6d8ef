using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>
/// A first guess of what to hide, for all small counts at once: the fewest cells such that none that is hidden is the only one hidden in a sum.
/// It is needed and nearly enough; what it lacks is found count by count. Looking at one count after the other alone hides more.
/// </summary>
internal static class Cover
{
    /// <summary>Each round adds the sums that the guess before left with a single hidden count; few are ever needed.</summary>
    private const int MostRounds = 12;
    private const long LongestMilliseconds = 5_000;
    /// <summary>A zero can only become more, so it protects less.</summary>
    private const double ZeroCost = 1.25;

    /// <summary>The cells to hide, small ones included; null where none is found.</summary>
    public static HashSet<int>? Of(CountTable table, IReadOnlyCollection<int> small, CancellationToken giveUp)
    {
        var hidden = small.ToHashSet();
        // A sum with a count that nobody knows anyway gives nothing away.
        var sums = table.Facts.Where(fact => fact is { Low: 0, High: 0, GoesWith.Count: 0 })
            .Select(fact => fact.Terms.Select(term => term.Cell).ToList())
            .Where(cells => cells.TrueForAll(cell => Suppression.CanBeHidden(table, cell) || !table.Cells[cell].IsHidden))
            .Select(cells => cells.FindAll(cell => Suppression.CanBeHidden(table, cell))).ToList();
        var sumsOf = Enumerable.Range(0, sums.Count).SelectMany(sum => sums[sum].Select(cell => (cell, sum))).ToLookup(one => one.cell, one => one.sum);
        var asked = hidden.SelectMany(cell => sumsOf[cell].Select(sum => (cell, sum))).ToHashSet();
        for (var round = 0; round < MostRounds && !giveUp.IsCancellationRequested; round++)
        {
            if (Solve(table, small, sums, asked) is not { } found)
            {
                return null;
            }

            hidden = found;
            var alone = hidden.SelectMany(cell => sumsOf[cell].Where(sum => sums[sum].Count(hidden.Contains) == 1).Select(sum => (cell, sum))).ToList();
            if (alone.Count(asked.Add) == 0)
            {
                break;
            }
        }

        return hidden;
    }

    private static HashSet<int>? Solve(CountTable table, IReadOnlyCollection<int> small, List<List<int>> sums, HashSet<(int Cell, int Sum)> asked)
    {
        using var solver = Solver.CreateSolver("SCIP");
        solver.SetTimeLimit(LongestMilliseconds);
        var isHidden = new Dictionary<int, Variable>();
        foreach (var (_, sum) in asked)
        {
            foreach (var cell in sums[sum].Where(cell => !isHidden.ContainsKey(cell)))
            {
                isHidden[cell] = solver.MakeBoolVar("");
                var value = table.Cells[cell].Value ?? 0;
                solver.Objective().SetCoefficient(isHidden[cell], value == 0 ? ZeroCost : 1 + (Math.Log2(1 + value) / 256));
            }
        }

        foreach (var cell in small.Where(isHidden.ContainsKey))
        {
            isHidden[cell].SetLb(1);
        }

        foreach (var (cell, sum) in asked)
        {
            // As many of the others as of this one.
            var constraint = solver.MakeConstraint(0, double.PositiveInfinity, "");
            foreach (var other in sums[sum])
            {
                constraint.SetCoefficient(isHidden[other], other == cell ? -1 : 1);
            }
        }

        solver.Objective().SetMinimization();
        return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
            ? [.. isHidden.Where(one => one.Value.SolutionValue() > 0.5).Select(one => one.Key), .. small]
            : null;
    }
}
