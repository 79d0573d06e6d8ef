using Core.Release.Columns;

namespace Core.Release;

/// <summary>Finds a table's header among its first rows: titles may stand above it, or it may be missing.</summary>
internal static class HeaderRow
{
    /// <summary>Rows looked at before deciding.</summary>
    public const int LookedAt = 20;

    /// <summary>
    /// The first row at least half as wide as the widest, since titles and notes fill a cell or two; or a narrower one that stands right over
    /// data, since headers may be left blank. Rows must not be empty.
    /// </summary>
    public static int IndexIn(IReadOnlyList<FilePart.Row> rows, BirthDates births)
    {
        var widest = rows.Max(row => Filled(row));
        for (var index = 0; ; index++)
        {
            var filled = Filled(rows[index]);
            if ((2 * filled >= widest && (widest == 1 || filled > 1))
                || (index + 1 < rows.Count && Filled(rows[index + 1]) > filled && IsData(rows[index + 1], births)))
                return index;
        }
    }

    /// <summary>
    /// A file without a header starts with data: such a row is judged like any other. Numbers in a row over a table are labels only if
    /// they are years or go up one by one (grades).
    /// </summary>
    public static bool IsData(FilePart.Row row, BirthDates births)
    {
        long? before = null;
        var (labels, loose) = (0, 0);
        foreach (var cell in row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            var reading = CellReading.Of(cell, births);
            if (reading.Has(CellSigns.Email | CellSigns.Phone | CellSigns.SocialSecurityNumber | CellSigns.IdLike | CellSigns.BirthDate | CellSigns.LastFirst))
                return true;
            if (!reading.Has(CellSigns.Integer) || reading.Number is >= 1900 and < 2100)
                continue;
            if (before is null || reading.Number == before + 1)
                labels++;
            else
                loose++;
            before = reading.Number;
        }
        return loose > 0 || labels == 1;
    }

    /// <summary>How many of its cells are not blank.</summary>
    /// <param name="row">The row.</param>
    /// <param name="enough">Beyond this it is not counted on: most rows are only asked whether they hold anything, or one thing alone.</param>
    public static int Filled(FilePart.Row row, int enough = int.MaxValue)
    {
        var filled = 0;
        for (var column = 0; column < row.Cells.Count && filled < enough; column++)
        {
            if (!string.IsNullOrWhiteSpace(row.Cells[column]))
                filled++;
        }
        return filled;
    }
}
