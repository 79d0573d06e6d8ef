using Core.Release.Columns;

namespace Core.Release;

/// <summary>Where in a column text tells something about a student; the first places by row, the others as a number.</summary>
internal sealed class TextPlaces
{
    private readonly List<(int Row, CellSigns Signs)> kept = [];

    public IReadOnlyList<(int Row, CellSigns Signs)> Places => kept;

    /// <summary>Cells beyond those that are kept.</summary>
    public long More { get; private set; }

    /// <summary>Takes note of a cell if it tells anything.</summary>
    public void See(int row, CellSigns signs)
    {
        if ((signs & LooseText.Telling) == CellSigns.None)
            return;
        if (kept.Count < SmallCounts.Kept)
            kept.Add((row, signs & LooseText.Telling));
        else
            More++;
    }
}
