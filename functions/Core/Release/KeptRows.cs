namespace Core.Release;

/// <summary>The rows of a table that is small enough to be looked at as a whole; of a larger one nothing is kept.</summary>
internal sealed class KeptRows
{
    /// <summary>Cells of the largest table that is looked at as a whole. Tables with suppressed counts are for people to read, and far smaller.</summary>
    public const int MostCells = 100_000;

    private readonly List<FilePart.Row> rows = [];
    private int cells;

    public IReadOnlyList<FilePart.Row> Rows => rows;
    public bool IsTooLarge => cells > MostCells;

    public void See(FilePart.Row row)
    {
        cells = Math.Min(cells + row.Cells.Count, MostCells + 1);
        if (!IsTooLarge)
            rows.Add(row);
        else
            rows.Clear();
    }
}
