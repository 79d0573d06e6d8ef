namespace Core.Release.SmallCells;

/// <summary>What can be worked out about one hidden count.</summary>
/// <param name="Cell">Its index in the table.</param>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be; null where nothing limits it.</param>
public sealed record Recovered(int Cell, long Low, long? High)
{
    /// <summary>Nothing is hidden at all: it can be one value only.</summary>
    public bool IsExact => High == Low;

    /// <summary>
    /// It gives a small group away: it lies wholly from 1 to below <paramref name="smallestGroup"/>, in a range of fewer values than
    /// <paramref name="narrowest"/> (policy section 6).
    /// </summary>
    public bool GivesAway(int smallestGroup, int narrowest) =>
        High is { } high && Low >= 1 && high < smallestGroup && high - Low + 1 < narrowest;
}
