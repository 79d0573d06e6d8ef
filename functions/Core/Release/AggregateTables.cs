using System.Globalization;
using Core.Release.Columns;
using Core.Release.SmallCells;

namespace Core.Release;

/// <summary>A table of counts as it stands in a sheet.</summary>
/// <param name="Counts">Its counts, and the sums that tie them together.</param>
/// <param name="At">Where each count stands: the row as a person sees it, the column from 0.</param>
internal sealed record AggregateTable(CountTable Counts, IReadOnlyList<(int Row, int Column)> At);

/// <summary>
/// Finds the tables of counts in a sheet. A total among the columns makes the columns one more dimension; otherwise each column
/// counts something else and is a table of its own.
/// </summary>
internal static class AggregateTables
{
    public static IReadOnlyList<AggregateTable> Of(string? sheet, IReadOnlyList<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows)
    {
        var counting = columns.Where((column, index) =>
            (column.Count(CellSigns.Integer) > 0 && CountColumns.Counts(column, columns.ElementAtOrDefault(index + 1))) || IsHiddenWhole(column, rows)).ToList();
        var dimensions = columns.Where(column =>
            !counting.Contains(column) && column.Count(CellSigns.Fraction) == 0 && column.HeaderKind is not (ColumnKind.Rate or ColumnKind.Money)).ToList();
        var across = counting.Count > 2 && counting.Count(column => Totals.IsTotal(column.Header)) == 1;
        return across
            ? [Table(sheet, counting, dimensions, rows, across)]
            : [.. counting.Select(column => Table(sheet, [column], dimensions, rows, across))];
    }

    /// <summary>Nothing but marks: a column of counts of which every one is hidden.</summary>
    private static bool IsHiddenWhole(ColumnProfile column, IReadOnlyList<FilePart.Row> rows) =>
        column.Cells > 0 && rows.All(row => HiddenMark.Read(Text(row, column.Index)) is not null);

    private static AggregateTable Table(
        string? sheet, IReadOnlyList<ColumnProfile> counting, IReadOnlyList<ColumnProfile> dimensions, IReadOnlyList<FilePart.Row> rows, bool across)
    {
        var found = (
            from row in rows
            let at = dimensions.Select(dimension => Coordinate(Text(row, dimension.Index))).ToList()
            from column in counting
            let count = Count(Place.Cell(sheet, row.Number, column.Index, column.Header), Text(row, column.Index))
            where count is not null
            select (Cell: new CubeCell(across ? [.. at, Coordinate(column.Header)] : at, count), At: (row.Number, column.Index))).ToList();
        return new(Cube.Of([.. found.Select(one => one.Cell)]), [.. found.Select(one => one.At)]);
    }

    private static string? Coordinate(string text) => Totals.IsTotal(text) ? null : text.Trim().ToUpperInvariant();

    private static CountCell? Count(string place, string text)
    {
        if (long.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return new(place, value);
        return HiddenMark.Read(text) is { } bounds ? new(place, null, bounds.Low, bounds.High) : null;
    }

    private static string Text(FilePart.Row row, int column) => column < row.Cells.Count ? row.Cells[column] : "";
}
