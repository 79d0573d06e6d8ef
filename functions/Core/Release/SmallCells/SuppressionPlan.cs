namespace Core.Release.SmallCells;

/// <summary>What to hide so that no small count can be worked out.</summary>
/// <param name="Primary">The counts that are small themselves.</param>
/// <param name="Complementary">The counts hidden to protect them.</param>
public sealed record SuppressionPlan(IReadOnlyList<int> Primary, IReadOnlyList<int> Complementary)
{
    /// <summary>Of a complementary count, one of the small ones that it protects.</summary>
    public IReadOnlyDictionary<int, int> Protects { get; init; } = new Dictionary<int, int>();

    /// <summary>The table with what is to be hidden taken out, and with it every share of what is hidden.</summary>
    public CountTable Apply(CountTable table)
    {
        var hidden = Primary.Concat(Complementary).ToHashSet();
        return new(
            [.. table.Cells.Select((cell, index) => hidden.Contains(index) ? cell with { Value = null } : cell)],
            [.. table.Facts.Where(fact => !fact.GoesWith.Any(hidden.Contains))]);
    }
}
