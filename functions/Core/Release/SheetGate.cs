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
    private readonly CellSigns unapproved = TextReport.Unapproved(approved);
    private readonly bool isAggregate = approved.IsAggregate;
    /// <summary>Of the row at hand, the number under which each column remembers its value.</summary>
    private int[] remembered = [];
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
        else if (HeaderRow.Filled(row, enough: 1) == 0)
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
        var filled = HeaderRow.Filled(row, enough: 2);
        if (filled == 0)
            return;
        if (filled == 1 && IsNote(row))
        {
            SeeNote(row);
            return;
        }
        rows++;
        if (isAggregate)
            kept.See(row);
        if (remembered.Length < row.Cells.Count)
            remembered = new int[row.Cells.Count];
        for (var column = 0; column < row.Cells.Count; column++)
            remembered[column] = SeeCell(row.Number, column, row.Cells[column]);
        alike?.See(row, remembered.AsSpan(0, row.Cells.Count));
    }

    /// <returns>The number under which its column remembers the value; 0 where it does not, or the cell is blank.</returns>
    private int SeeCell(int row, int column, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return 0;
        while (columns.Count <= column)
            AddColumn();
        var profile = columns[column];
        var (reading, number) = profile.See(row, text);
        profile.Texts.See(row, reading.Signs & unapproved);
        if (isAggregate && reading.Has(CellSigns.Integer))
            profile.Small.See(row, reading.Number, approved.SmallestGroup);
        return number;
    }

    /// <summary>Text alone in a row of a wide table is no row of it.</summary>
    private bool IsNote(FilePart.Row row) => columns.Count > 2 && HeaderRow.Filled(row, enough: 2) == 1
        && row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell)) is var only && !CellReading.Of(only, births).Has(CellSigns.Integer);

    private void SeeNote(FilePart.Row row)
    {
        foreach (var text in row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            var (reading, _) = notes.See(row.Number, text);
            // The office names its own people in notes.
            var telling = TextIdentifiers.SpeaksOfStudent(text) ? reading.Signs : reading.Signs & (CellSigns.IdInText | CellSigns.Characterisation);
            notes.Texts.See(row.Number, telling & unapproved);
        }
    }

    private void AddColumn() => columns.Add(new ColumnProfile(
        columns.Count, columns.Count < header!.Count ? header[columns.Count].Trim() : "", births, approved.IsIdentifiable));
}
