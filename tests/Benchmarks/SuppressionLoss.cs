using System.Diagnostics;
using System.Globalization;
using Core.Release;
using Core.Release.SmallCells;
using Core.Release.Tables;
using Core.Routing;

namespace Benchmarks;

/// <summary>How many cells the suppression hides beside the exact optimum, found by trying every set, on tables small enough for that.</summary>
internal static class SuppressionLoss
{
    private const int Smallest = 10;

    public static (int Hidden, int Exact, double Milliseconds) Measure(int tables)
    {
        var random = new Random(20260302);
        var (hidden, exact, watch) = (0, 0, new Stopwatch());
        for (var n = 0; n < tables; n++)
        {
            var table = Table(random, 3, 3);
            watch.Start();
            var plan = Suppression.Plan(table, Smallest)!;
            watch.Stop();
            hidden += plan.Primary.Count + plan.Complementary.Count;
            exact += plan.Primary.Count + Fewest(table, plan);
        }

        return (hidden, exact, watch.Elapsed.TotalMilliseconds / tables);
    }

    /// <summary>One table of 50 by 50 counts with all its totals: the seconds, the cells hidden, and the fewest that any plan has to hide.</summary>
    /// <param name="small">The share of its counts that is small.</param>
    public static (double Seconds, int Small, int Hidden, int AtLeast) Large(double small)
    {
        var table = Table(new Random(7), 50, 50, small);
        var watch = Stopwatch.StartNew();
        var plan = Suppression.Plan(table, Smallest)!;
        var seconds = watch.Elapsed.TotalSeconds;
        return (seconds, plan.Primary.Count, plan.Primary.Count + plan.Complementary.Count, FewestHidden.AtLeast(table, Smallest, TimeSpan.FromSeconds(120)));
    }

    /// <summary>
    /// The same table as a file, a row a count, each with its percentage of all students: the seconds from the rows to the safe version,
    /// attack included, the counts hidden, and the percentages.
    /// </summary>
    public static (double Seconds, int Hidden, int Shares) WithPercentages(double small)
    {
        var table = Table(new Random(7), 50, 50, small);
        var rows = table.Cells.Select((cell, at) => (IReadOnlyList<string>)
        [
            at / 51 == 50 ? "Total" : $"School {at / 51}", at % 51 == 50 ? "Total" : $"Program {at % 51}", $"{cell.Value}",
            string.Create(CultureInfo.InvariantCulture, $"{100.0 * cell.Value!.Value / table.Cells[^1].Value!.Value:F2}%"),
        ]).Prepend(["school", "program", "students", "percent"]);
        var watch = Stopwatch.StartNew();
        var result = SafeVersion.Make(
            new(DataLevel.Aggregate, [], Smallest, 4), new(2026, 3, 2),
            rows.Select((cells, at) => (FilePart)new FilePart.Row(at + 1, cells)).Prepend(new FilePart.Sheet(null)));
        return result.Table is { } safe
            ? (watch.Elapsed.TotalSeconds, safe.Small.Count + safe.Others.Count, safe.Shares.Count)
            : throw new InvalidOperationException(result.WhyNot);
    }

    private static int Fewest(CountTable table, SuppressionPlan plan)
    {
        var others = Enumerable.Range(0, table.Cells.Count).Except(plan.Primary).ToArray();
        for (var size = 0; size < plan.Complementary.Count; size++)
        {
            if (Sets(others, size).Any(set => IsSafe(table, plan with { Complementary = set })))
            {
                return size;
            }
        }

        return plan.Complementary.Count;
    }

    private static bool IsSafe(CountTable table, SuppressionPlan plan) =>
        Attack.On(plan.Apply(table)).All(found => !plan.Primary.Contains(found.Cell) || !found.GivesAway(Smallest, int.MaxValue));

    private static IEnumerable<int[]> Sets(int[] from, int size) => size == 0
        ? [[]]
        : Enumerable.Range(0, from.Length).SelectMany(first => Sets(from[(first + 1)..], size - 1).Select(rest => (int[])[from[first], .. rest]));

    private static CountTable Table(Random random, int rows, int columns, double small = 0.25)
    {
        var inner = Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() < small ? random.Next(1, Smallest) : random.Next(10, 300)).ToArray();
        var cells =
            from row in Enumerable.Range(0, rows + 1)
            from column in Enumerable.Range(0, columns + 1)
            let value = (from r in Enumerable.Range(0, rows)
                         from c in Enumerable.Range(0, columns)
                         where (row == rows || r == row) && (column == columns || c == column)
                         select (long)inner[(r * columns) + c]).Sum()
            let whom = Group.Of(new[] { ("row", row, rows), ("column", column, columns) }
                .Where(one => one.Item2 != one.Item3).Select(one => KeyValuePair.Create(one.Item1 + " of", $"{one.Item2}")))
            select new Figure("students", whom, $"row {row}, column {column}", value, 0, null, row, column);
        return JointTable.Of([new([.. cells], [], [])], []).Counts;
    }
}
