using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>What can be worked out about one hidden count.</summary>
/// <param name="Cell">Its index in the table.</param>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be; null where nothing limits it.</param>
public sealed record Recovered(int Cell, long Low, long? High)
{
    /// <summary>
    /// It gives a small group away: a single value below <paramref name="smallestGroup"/> other than zero, or a range wholly among such
    /// values that is narrower than <paramref name="narrowest"/> (policy section 6).
    /// </summary>
    public bool GivesAway(int smallestGroup, int narrowest) =>
        High is { } high && Low >= 1 && high < smallestGroup && high - Low + 1 < narrowest;
}

/// <summary>
/// Tries, as an attacker would, to work hidden counts out again: the exact range that everything published leaves for each, by
/// linear programming.
/// </summary>
public static class Attack
{
    private const double Slack = 1e-6;

    /// <summary>The range of every hidden count. Throws <see cref="InvalidOperationException"/> where the published figures contradict each other.</summary>
    public static IReadOnlyList<Recovered> On(CountTable table)
    {
        var found = new List<Recovered>();
        foreach (var part in Parts(table))
        {
            found.AddRange(Ranges(table, part.Cells, part.Facts));
        }

        return found;
    }

    private static IEnumerable<Recovered> Ranges(CountTable table, IReadOnlyList<int> hidden, IReadOnlyList<Fact> facts)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var unknown = hidden.ToDictionary(
            cell => cell, cell => solver.MakeNumVar(table.Cells[cell].Low, table.Cells[cell].High ?? double.PositiveInfinity, ""));
        foreach (var fact in facts)
        {
            var known = fact.Terms.Sum(term => table.Cells[term.Cell].Value is { } value ? value * term.Factor : 0);
            var constraint = solver.MakeConstraint(fact.Low - known, fact.High - known, "");
            foreach (var (cell, factor) in fact.Terms.Where(term => unknown.ContainsKey(term.Cell)))
            {
                constraint.SetCoefficient(unknown[cell], constraint.GetCoefficient(unknown[cell]) + factor);
            }
        }

        foreach (var cell in hidden)
        {
            var low = Solve(solver, unknown[cell], maximize: false) ?? table.Cells[cell].Low;
            var high = Solve(solver, unknown[cell], maximize: true);
            yield return new(cell, (long)Math.Ceiling(low - Slack), high is { } most ? (long)Math.Floor(most + Slack) : null);
        }
    }

    private static double? Solve(Solver solver, Variable unknown, bool maximize)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetCoefficient(unknown, 1);
        objective.SetOptimizationDirection(maximize);
        return solver.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE => objective.Value(),
            Solver.ResultStatus.UNBOUNDED => null,
            // GLOP may call an unbounded problem infeasible; without an objective it tells the two apart.
            _ when IsFeasible(solver) => null,
            _ => throw new InvalidOperationException("The published figures contradict each other: no counts add up to them."),
        };
    }

    private static bool IsFeasible(Solver solver)
    {
        solver.Objective().Clear();
        return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
    }

    /// <summary>Hidden cells that share no fact cannot tell on each other: each group is a smaller problem of its own.</summary>
    private static IEnumerable<(IReadOnlyList<int> Cells, IReadOnlyList<Fact> Facts)> Parts(CountTable table)
    {
        var group = Enumerable.Range(0, table.Cells.Count).ToArray();
        int Root(int cell) => group[cell] == cell ? cell : group[cell] = Root(group[cell]);

        var telling = table.Facts
            .Select(fact => (Fact: fact, Hidden: fact.Terms.Where(term => table.Cells[term.Cell].IsHidden).Select(term => term.Cell).ToList()))
            .Where(one => one.Hidden.Count > 0)
            .ToList();
        foreach (var (_, cells) in telling)
        {
            cells.ForEach(cell => group[Root(cell)] = Root(cells[0]));
        }

        var facts = telling.ToLookup(one => Root(one.Hidden[0]), one => one.Fact);
        return Enumerable.Range(0, table.Cells.Count).Where(cell => table.Cells[cell].IsHidden).GroupBy(Root)
            .Select(part => ((IReadOnlyList<int>)[.. part], (IReadOnlyList<Fact>)[.. facts[part.Key]]));
    }
}
