using Core.Release.SmallCells;

namespace Core.Release.Tables;

/// <summary>The cells of a joint table while it is put together: one for each measure of each group, whichever files it stands in.</summary>
internal sealed class JointCells
{
    private readonly Dictionary<(string Measure, string Group), int> _index = [];

    public List<CountCell> Cells { get; } = [];
    public List<Fact> Facts { get; } = [];
    public List<(int Sheet, int Row, int Column)?> At { get; } = [];
    public Dictionary<int, Share> Rates { get; } = [];

    /// <summary>The cell of a measure of a group; null where nothing is known of it.</summary>
    public int? Find(string measure, Group group) => _index.TryGetValue((measure, group.Key), out var cell) ? cell : null;

    /// <summary>A new cell; where the measure of this group has one already, this one stands apart from it.</summary>
    public int Add(string measure, Group group, CountCell cell, (int, int, int)? at = null)
    {
        _index.TryAdd((measure, group.Key), Cells.Count);
        return AddApart(cell, at);
    }

    /// <summary>A new cell that no other file speaks of.</summary>
    public int AddApart(CountCell cell, (int, int, int)? at = null)
    {
        Cells.Add(cell);
        At.Add(at);
        return Cells.Count - 1;
    }

    /// <summary>The bounds of a cell: its value where it is shown.</summary>
    public (double Low, double High) Bounds(int cell) => Cells[cell] is { Value: { } value }
        ? (value, value)
        : (Cells[cell].Low, Cells[cell].High ?? double.PositiveInfinity);
}
