using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>What can be worked out about one hidden count.</summary>
/// <param name="Cell">Its index in the table.</param>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be; null where nothing limits it.</param>
public sealed record Recovered(int Cell, long Low, long? High)
{
    /// <summary>Nothing is hidden at all: it can be one value only.</summary>
    public bool IsExact => High == Low;

    /// <summary>
    /// It gives a small group away: it lies wholly from 1 to below <paramref name="smallestGroup"/>, in a range of fewer values than
    /// <paramref name="narrowest"/> (policy section 6).
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

    /// <summary>The range of every hidden count; null where the published figures contradict each other, so that no counts add up to them.</summary>
    public static IReadOnlyList<Recovered>? On(CountTable table)
    {
        var found = new List<Recovered>();
        foreach (var part in Parts(table))
        {
            if (Ranges(table, part.Cells, part.Facts) is not { } ranges)
            {
                return null;
            }

            found.AddRange(ranges);
        }

        return found;
    }

    private static List<Recovered>? Ranges(CountTable table, IReadOnlyList<int> hidden, IReadOnlyList<Fact> facts)
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

        if (!IsFeasible(solver))
        {
            return null;
        }

        return
        [
            .. hidden.Select(cell => new Recovered(
                cell,
                (long)Math.Ceiling((Solve(solver, unknown[cell], maximize: false) ?? table.Cells[cell].Low) - Slack),
                Solve(solver, unknown[cell], maximize: true) is { } most ? (long)Math.Floor(most + Slack) : null)),
        ];
    }

    private static double? Solve(Solver solver, Variable unknown, bool maximize)
    {
        var objective = solver.Objective();
        objective.Clear();
        objective.SetCoefficient(unknown, 1);
        objective.SetOptimizationDirection(maximize);
        // What has a solution and no best one has no limit.
        return solver.Solve() is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE ? objective.Value() : null;
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
