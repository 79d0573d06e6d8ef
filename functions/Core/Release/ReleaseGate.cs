using System.Diagnostics;
using Core.Release.Columns;
using Core.Release.Rows;
using Core.Release.Tables;
using NodaTime;

namespace Core.Release;

/// <summary>What the gate says about a file.</summary>
/// <param name="Check">Whether it may leave.</param>
/// <param name="StudentIds">
/// Of an identifiable file, the students in it, each once, so that each one's disclosure is recorded (34 CFR 99.32); otherwise empty.
/// </param>
public sealed record FileCheckResult(FileCheck Check, IReadOnlyList<string> StudentIds)
{
    /// <summary>Where each of those students is met first.</summary>
    public IReadOnlyDictionary<string, (string? Sheet, int Row)> StudentPlaces { get; init; } = new Dictionary<string, (string? Sheet, int Row)>();

    /// <summary>Of an aggregate, its counts and shares, a sheet each: what is compared with other releases. Otherwise empty.</summary>
    public IReadOnlyList<Figures> Figures { get; init; } = [];

    /// <summary>Of rows without names, what its tables tell of groups: what is compared with other such releases. Otherwise empty.</summary>
    public IReadOnlyList<RowTable> Rows { get; init; } = [];
}

/// <summary>Decides whether a file may leave (policy section 6).</summary>
public static class ReleaseGate
{
    /// <summary>Findings of one code that are told one by one.</summary>
    public const int ShownOfEach = 100;

    /// <summary>Judges a file in one pass over its parts.</summary>
    /// <param name="approved">What it may hold.</param>
    /// <param name="today">Birthdays are told from other dates by how far back they lie.</param>
    /// <param name="parts">The file; read once, in order, and never kept.</param>
    /// <param name="giveUp">Ends trying to work hidden counts out; what was not tried by then is a finding.</param>
    public static FileCheckResult Check(ApprovedData approved, LocalDate today, IEnumerable<FilePart> parts, CancellationToken giveUp = default)
    {
        var findings = new Findings(ShownOfEach);
        var students = new Dictionary<string, (string? Sheet, int Row)>(StringComparer.Ordinal);
        var figures = new List<Figures>();
        var tables = new List<RowTable>();
        var births = BirthDates.On(today);
        var police = new PoliceRecords(approved);
        SheetGate? sheet = null;
        long rows = 0;

        foreach (var part in parts)
        {
            switch (part)
            {
                case FilePart.Sheet next:
                    Close();
                    if (next.Name is { } name)
                        TextReport.Of(Place.Sheet(name), name, approved, births, findings);
                    sheet = new SheetGate(next.Name, approved, births);
                    break;
                case FilePart.Row row:
                    (sheet ??= new SheetGate(null, approved, births)).See(row);
                    break;
                case FilePart.Text text:
                    TextReport.Of(text.Where, text.Content, approved, births, findings);
                    break;
                case FilePart.Noticed noticed:
                    // Whose data is in it nobody can tell, so its disclosure could not be recorded a student (34 CFR 99.32).
                    findings.Add(approved.IsIdentifiable && noticed.Finding.Code == FindingCode.OtherFormat
                        ? Sentences.Unreadable("The students in this file cannot be told") : noticed.Finding);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        Close();
        if (rows == 0 && !findings.Has(FindingCode.UnreadableFile) && !findings.Has(FindingCode.OtherFormat) && !findings.Has(FindingCode.MacroFile))
            findings.Add(Sentences.Empty());
        police.Report(findings);
        foreach (var joined in LinkedRows.Within(approved, tables))
            findings.Add(joined);
        HiddenCounts.Report(figures, approved, findings, giveUp);
        return new FileCheckResult(findings.ToCheck(), [.. students.Keys]) { Figures = figures, Rows = tables, StudentPlaces = students };

        void Close()
        {
            if (sheet is null)
                return;
            var report = sheet.Close();
            report.Report(approved, findings);
            police.See(report);
            if (approved.IsIdentifiable)
            {
                foreach (var (id, row) in report.StudentIds(findings))
                    students.TryAdd(id, (report.Name, row));
            }

            if (approved.IsAggregate)
                figures.Add(report.Figures(approved));
            if (report is { Alike: { Rows: > 0 } alike })
                tables.Add(RowTable.Of(report.Name, alike, approved.Covered));
            rows += report.Rows;
        }
    }
}
