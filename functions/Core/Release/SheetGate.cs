using Core.Release.Columns;
using Core.Release.Rows;
using Core.Routing;

namespace Core.Release;

/// <summary>Judges one table while its rows pass.</summary>
internal sealed class SheetGate(string? name, ApprovedData approved, BirthDates births)
{
    private readonly List<FilePart.Row> first = [];
    private readonly List<ColumnProfile> columns = [];
    /// <summary>Titles above the table and notes below it: text, in no column.</summary>
    private readonly ColumnProfile notes = new(0, "notes", births, keepsIds: false);
    private readonly KeptRows kept = new();
    private AlikeRows? alike;
    private FilePart.Row? headerRow;
    private IReadOnlyList<string>? header;
    private int headingsAt;
    private long rows;

    /// <summary>Rows of data, without header, titles and notes.</summary>
    public long Rows => rows;

    public void See(FilePart.Row row)
    {
        if (header is not null)
            SeeData(row);
        else if (HeaderRow.Filled(row) == 0)
            return;
        else
        {
            first.Add(row);
            if (first.Count == HeaderRow.LookedAt)
                Start();
        }
    }

    /// <summary>The table has ended: says what was found.</summary>
    public SheetReport Close()
    {
        if (header is null && first.Count > 0)
            Start();
        return new SheetReport(name, rows, columns, notes, kept.Rows)
        {
            IsTooLarge = kept.IsTooLarge,
            HeaderRow = headerRow,
            Headings = header ?? [],
            HeadingsAt = headingsAt,
            Births = births,
            Alike = alike?.Close(),
            IsData = row => !IsNote(row),
        };
    }

    private void Start()
    {
        var index = HeaderRow.IndexIn(first, births);
        var top = first[index];
        (header, headingsAt) = (top.Cells, top.Number);
        if (approved.Level == DataLevel.DeIdentifiedStudentLevel)
            alike = new AlikeRows(approved, columns);
        for (var column = 0; column < header.Count; column++)
            AddColumn();
        foreach (var above in first.Take(index))
            SeeNote(above);
        headerRow = HeaderRow.IsData(top, births) ? null : top;
        foreach (var row in headerRow is null ? first.Skip(index) : first.Skip(index + 1))
            SeeData(row);
        first.Clear();
    }

    private void SeeData(FilePart.Row row)
    {
        var filled = HeaderRow.Filled(row);
        if (filled == 0)
            return;
        if (filled == 1 && IsNote(row))
        {
            SeeNote(row);
            return;
        }
        rows++;
        if (approved.IsAggregate)
            kept.See(row);
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var text = row.Cells[column];
            if (string.IsNullOrWhiteSpace(text))
                continue;
            while (columns.Count <= column)
                AddColumn();
            var reading = columns[column].See(row.Number, text);
            columns[column].Texts.See(row.Number, reading.Signs & TextReport.Unapproved(approved));
            if (approved.IsAggregate && reading.Has(CellSigns.Integer))
                columns[column].Small.See(row.Number, reading.Number, approved.SmallestGroup);
        }
        alike?.See(row);
    }

    /// <summary>Text alone in a row of a wide table is no row of it.</summary>
    private bool IsNote(FilePart.Row row) => columns.Count > 2 && HeaderRow.Filled(row) == 1
        && row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)) is var only && !CellReading.Of(only, births).Has(CellSigns.Integer);

    private void SeeNote(FilePart.Row row)
    {
        foreach (var text in row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            var reading = notes.See(row.Number, text);
            // The office names its own people in notes.
            var telling = TextIdentifiers.SpeaksOfStudent(text) ? reading.Signs : reading.Signs & (CellSigns.IdInText | CellSigns.Characterisation);
            notes.Texts.See(row.Number, telling & TextReport.Unapproved(approved));
        }
    }

    private void AddColumn() => columns.Add(new ColumnProfile(
        columns.Count, columns.Count < header!.Count ? header[columns.Count].Trim() : "", births, approved.IsIdentifiable));
}
