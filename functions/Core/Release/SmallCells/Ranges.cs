using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>The ranges of the hidden counts of one part of a table, each by two linear programs over the same constraints.</summary>
internal sealed class Ranges : IDisposable
{
    private const double Slack = 1e-6;
    /// <summary>Where a count could be this large, nothing limits it.</summary>
    private const double Endless = 1e9;
    /// <summary>One program takes milliseconds; one that takes longer than this is given up and proves nothing.</summary>
    private const long LongestMilliseconds = 20_000;

    private readonly CountTable _table;
    private readonly Part _part;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<int, Variable> _unknown = [];
    private readonly List<(Fact Fact, Constraint Constraint)> _facts = [];
    /// <summary>Facts about one hidden count alone, which bound it to whole numbers.</summary>
    private readonly List<(Fact Fact, int Cell)> _single = [];
    private readonly Dictionary<int, (double Least, double Most)> _seen = [];
    private readonly Dictionary<int, double> _first;
    private bool _isUnproven;

    public Ranges(CountTable table, Part part)
    {
        (_table, _part) = (table, part);
        _solver.SetTimeLimit(LongestMilliseconds);
        foreach (var cell in part.Cells)
        {
            _unknown[cell] = _solver.MakeNumVar(table.Cells[cell].Low, table.Cells[cell].High ?? double.PositiveInfinity, "");
        }

        foreach (var fact in part.Facts)
        {
            Add(fact);
        }

        _isUnproven = !Believe();
        _first = part.Cells.ToDictionary(cell => cell, cell => _seen.TryGetValue(cell, out var seen) ? seen.Least : table.Cells[cell].Low);
    }

    /// <summary>Some way to fill the table in shows that the count is not given away.</summary>
    public bool IsOpen(int cell, int smallestGroup)
    {
        return _seen.TryGetValue(cell, out var seen) && seen is var (least, most) && most - least >= 2 && (most >= smallestGroup || least < Slack);
    }

    /// <summary>The range of a hidden count; null where the arithmetic failed, so that nothing is proven.</summary>
    public Recovered? Of(int cell) => Solve(cell, maximize: false) is { } least && Solve(cell, maximize: true) is { } most
        ? new(cell, (long)Math.Ceiling(least - Slack), most >= Endless ? null : (long)Math.Floor(most + Slack))
        : null;

    /// <summary>The facts that bind at both ends of its range.</summary>
    public IReadOnlyList<Fact> Proof(int cell)
    {
        var used = new List<Fact>();
        foreach (var maximize in (bool[])[false, true])
        {
            if (Solve(cell, maximize) is null or >= Endless)
            {
                continue;
            }

            used.AddRange(_facts.Where(one => Math.Abs(one.Constraint.DualValue()) > Slack).Select(one => one.Fact));
            used.AddRange(_single.Where(one => Math.Abs(_unknown[one.Cell].ReducedCost()) > Slack).Select(one => one.Fact));
        }

        used.AddRange(_single.Where(one => one.Cell == cell && used.Count == 0).Select(one => one.Fact));
        return [.. used.Distinct()];
    }

    /// <summary>Some counts that fit everything published.</summary>
    public IEnumerable<(int Cell, double Value)> Filling() => _part.Cells.Select(cell => (cell, _first[cell]));

    public void Dispose() => _solver.Dispose();

    private void Add(Fact fact)
    {
        var known = fact.Terms.Sum(term => _table.Cells[term.Cell].Value is { } value ? value * term.Factor : 0);
        var terms = fact.Terms.Where(term => _unknown.ContainsKey(term.Cell)).GroupBy(term => term.Cell, term => term.Factor)
            .Select(term => (Cell: term.Key, Factor: term.Sum())).ToList();
        var (low, high) = (fact.Low - known, fact.High - known);
        if (terms is [var (only, factor)] && factor != 0)
        {
            var (least, most) = factor > 0 ? (low / factor, high / factor) : (high / factor, low / factor);
            var variable = _unknown[only];
            var bounds = (Low: Math.Max(variable.Lb(), Math.Ceiling(least - Slack)), High: Math.Min(variable.Ub(), Math.Floor(most + Slack)));
            // One that contradicts the others is not believed.
            if (bounds.Low <= bounds.High)
            {
                variable.SetBounds(bounds.Low, bounds.High);
                _single.Add((fact, only));
            }

            return;
        }

        var constraint = _solver.MakeConstraint(low, high, "");
        terms.ForEach(term => constraint.SetCoefficient(_unknown[term.Cell], term.Factor));
        _facts.Add((fact, constraint));
    }

    /// <summary>
    /// Where no counts add up to everything published, drops the facts that have to give way for the rest to hold. False where the
    /// arithmetic failed.
    /// </summary>
    private bool Believe()
    {
        _solver.Objective().Clear();
        switch (_solver.Solve())
        {
            case Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE:
                See();
                return true;
            case Solver.ResultStatus.NOT_SOLVED:
                return false;
        }

        var gives = new List<(int Fact, Variable More, Variable Less)>();
        for (var fact = 0; fact < _facts.Count; fact++)
        {
            var (more, less) = (_solver.MakeNumVar(0, double.PositiveInfinity, ""), _solver.MakeNumVar(0, double.PositiveInfinity, ""));
            _facts[fact].Constraint.SetCoefficient(more, 1);
            _facts[fact].Constraint.SetCoefficient(less, -1);
            _solver.Objective().SetCoefficient(more, 1);
            _solver.Objective().SetCoefficient(less, 1);
            gives.Add((fact, more, less));
        }

        _solver.Objective().SetMinimization();
        if (_solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return false;
        }

        // Read before anything changes: a change unmakes the solution.
        var broken = gives.Where(one => one.More.SolutionValue() + one.Less.SolutionValue() > Slack).Select(one => one.Fact).ToList();
        foreach (var (_, more, less) in gives)
        {
            more.SetUb(0);
            less.SetUb(0);
        }

        foreach (var fact in broken.OrderDescending())
        {
            _facts[fact].Constraint.SetBounds(double.NegativeInfinity, double.PositiveInfinity);
            _facts.RemoveAt(fact);
        }

        _solver.Objective().Clear();
        if (_solver.Solve() is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return false;
        }

        See();
        return true;
    }

    /// <summary>The least or most it can be; null where that could not be worked out.</summary>
    private double? Solve(int cell, bool maximize)
    {
        if (_isUnproven)
        {
            return null;
        }

        var objective = _solver.Objective();
        objective.Clear();
        objective.SetCoefficient(_unknown[cell], 1);
        objective.SetOptimizationDirection(maximize);
        var status = _solver.Solve();
        if (maximize && status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE && _unknown[cell].Ub() > Endless)
        {
            // It has solutions, so it has no limit, or one that is found under a limit far away.
            _unknown[cell].SetUb(Endless);
            status = _solver.Solve();
            var found = status == Solver.ResultStatus.OPTIMAL ? objective.Value() : (double?)null;
            if (found is not null)
            {
                See();
            }

            _unknown[cell].SetUb(double.PositiveInfinity);
            return found;
        }

        if (status != Solver.ResultStatus.OPTIMAL)
        {
            return null;
        }

        See();
        return objective.Value();
    }

    private void See()
    {
        foreach (var cell in _part.Cells)
        {
            var value = _unknown[cell].SolutionValue();
            var (least, most) = _seen.GetValueOrDefault(cell, (value, value));
            _seen[cell] = (Math.Min(least, value), Math.Max(most, value));
        }
    }
}
