using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>
/// Reads the counts and shares of a sheet: of whom each is, in words that are the same in every file. Wide tables (a column a category)
/// and long ones (a row a category) give the same figures.
/// </summary>
internal sealed class FigureReader
{
    private readonly string? _sheet;
    private readonly Layout _layout;
    private readonly Group _covered;
    private readonly List<Figure> _counts = [];
    private readonly List<Subtotal> _subtotals = [];
    private readonly List<ShareCell> _shares = [];
    private readonly Dictionary<(string, string), int> _taken = [];

    private FigureReader(string? sheet, Layout layout, Group covered) => (_sheet, _layout, _covered) = (sheet, layout, covered);

    /// <summary>The figures of a sheet.</summary>
    /// <param name="sheet">Its name; null where the format has no sheets.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows of data.</param>
    /// <param name="covered">Whom the whole file is about, where the file itself does not say.</param>
    public static Figures Of(string? sheet, IReadOnlyList<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows, Group covered)
    {
        var layout = Layout.Of(columns, rows);
        var reader = new FigureReader(sheet, layout, covered);
        reader.Read(rows);
        return new(reader._counts, ShareReader.Of(reader._counts, reader._shares, layout), reader._subtotals);
    }

    private void Read(IReadOnlyList<FilePart.Row> rows)
    {
        var labels = new RowLabels(_layout.Breakdowns, rows);
        // Of each column of counts, the rows since its last subtotal.
        var open = _layout.Counting.Select(_ => new List<int>()).ToList();
        foreach (var row in rows)
        {
            var label = labels.Of(row);
            var group = _covered.And(label.Group);
            for (var at = 0; at < _layout.Counting.Count; at++)
            {
                Count(row, group, label, _layout.Counting[at], open[at]);
            }

            foreach (var column in _layout.Shares)
            {
                if (ShareText.Read(row.Text(column.Index)) is { } share)
                {
                    _shares.Add(new(share, group, Place.Cell(_sheet, row.Number, column.Index, column.Header), row.Number, column));
                }
            }
        }
    }

    private void Count(FilePart.Row row, Group group, RowLabel label, CountingColumn counting, List<int> open)
    {
        var column = counting.Column;
        if (CountText.Read(row.Text(column.Index)) is not { } text)
        {
            return;
        }

        var (whom, index) = (group.And(counting.Of), _counts.Count);
        var place = Place.Cell(_sheet, row.Number, column.Index, column.Header);
        if (label.IsSubtotal && label.Dimension is { } dimension && open.Count > 0)
        {
            // It stands for the rows above it, back to the one before; that is no category of anything else in the table.
            whom = whom.With($"{dimension}, subtotals", $"{row.Number}");
            _subtotals.Add(new(index, [.. open]));
            open.Clear();
        }
        else if (!label.IsTotal)
        {
            open.Add(index);
        }

        if (!_taken.TryAdd((counting.Measure, whom.Key), index))
        {
            // The same group twice: figures of something that the file does not tell apart, so nothing ties them.
            var first = _taken[(counting.Measure, whom.Key)];
            _counts[first] = _counts[first] with { Group = _counts[first].Group.With("row", $"{_counts[first].Row}") };
            whom = whom.With("row", $"{row.Number}");
        }

        _counts.Add(new(counting.Measure, whom, place, text.Value, text.Low, text.High, row.Number, column.Index));
        if (text.Share is { } share)
        {
            _shares.Add(new(share, whom, place, row.Number, column) { Measure = counting.Measure });
        }
    }
}

/// <summary>A cell with a share, before it is known of what.</summary>
internal sealed record ShareCell(ShareText Text, Group Group, string Place, int Row, ColumnProfile Column)
{
    /// <summary>What it is a share of students who, where it stands in the cell of the count itself; null where it has a column of its own.</summary>
    public string? Measure { get; init; }
}
