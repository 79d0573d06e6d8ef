using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>Finds, for a small count, the nearest other table that agrees with what stays published.</summary>
internal sealed class AlternativeTable : IDisposable
{
    private const double Slack = 1e-6;
    /// <summary>What is hidden already costs next to nothing, so alternatives share cells.</summary>
    private const double HiddenCost = 1e-4;

    private readonly CountTable _table;
    private readonly int _smallestGroup;
    private readonly double[] _truth;
    private readonly (double Low, double High)[] _shown;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Variable[] _more;
    private readonly Variable[] _less;

    private AlternativeTable(CountTable table, int smallestGroup, double[] truth, (double Low, double High)[] shown)
    {
        (_table, _smallestGroup, _truth, _shown) = (table, smallestGroup, truth, shown);
        _more = _solver.MakeNumVarArray(truth.Length, 0, double.PositiveInfinity);
        _less = _solver.MakeNumVarArray(truth.Length, 0, double.PositiveInfinity);
        foreach (var fact in table.Facts.Where(fact => fact.GoesWith.Count == 0))
        {
            var sum = fact.Terms.Sum(term => truth[term.Cell] * term.Factor);
            var constraint = _solver.MakeConstraint(Math.Min(fact.Low - sum, 0), Math.Max(fact.High - sum, 0), "");
            foreach (var (cell, factor) in fact.Terms)
            {
                constraint.SetCoefficient(_more[cell], constraint.GetCoefficient(_more[cell]) + factor);
                constraint.SetCoefficient(_less[cell], constraint.GetCoefficient(_less[cell]) - factor);
            }
        }

        for (var cell = 0; cell < truth.Length; cell++)
        {
            // What shows more when it is lost costs more, but less than one cell in all.
            var cost = 1 + (Math.Log2(1 + truth[cell]) / 64);
            SetCost(cell, Suppression.CanBeHidden(table, cell) ? cost : HiddenCost);
        }

        _solver.Objective().SetMinimization();
    }

    /// <summary>A search over a table.</summary>
    public static AlternativeTable Of(CountTable table, int smallestGroup)
    {
        var truth = Truth(table);
        return new(table, smallestGroup, truth, Shown(table, truth));
    }

    /// <summary>How far a small count is from the nearest one that would not be small.</summary>
    public double Distance(int cell) => Math.Min(_truth[cell], _smallestGroup - _truth[cell]);

    /// <summary>The cells to hide for the table to differ so, or null where there is no such table.</summary>
    public IReadOnlyList<int>? Find(int cell, HashSet<int> hidden, bool allowNew)
    {
        for (var other = 0; other < _truth.Length; other++)
        {
            var (low, high) = Range(other, hidden, allowNew);
            _more[other].SetUb(high - _truth[other]);
            _less[other].SetUb(_truth[other] - low);
            if (Suppression.CanBeHidden(_table, other) && hidden.Contains(other))
            {
                SetCost(other, HiddenCost);
            }
        }

        var ways = new[] { Move(cell, Math.Max(_smallestGroup - _truth[cell], 0), 0, hidden), Move(cell, 0, _truth[cell], hidden) };
        return ways.Where(way => way is not null).MinBy(way => way!.Value.Cost)?.Cells;
    }

    public void Dispose() => _solver.Dispose();

    private (double Low, double High) Range(int cell, HashSet<int> hidden, bool allowNew) =>
        Suppression.CanBeHidden(_table, cell) && (allowNew || hidden.Contains(cell)) ? (0, double.PositiveInfinity) : _shown[cell];

    private void SetCost(int cell, double cost)
    {
        _solver.Objective().SetCoefficient(_more[cell], cost);
        _solver.Objective().SetCoefficient(_less[cell], cost);
    }

    private (double Cost, IReadOnlyList<int> Cells)? Move(int cell, double up, double down, HashSet<int> hidden)
    {
        var (more, less) = (_more[cell].Ub(), _less[cell].Ub());
        if (up > more + Slack || down > less + Slack)
        {
            return null;
        }

        _more[cell].SetBounds(up, up);
        _less[cell].SetBounds(down, down);
        var solved = _solver.Solve() == Solver.ResultStatus.OPTIMAL;
        var differs = !solved ? [] : Enumerable.Range(0, _truth.Length).Where(other => other != cell && Differs(other)).ToList();
        _more[cell].SetBounds(0, more);
        _less[cell].SetBounds(0, less);
        return solved ? (differs.Count(other => !hidden.Contains(other)) + (differs.Count * 1e-3), differs) : null;
    }

    /// <summary>It can be hidden and takes a value that would not agree with what it shows.</summary>
    private bool Differs(int cell)
    {
        var value = _truth[cell] + _more[cell].SolutionValue() - _less[cell].SolutionValue();
        return Suppression.CanBeHidden(_table, cell) && (value < _shown[cell].Low - Slack || value > _shown[cell].High + Slack);
    }

    private static (double Low, double High)[] Shown(CountTable table, double[] truth)
    {
        var shown = table.Cells.Select((cell, index) => cell.IsHidden ? (cell.Low, cell.High ?? double.PositiveInfinity) : (truth[index], truth[index])).ToArray();
        foreach (var fact in table.Facts.Where(fact => fact.Terms.Count == 1 && fact.GoesWith.Count > 0))
        {
            var ((cell, _), (low, high)) = (fact.Terms[0], shown[fact.Terms[0].Cell]);
            shown[cell] = (Math.Max(low, Math.Min(fact.Low, truth[cell])), Math.Min(high, Math.Max(fact.High, truth[cell])));
        }

        return shown;
    }

    /// <summary>The counts as they are; of those that nobody knows, some that add up to everything published.</summary>
    private static double[] Truth(CountTable table)
    {
        var truth = table.Cells.Select(cell => (double)(cell.Value ?? 0)).ToArray();
        foreach (var part in Part.Of(table))
        {
            using var ranges = new Ranges(table, part);
            foreach (var (cell, value) in ranges.Filling())
            {
                truth[cell] = value;
            }
        }

        return truth;
    }
}
