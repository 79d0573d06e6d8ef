using Google.OrTools.LinearSolver;

namespace Core.Release.SmallCells;

/// <summary>What to hide so that no small count can be worked out.</summary>
/// <param name="Primary">The counts that are small themselves.</param>
/// <param name="Complementary">The counts hidden to protect them.</param>
public sealed record SuppressionPlan(IReadOnlyList<int> Primary, IReadOnlyList<int> Complementary)
{
    /// <summary>The table with what is to be hidden taken out.</summary>
    public CountTable Apply(CountTable table)
    {
        var hidden = Primary.Concat(Complementary).ToHashSet();
        return table with { Cells = [.. table.Cells.Select((cell, index) => hidden.Contains(index) ? cell with { Value = null } : cell)] };
    }
}

/// <summary>
/// Complementary suppression. A small count is safe when some other table agrees with everything that stays published and
/// has there a zero, or a count that is not small: then its range is not wholly among small values. For each small count such a
/// table is looked for that differs in as few further cells as possible; afterwards every hidden cell is tried to be shown again.
/// </summary>
public static class Suppression
{
    private const double Slack = 1e-6;

    /// <summary>Plans what to hide in a table whose counts are all known; null where a small count cannot be protected by hiding others.</summary>
    /// <param name="table">The true counts with their facts.</param>
    /// <param name="smallestGroup">Counts from 1 to below this are small (ODA-03: 10).</param>
    public static SuppressionPlan? Plan(CountTable table, int smallestGroup)
    {
        var primary = Enumerable.Range(0, table.Cells.Count)
            .Where(cell => table.Cells[cell].Value is >= 1 and var value && value < smallestGroup)
            .ToList();
        if (primary.Count == 0)
        {
            return new([], []);
        }

        using var search = new AlternativeTable(table, smallestGroup);
        var hidden = primary.ToHashSet();
        var alternatives = new Dictionary<int, IReadOnlyList<int>>();

        // The hardest first: what protects them protects others for nothing.
        foreach (var cell in primary.OrderByDescending(cell => Distance(table, cell, smallestGroup)).ThenBy(cell => cell))
        {
            if (search.Find(cell, hidden, allowNew: true) is not { } alternative)
            {
                return null;
            }

            alternatives[cell] = alternative;
            hidden.UnionWith(alternative);
        }

        ShowAgain(table, primary, hidden, alternatives, search);
        return new(primary, [.. hidden.Except(primary).Order()]);
    }

    private static long Distance(CountTable table, int cell, int smallestGroup) =>
        Math.Min(table.Cells[cell].Value!.Value, smallestGroup - table.Cells[cell].Value!.Value);

    /// <summary>Shows every complementary cell again whose loss no small count feels, the largest counts first.</summary>
    private static void ShowAgain(
        CountTable table, List<int> primary, HashSet<int> hidden, Dictionary<int, IReadOnlyList<int>> alternatives, AlternativeTable search)
    {
        var isPrimary = primary.ToHashSet();
        foreach (var cell in hidden.Where(cell => !isPrimary.Contains(cell)).OrderByDescending(cell => table.Cells[cell].Value).ToList())
        {
            hidden.Remove(cell);
            var anew = new Dictionary<int, IReadOnlyList<int>>();
            foreach (var felt in primary.Where(one => alternatives[one].Contains(cell)))
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

    /// <summary>Finds, for a small count, the nearest other table that agrees with what stays published.</summary>
    private sealed class AlternativeTable : IDisposable
    {
        private readonly CountTable _table;
        private readonly int _smallestGroup;
        private readonly Solver _solver = Solver.CreateSolver("GLOP");
        private readonly Variable[] _more;
        private readonly Variable[] _less;

        public AlternativeTable(CountTable table, int smallestGroup)
        {
            (_table, _smallestGroup) = (table, smallestGroup);
            _more = _solver.MakeNumVarArray(table.Cells.Count, 0, double.PositiveInfinity);
            _less = [.. table.Cells.Select(cell => _solver.MakeNumVar(0, cell.Value!.Value, ""))];
            foreach (var fact in table.Facts)
            {
                var sum = fact.Terms.Sum(term => table.Cells[term.Cell].Value!.Value * term.Factor);
                var constraint = _solver.MakeConstraint(fact.Low - sum, fact.High - sum, "");
                foreach (var (cell, factor) in fact.Terms)
                {
                    constraint.SetCoefficient(_more[cell], factor);
                    constraint.SetCoefficient(_less[cell], -factor);
                }
            }

            _solver.Objective().SetMinimization();
        }

        /// <summary>The cells in which the table differs, or null where there is no such table.</summary>
        public IReadOnlyList<int>? Find(int cell, HashSet<int> hidden, bool allowNew)
        {
            for (var other = 0; other < _more.Length; other++)
            {
                var open = allowNew || hidden.Contains(other);
                // What is hidden already costs next to nothing, so alternatives share cells; a small count shows less when lost than a large one.
                var cost = hidden.Contains(other) ? 1e-4 : 1 + Math.Log2(1 + _table.Cells[other].Value!.Value) / 64;
                _more[other].SetUb(open ? double.PositiveInfinity : 0);
                _less[other].SetUb(open ? _table.Cells[other].Value!.Value : 0);
                _solver.Objective().SetCoefficient(_more[other], cost);
                _solver.Objective().SetCoefficient(_less[other], cost);
            }

            var value = _table.Cells[cell].Value!.Value;
            var ways = new[] { Move(cell, up: _smallestGroup - value, down: 0, hidden), Move(cell, up: 0, down: value, hidden) };
            return ways.Where(way => way is not null).MinBy(way => way!.Value.Cost)?.Cells;
        }

        private (double Cost, IReadOnlyList<int> Cells)? Move(int cell, long up, long down, HashSet<int> hidden)
        {
            _more[cell].SetBounds(up, up);
            _less[cell].SetBounds(down, down);
            var solved = _solver.Solve() == Solver.ResultStatus.OPTIMAL;
            var differs = !solved ? [] : Enumerable.Range(0, _more.Length)
                .Where(other => other != cell && _more[other].SolutionValue() + _less[other].SolutionValue() > Slack).ToList();
            _more[cell].SetBounds(0, double.PositiveInfinity);
            _less[cell].SetBounds(0, _table.Cells[cell].Value!.Value);
            return solved ? (differs.Count(other => !hidden.Contains(other)) + (differs.Count * 1e-3), differs) : null;
        }

        public void Dispose() => _solver.Dispose();
    }
}
