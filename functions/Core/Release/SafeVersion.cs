using System.Globalization;
using Core.Release.Columns;
using Core.Release.SmallCells;
using NodaTime;

namespace Core.Release;

/// <summary>A table with its small counts hidden, and as few others as it takes that nobody can work them out.</summary>
/// <param name="Rows">Every row of the file, with what is hidden replaced by its mark.</param>
/// <param name="Small">Places of the counts that were small themselves.</param>
/// <param name="Others">Places of the counts hidden to protect them.</param>
/// <param name="Report">What was hidden and why, in words for the requester.</param>
public sealed record SafeTable(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Small, IReadOnlyList<string> Others, string Report);

/// <summary>The safe version of a file, or why there is none.</summary>
/// <param name="Table">The safe version; null where there is none.</param>
/// <param name="WhyNot">What stands against it and what to do; null where nothing does.</param>
public sealed record SafeVersionResult(SafeTable? Table, string? WhyNot);

/// <summary>Makes the suppressed table of an aggregate file itself, losing as little as it can (policy section 6).</summary>
public static class SafeVersion
{
    /// <summary>
    /// Stands for every hidden count, small or not. A mark that told the small ones ("&lt;10") would bound them, and totals could then give
    /// them away.
    /// </summary>
    public const string Mark = "*";

    /// <summary>Makes the safe version of a file with one table.</summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="today">Birthdays are told from other dates by how far back they lie.</param>
    /// <param name="parts">The file, read once.</param>
    public static SafeVersionResult Make(ApprovedData approved, LocalDate today, IEnumerable<FilePart> parts)
    {
        if (!approved.IsAggregate)
            return No("Only a table of counts can be suppressed, and this request is for student-level data.");

        // Of a huge file only as much is read as it takes to know that it is too large.
        var cells = 0;
        var read = parts.TakeWhile(part => (cells += part is FilePart.Row row ? row.Cells.Count : 0) <= KeptRows.MostCells).ToList();
        if (cells > KeptRows.MostCells)
            return No("The table is too large to be suppressed as a whole: split it.");
        var sheets = read.OfType<FilePart.Sheet>().ToList();
        var rows = read.OfType<FilePart.Row>().ToList();
        if (sheets.Count > 1)
            return No("The workbook has several sheets: save the one to release as a file of its own.");
        if (rows.Count == 0)
            return No("The file holds no rows that can be read.");

        var gate = new SheetGate(sheets.FirstOrDefault()?.Name, approved, BirthDates.On(today));
        rows.ForEach(gate.See);
        var report = gate.Close();
        var tables = AggregateTables.Of(report.Name, report.Columns, report.KeptRows);
        if (tables.Any(table => table.Counts.Cells.Any(cell => cell.IsHidden)))
            return No("Some counts are hidden or blank already, so what protects them cannot be worked out: upload the table with all its counts.");

        var hidden = new HashSet<(int Row, int Column)>();
        var (small, others) = (new List<string>(), new List<string>());
        foreach (var table in tables)
        {
            if (Suppression.Plan(table.Counts, approved.SmallestGroup) is not { } plan)
                return No("The small counts of this table cannot be protected by hiding others: bring its groups together into larger ones.");
            hidden.UnionWith(plan.Primary.Concat(plan.Complementary).Select(cell => table.At[cell]));
            small.AddRange(plan.Primary.Select(cell => table.Counts.Cells[cell].Place));
            others.AddRange(plan.Complementary.Select(cell => table.Counts.Cells[cell].Place));
        }

        return small.Count == 0
            ? No($"No count in this table is from 1 to {approved.SmallestGroup - 1}: nothing has to be hidden.")
            : new(new([.. rows.Select(row => Replaced(row, hidden))], small, others, Words(small.Count, others.Count, approved.SmallestGroup)), null);
    }

    private static IReadOnlyList<string> Replaced(FilePart.Row row, HashSet<(int Row, int Column)> hidden) =>
        [.. row.Cells.Select((cell, column) => hidden.Contains((row.Number, column)) ? Mark : cell)];

    private static string Words(int small, int others, int smallestGroup) =>
        string.Create(CultureInfo.InvariantCulture, $"To protect students in small groups, {Counts(small)} below {smallestGroup} {(small == 1 ? "is" : "are")} shown as \"{Mark}\"")
        + (others == 0 ? "." : $", and {Counts(others)} more, because the totals would give the small ones away otherwise.");

    private static string Counts(int number) => number == 1 ? "1 count" : $"{number} counts";

    private static SafeVersionResult No(string why) => new(null, why);
}
