using System.Globalization;
using Core.Release.Columns;
using Core.Release.Rows;
using Core.Release.SmallCells;
using Core.Release.Tables;
using Core.Routing;
using NodaTime;

namespace Core.Release;

/// <summary>A table with its small counts hidden, and as few others as it takes that nobody can work them out; or rows made coarser.</summary>
/// <param name="Rows">Every row of the file, with what is hidden replaced by its mark.</param>
/// <param name="Small">Places of the counts and shares that were small themselves.</param>
/// <param name="Others">Places of the counts hidden to protect them.</param>
/// <param name="Shares">Places of the shares that would tell a hidden count.</param>
/// <param name="Hidden">All of this with the reasons; null for rows, of which no single cell is hidden.</param>
public sealed record SafeTable(
    IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string> Small, IReadOnlyList<string> Others, IReadOnlyList<string> Shares, HiddenCells? Hidden)
{
    /// <summary>Of rows without names: what was left out and made coarser, in plain words; null for a table of counts.</summary>
    public string? Recoded { get; init; }
}

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

    /// <summary>Answered where no safe version was found in time.</summary>
    internal const string TooHard = "The table is too large, or too much is tied together in it, to be suppressed in time: split it and upload its parts.";

    /// <summary>Makes the safe version of a file with one table.</summary>
    /// <param name="approved">What the file may hold.</param>
    /// <param name="today">Birthdays are told from other dates by how far back they lie.</param>
    /// <param name="parts">The file, read once.</param>
    /// <param name="earlier">What was released about the same students already.</param>
    /// <param name="giveUp">Ends the search for it.</param>
    public static SafeVersionResult Make(
        ApprovedData approved, LocalDate today, IEnumerable<FilePart> parts, IReadOnlyList<EarlierRelease>? earlier = null, CancellationToken giveUp = default)
    {
        if (approved.Level == DataLevel.DeIdentifiedStudentLevel)
            return SafeRows.Make(approved, today, parts);
        if (!approved.IsAggregate)
            return No("Only a table of counts can be suppressed, or rows without names recoded, and this request is for neither.");

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

        var report = Report(sheets.FirstOrDefault()?.Name, approved, today, rows);
        var figures = report.Figures(approved);
        if (figures.Counts.Any(figure => figure.Value is null))
            return No("Some counts are hidden or blank already, so what protects them cannot be worked out: upload the table with all its counts.");

        var before = earlier ?? [];
        var joint = JointTable.Of([figures], before);
        // What earlier releases give away among themselves is no longer this file's to protect.
        var lost = before.Count == 0 ? [] : Differencing.Places(JointTable.Of([], before), approved, giveUp);
        if (Suppression.Plan(joint.Counts, approved.SmallestGroup, cell => lost.Contains(cell.Place), giveUp) is not { } plan)
            return giveUp.IsCancellationRequested ? No(TooHard) : No("The small counts of this table cannot be protected by hiding others"
                + (before.Count == 0 ? "" : $" beside what was released before ({Labels(before)})") + ": bring its groups together into larger ones.");
        if (plan.Primary.Count + plan.Complementary.Count == 0)
            return No($"No count in this table is from 1 to {approved.SmallestGroup - 1}: nothing has to be hidden.");

        // Better than policy asks, where that can be had: that a count is small at all is not to be told.
        string? why = null;
        foreach (var aim in (ApprovedData[])[approved with { NarrowestRange = approved.SmallestGroup }, approved])
        {
            var hiding = new Hiding(joint, figures, plan);
            why = new Repair(aim, before, lost, Reread, giveUp).Until(hiding, figures);
            if (why is null)
                return new(hiding.Table(rows, approved.SmallestGroup, before.Count), null);
        }

        return No(why!);

        Figures Reread(Hiding hiding) => Report(sheets.FirstOrDefault()?.Name, approved, today,
            hiding.Rows(rows)).Figures(approved);
    }

    private static string Labels(IReadOnlyList<EarlierRelease> earlier) =>
        string.Join("; ", earlier.Take(3).Select(one => one.Label)) + (earlier.Count > 3 ? $" and {earlier.Count - 3} more" : "");

    private static SheetReport Report(string? sheet, ApprovedData approved, LocalDate today, List<FilePart.Row> rows)
    {
        var gate = new SheetGate(sheet, approved, BirthDates.On(today));
        rows.ForEach(gate.See);
        return gate.Close();
    }

    private static SafeVersionResult No(string why) => new(null, why);
}
