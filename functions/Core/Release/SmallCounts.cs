namespace Core.Release;

/// <summary>Where in a column the counts are that a smallest group does not allow; the first ones by row, the others as a number.</summary>
internal sealed class SmallCounts
{
    /// <summary>Findings shown of one code, so more places are never needed.</summary>
    public const int Kept = 100;

    private readonly List<(int Row, long Count)> kept = [];

    public IReadOnlyList<(int Row, long Count)> Places => kept;
    public long Total { get; private set; }

    /// <summary>Takes note of a whole number if it is from 1 to one less than the smallest group; 0 tells of nobody.</summary>
    public void See(int row, long count, int smallestGroup)
    {
        if (count < 1 || count >= smallestGroup)
            return;
        Total++;
        if (kept.Count < Kept)
            kept.Add((row, count));
    }
}
