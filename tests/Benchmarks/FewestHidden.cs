using System.Diagnostics;
using Core.Release.SmallCells;
using Google.OrTools.LinearSolver;

namespace Benchmarks;

/// <summary>
/// A proven lower bound of the cells that any plan has to hide in a table of sums: the integer program of cell suppression, in which
/// conditions are added as long as the plan at hand leaves a small count to be worked out (Benders' cuts, from the dual of the
/// attack). It shares nothing with the product's search. Where time runs out, the bound of the relaxed program still holds.
/// </summary>
internal sealed class FewestHidden
{
    private const double Slack = 1e-6;

    private readonly CountTable _table;
    private readonly int _smallest;
    private readonly List<int> _small;
    private readonly List<Dictionary<int, double>> _cuts = [];

    private FewestHidden(CountTable table, int smallest)
    {
        (_table, _smallest) = (table, smallest);
        _small = [.. Enumerable.Range(0, table.Cells.Count).Where(cell => table.Cells[cell].Value is >= 1 and var value && value < smallest)];
    }

    public static int AtLeast(CountTable table, int smallest, TimeSpan longest)
    {
        var self = new FewestHidden(table, smallest);
        // A small count that is alone in a sum is known: each of its sums hides another one.
        foreach (var cell in self._small)
        {
            foreach (var fact in table.Facts.Where(fact => fact.Terms.Any(term => term.Cell == cell)))
            {
                self._cuts.Add(fact.Terms.Where(term => term.Cell != cell).ToDictionary(term => term.Cell, _ => 1.0));
            }
        }

        var watch = Stopwatch.StartNew();
        var best = self._small.Count;
        foreach (var isWhole in (bool[])[false, true])
        {
            while (watch.Elapsed < longest)
            {
                var (bound, hidden) = self.Solve(isWhole, longest - watch.Elapsed);
                best = Math.Max(best, bound);
                if (hidden is null || !self.AddCuts(hidden))
                {
                    break;
                }
            }
        }

        return best;
    }

    private (int Bound, double[]? Hidden) Solve(bool isWhole, TimeSpan left)
    {
        using var solver = Solver.CreateSolver(isWhole ? "SCIP" : "GLOP");
        solver.SetTimeLimit((long)left.TotalMilliseconds);
        var hidden = isWhole ? solver.MakeBoolVarArray(_table.Cells.Count) : solver.MakeNumVarArray(_table.Cells.Count, 0, 1);
        _small.ForEach(cell => hidden[cell].SetLb(1));
        foreach (var cut in _cuts)
        {
            var constraint = solver.MakeConstraint(1, double.PositiveInfinity, "");
            foreach (var (cell, weight) in cut)
            {
                constraint.SetCoefficient(hidden[cell], weight);
            }
        }

        foreach (var one in hidden)
        {
            solver.Objective().SetCoefficient(one, 1);
        }

        var status = solver.Solve();
        var bound = status == Solver.ResultStatus.OPTIMAL ? solver.Objective().Value() : isWhole ? solver.Objective().BestBound() : 0;
        return ((int)Math.Ceiling(bound - 1e-4), status == Solver.ResultStatus.OPTIMAL ? [.. hidden.Select(one => one.SolutionValue())] : null);
    }

    /// <summary>Adds what the plan, or fraction of one, breaks; false where it breaks nothing.</summary>
    private bool AddCuts(double[] hidden)
    {
        var before = _cuts.Count;
        foreach (var cell in _small)
        {
            var value = _table.Cells[cell].Value!.Value;
            if (Worth(cell, _smallest - value, hidden) is { } up && Worth(cell, -value, hidden) is { } down)
            {
                // It is safe one way or the other, so what holds for both ways holds.
                _cuts.Add(up.Keys.Union(down.Keys).ToDictionary(one => one, one => Math.Max(up.GetValueOrDefault(one), down.GetValueOrDefault(one))));
            }
        }

        return _cuts.Count > before;
    }

    /// <summary>What each cell has to give, were it hidden, for a count to be able to move so far; null where it is able to.</summary>
    private Dictionary<int, double>? Worth(int cell, double by, double[] hidden)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var (more, less) = (solver.MakeNumVarArray(hidden.Length, 0, double.PositiveInfinity), solver.MakeNumVarArray(hidden.Length, 0, double.PositiveInfinity));
        foreach (var fact in _table.Facts)
        {
            var constraint = solver.MakeConstraint(0, 0, "");
            foreach (var (at, factor) in fact.Terms)
            {
                constraint.SetCoefficient(more[at], factor);
                constraint.SetCoefficient(less[at], -factor);
            }
        }

        // A move by its full length; limits grow with how much a cell is hidden.
        var far = Math.Abs(by);
        var limits = new List<(int Cell, double Most, Constraint Constraint)>();
        for (var at = 0; at < hidden.Length; at++)
        {
            if (at == cell)
            {
                (by > 0 ? less : more)[at].SetUb(0);
                (by > 0 ? more : less)[at].SetUb(far);
                continue;
            }

            Limit(at, more[at], far);
            Limit(at, less[at], Math.Min(far, _table.Cells[at].Value!.Value));
        }

        solver.Objective().SetCoefficient((by > 0 ? more : less)[cell], 1);
        solver.Objective().SetMaximization();
        if (solver.Solve() != Solver.ResultStatus.OPTIMAL || solver.Objective().Value() > far - 1e-4)
        {
            return null;
        }

        return limits.Select(one => (one.Cell, Weight: one.Constraint.DualValue() * one.Most / far)).Where(one => one.Weight > Slack)
            .GroupBy(one => one.Cell, one => one.Weight).ToDictionary(one => one.Key, one => Math.Min(1, one.Sum()));

        void Limit(int at, Variable move, double most)
        {
            var constraint = solver.MakeConstraint(double.NegativeInfinity, most * hidden[at], "");
            constraint.SetCoefficient(move, 1);
            limits.Add((at, most, constraint));
        }
    }
}
