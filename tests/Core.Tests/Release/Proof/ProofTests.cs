using Core.Release;
using Core.Routing;
using CsCheck;
using NodaTime;

namespace Core.Tests.Release.Proof;

/// <summary>policy section 6, proven from outside: what the gate suppressed no attacker works out, and what it left out would be.</summary>
public sealed class ProofTests
{
    private const int Smallest = 10;
    private static readonly ApprovedData Aggregate = new(DataLevel.Aggregate, [], Smallest, 4);
    private static readonly LocalDate Today = new(2026, 3, 2);

    private static IEnumerable<FilePart> Parts(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.Select((cells, index) => (FilePart)new FilePart.Row(index + 1, cells)).Prepend(new FilePart.Sheet(null));

    private static string Print(IReadOnlyList<IReadOnlyList<string>> rows) => string.Join('\n', rows.Select(row => string.Join(',', row)));

    /// <summary>The small counts of a table that an attacker still works out: ranges wholly from 1 to 9, of fewer values than given.</summary>
    private static List<string> WorkedOut(PublishedTable table, IReadOnlyList<IReadOnlyList<string>> rows, int narrowest)
    {
        var attacker = new Attacker(table, rows, SafeVersion.Mark);
        var found = new List<string>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                if (table.Tells[row][column] is { Under: null } told && table.Count(told) is >= 1 and < Smallest
                    && attacker.Range(told.Over) is { Low: >= 1, High: < Smallest } range && range.High - range.Low + 1 < narrowest)
                {
                    found.Add($"row {row + 1}, column {column + 1} is {table.Count(told)}, from {range.Low} to {range.High}");
                }
            }
        }

        return found;
    }

    [Fact]
    public void No_small_count_of_a_suppressed_table_can_be_worked_out()
    {
        var (made, better, whole, all) = (0, 0, 0, 0);
        PublishedTable.Any.Sample(table =>
        {
            Interlocked.Increment(ref all);
            var result = SafeVersion.Make(Aggregate, Today, Parts(table.Rows));
            if (result.Table is not { } safe)
            {
                result.WhyNot.ShouldNotBeNullOrEmpty();
                if (result.WhyNot.Contains("nothing has to be hidden", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref whole);
                    WorkedOut(table, table.Rows, Aggregate.NarrowestRange).ShouldBeEmpty(Print(table.Rows));
                }

                return;
            }

            Interlocked.Increment(ref made);
            Interlocked.Add(ref better, WorkedOut(table, safe.Rows, Smallest).Count == 0 ? 1 : 0);
            WorkedOut(table, safe.Rows, Aggregate.NarrowestRange).ShouldBeEmpty($"{Print(table.Rows)}\nbecame\n{Print(safe.Rows)}");
            ReleaseGate.Check(Aggregate, Today, Parts(safe.Rows)).Check.Findings.ShouldBeEmpty($"{Print(table.Rows)}\nbecame\n{Print(safe.Rows)}");
        }, iter: 400);
        // Small tables with small totals cannot be protected by hiding alone; most can.
        (made + whole).ShouldBeGreaterThan(all * 8 / 10);
        // Policy bears a range of four values; what the gate makes itself nearly always leaves more.
        better.ShouldBeGreaterThan(made * 95 / 100);
    }

    [Fact]
    public void The_attacker_does_work_out_what_is_not_protected()
    {
        var (worked, all) = (0, 0);
        PublishedTable.Any.Sample(table =>
        {
            if (SafeVersion.Make(Aggregate, Today, Parts(table.Rows)).Table is not { Others.Count: > 0 } safe)
            {
                return;
            }

            // As before, but every count that is not small itself is shown again.
            var careless = safe.Rows.Select((row, r) => (IReadOnlyList<string>)[.. row.Select((cell, c) =>
                table.Tells[r][c] is { Under: null } told && table.Count(told) is 0 or >= Smallest ? table.Rows[r][c] : cell)]).ToList();
            Interlocked.Increment(ref all);
            Interlocked.Add(ref worked, WorkedOut(table, careless, Aggregate.NarrowestRange).Count > 0 ? 1 : 0);
        }, iter: 150);
        all.ShouldBeGreaterThan(30);
        // The others were hidden for a share of theirs that would be small, which this attacker does not look at.
        worked.ShouldBeGreaterThan(all * 4 / 5);
    }
}
