using System.Globalization;
using Google.OrTools.LinearSolver;

namespace Core.Tests.Release.Proof;

/// <summary>
/// Reads a published table as somebody would who knows what each cell means, and works out what is left for a sum of inner counts. It shares
/// no line with the gate: its unknowns are the inner counts alone, its facts the cells as they are printed, its solver another one.
/// </summary>
internal sealed class Attacker(PublishedTable table, IReadOnlyList<IReadOnlyList<string>> rows, string hidden)
{
    private const double Slack = 1e-6;
    /// <summary>No group has as many students; where this is what limits a sum, nothing does.</summary>
    private const double Everybody = 100_000;

    /// <summary>The least and the most whole number that the sum can be; null where nothing limits it.</summary>
    public (long Low, long? High) Range(IReadOnlyList<int> sum) =>
        ((long)Math.Ceiling(Extreme(sum, maximize: false) - Slack), Extreme(sum, maximize: true) is < Everybody and var most ? (long)Math.Floor(most + Slack) : null);

    /// <summary>Every question is asked anew, so that no answer leans on the one before.</summary>
    private double Extreme(IReadOnlyList<int> sum, bool maximize)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var inner = solver.MakeNumVarArray(table.Truth.Count, 0, Everybody);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                if (table.Tells[row][column] is { } told && rows[row][column] is { Length: > 0 } text && text != hidden)
                {
                    Believe(solver, inner, told, text);
                }
            }
        }

        var objective = solver.Objective();
        foreach (var one in sum)
        {
            objective.SetCoefficient(inner[one], 1);
        }

        objective.SetOptimizationDirection(maximize);
        // The truth itself fits all that is printed.
        solver.Solve().ShouldBe(Solver.ResultStatus.OPTIMAL);
        return objective.Value();
    }

    private static void Believe(Solver solver, Variable[] inner, Told told, string text)
    {
        if (told.Under is null)
        {
            var count = double.Parse(text, CultureInfo.InvariantCulture);
            var constraint = solver.MakeConstraint(count, count, "");
            foreach (var one in told.Over)
            {
                constraint.SetCoefficient(inner[one], 1);
            }

            return;
        }

        var (share, half) = (double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture), 0.5 * Math.Pow(10, -told.Digits));
        Bound((share - half) / 100, double.NegativeInfinity, 0);
        Bound((share + half) / 100, 0, double.PositiveInfinity);

        // The share of those below the line, less those above it.
        void Bound(double factor, double low, double high)
        {
            var constraint = solver.MakeConstraint(low, high, "");
            foreach (var one in told.Under.Union(told.Over))
            {
                constraint.SetCoefficient(inner[one], (told.Under.Contains(one) ? factor : 0) - (told.Over.Contains(one) ? 1 : 0));
            }
        }
    }
}
