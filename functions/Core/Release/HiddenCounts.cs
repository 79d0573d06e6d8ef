using System.Globalization;
using Core.Release.Columns;
using Core.Release.SmallCells;

namespace Core.Release;

/// <summary>Looks for counts that a table hides and that can be worked out all the same (policy section 6: complementary suppression).</summary>
internal static class HiddenCounts
{
    /// <summary>Hidden counts beyond which the attack would take minutes.</summary>
    private const int MostHidden = 1500;

    public static void Report(
        string? sheet, IReadOnlyList<ColumnProfile> columns, IReadOnlyList<FilePart.Row> rows, ApprovedData approved, Findings findings)
    {
        var counting = columns.Where((column, index) => column.Count(CellSigns.Integer) > 0 && CountColumns.Counts(column, columns.ElementAtOrDefault(index + 1))).ToList();
        var dimensions = columns.Where(column => !counting.Contains(column) && column.Count(CellSigns.Fraction) == 0 && column.HeaderKind is not (ColumnKind.Rate or ColumnKind.Money)).ToList();
        foreach (var cells in Tables(sheet, counting, dimensions, rows))
        {
            var table = Cube.Of(cells);
            var hidden = table.Cells.Count(cell => cell.IsHidden);
            if (hidden > MostHidden)
            {
                findings.Add(Sentences.TooManyHidden(Place.Sheet(sheet), hidden));
                continue;
            }

            foreach (var found in Attack.On(table) ?? [])
            {
                if (found.IsExact || found.GivesAway(approved.SmallestGroup, approved.NarrowestRange))
                    findings.Add(Sentences.Recoverable(table.Cells[found.Cell].Place, found.Low, found.High!.Value, Because(table, found.Cell)));
            }
        }
    }

    /// <summary>
    /// The tables that a sheet's counting columns make. A total among the columns makes the columns one more dimension; otherwise each
    /// column counts something else and is a table of its own.
    /// </summary>
    private static IEnumerable<IReadOnlyList<CubeCell>> Tables(
        string? sheet, List<ColumnProfile> counting, List<ColumnProfile> dimensions, IReadOnlyList<FilePart.Row> rows)
    {
        var across = counting.Count > 2 && counting.Count(column => Totals.IsTotal(column.Header)) == 1;
        var tables = across ? [counting] : counting.Select(column => new List<ColumnProfile> { column });
        return tables.Select(table => (IReadOnlyList<CubeCell>)
        [
            .. from row in rows
               let at = dimensions.Select(dimension => Coordinate(Text(row, dimension.Index))).ToList()
               from column in table
               let count = Count(Place.Cell(sheet, row.Number, column.Index, column.Header), Text(row, column.Index))
               where count is not null
               select new CubeCell(across ? [.. at, Coordinate(column.Header)] : at, count),
        ]);
    }

    private static string? Coordinate(string text) => Totals.IsTotal(text) ? null : text.Trim().ToUpperInvariant();

    private static CountCell? Count(string place, string text)
    {
        if (long.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return new(place, value);
        return HiddenMark.Read(text) is { } bounds ? new(place, null, bounds.Low, bounds.High) : null;
    }

    private static string Text(FilePart.Row row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>The sum with the fewest hidden counts in which it stands.</summary>
    private static string Because(CountTable table, int cell) =>
        table.Facts.Where(fact => fact.Terms.Any(term => term.Cell == cell))
            .MinBy(fact => fact.Terms.Count(term => table.Cells[term.Cell].IsHidden))?.Words ?? "its mark says so";
}
