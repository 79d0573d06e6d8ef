using System.Globalization;
using Core.Release.Columns;
using NodaTime;

namespace Core.Release.Rows;

/// <summary>
/// Makes the safe version of a table of student rows: without the columns that may not leave, with keys recoded so that least is lost, and
/// without the rows that stay in too small a group (policy section 6).
/// </summary>
internal static class SafeRows
{
    /// <summary>Cells beyond which a file is too large to be made anew in memory.</summary>
    private const long MostCells = 12_000_000;

    public static SafeVersionResult Make(ApprovedData approved, LocalDate today, IEnumerable<FilePart> parts)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<FilePart.Row>();
        var sheets = new List<string?>();
        long cells = 0;
        foreach (var part in parts)
        {
            switch (part)
            {
                case FilePart.Noticed { Finding: { Code: FindingCode.UnreadableFile or FindingCode.MacroFile } stops }:
                    return new(null, stops.Text);
                case FilePart.Sheet sheet:
                    sheets.Add(sheet.Name);
                    break;
                case FilePart.Row row when HeaderRow.Filled(row) > 0:
                    rows.Add(new(row.Number, [.. row.Cells.Select(Shared)]));
                    cells += row.Cells.Count;
                    break;
            }
            if (cells > MostCells)
                return No("The table is too large to be made anew as a whole: split it.");
            if (sheets.Count > 1)
                return No("The workbook has several sheets: save the one to release as a file of its own.");
        }
        return rows.Count < 2 ? No("The file holds no rows that can be read.") : Of(sheets.FirstOrDefault(), approved, today, rows);

        // Most cells repeat a few values; those that do not are kept once anyway.
        string Shared(string text)
        {
            if (texts.TryGetValue(text, out var known))
                return known;
            if (texts.Count < 100_000)
                texts.Add(text, text);
            return text;
        }
    }

    private static SafeVersionResult Of(string? sheet, ApprovedData approved, LocalDate today, List<FilePart.Row> rows)
    {
        var gate = new SheetGate(sheet, approved, BirthDates.On(today));
        rows.ForEach(gate.See);
        var report = gate.Close();
        if (report.Alike is not { } groups || report.HeaderRow is not { } header)
            return No("No row of this file names its columns: put names above them.");
        if (groups.IsCutOff)
            return No("Nearly every row is the only one of its kind, so that recoding would leave nothing: leave columns out first.");

        var search = new Recoding(groups);
        var plan = search.Best();
        if (plan.LeftOut >= groups.Rows)
            return No($"Whatever is recoded, no group of {approved.SmallestGroup} students is left: release counts instead of rows.");
        var table = search.Recoded(plan);
        var going = report.Columns.Where(column => RowRoles.Of(column) is RowRole.Forbidden or RowRole.Text || NotAsked.IsFor(column, approved)).ToDictionary(column => column.Index);
        var dropped = groups.Keys.Where((_, at) => plan.Steps[at].Labels is null).Select(key => key.Index).ToHashSet();
        if (going.Count == 0 && !plan.ChangesColumns && plan.LeftOut == 0)
            return No($"Every row is in a group of at least {approved.SmallestGroup} students: nothing has to be recoded.");

        var keyOf = groups.Keys.Select((key, at) => (key.Index, At: at)).ToDictionary(one => one.Index, one => one.At);
        var kept = Enumerable.Range(0, report.Columns.Count).Where(column => !going.ContainsKey(column) && !dropped.Contains(column)).ToList();
        var made = new List<IReadOnlyList<string>> { kept.Select(column => Cell(header, column).Trim()).ToList() };
        var (codes, key) = (new int[groups.Keys.Count], new int[groups.Keys.Count]);
        long leftOut = 0;
        foreach (var row in rows.Where(row => row.Number > header.Number && report.IsData(row)))
        {
            groups.CodesOf(row, codes);
            for (var at = 0; at < codes.Length; at++)
                key[at] = plan.Steps[at].Code(codes[at]);
            if (table.Find(key) is var group && (group < 0 || groups.IsBad(table, group)))
                leftOut++;
            else
                made.Add(kept.ConvertAll(column => keyOf.TryGetValue(column, out var at) && plan.Steps[at].Words.Length > 0 ? plan.Steps[at].Label(codes[at]) : Cell(row, column)));
        }

        var check = ReleaseGate.Check(approved, today, made.Select((one, at) => (FilePart)new FilePart.Row(at + 1, one)).Prepend(new FilePart.Sheet(null))).Check;
        return check.Verdict == Verdict.Pass
            ? new(new SafeTable(made, [], [], [], null) { Recoded = Words(going.Values, plan, leftOut, approved) }, null)
            : No($"What the recoding leaves still has to be mended by hand ({check.Findings[0].Where}): {check.Findings[0].Text}");
    }

    private static string Words(IEnumerable<ColumnProfile> going, RecodingPlan plan, long leftOut, ApprovedData approved)
    {
        var removed = going.Select(column => column.Header.Length > 0 ? $"\"{column.Header}\"" : Place.Letters(column.Index)).ToList();
        var steps = plan.Steps.Where(step => step.Words.Length > 0).Select(step => step.Words).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"To protect students, every row shares what it tells with at least {approved.SmallestGroup - 1} others.")
            + (removed.Count == 0 ? "" : $" Left out because they may not leave: {string.Join(", ", removed)}.")
            + (steps.Count == 0 ? "" : $" Made coarser: {string.Join("; ", steps)}.")
            + (leftOut == 0 ? "" : $" Left out because they were still one of a few: {RowSentences.Rows(leftOut)}.");
    }

    private static string Cell(FilePart.Row row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    private static SafeVersionResult No(string why) => new(null, why);
}
