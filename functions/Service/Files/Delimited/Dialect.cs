namespace Service.Files.Delimited;

/// <summary>How a file separates its columns.</summary>
/// <param name="Delimiter">The character between two cells.</param>
/// <param name="IsDeclared">The first line says so ("sep=;").</param>
internal sealed record Dialect(char Delimiter, bool IsDeclared)
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter that divides the most rows of the sample into as many cells as the first row; a comma where none divides it at all.</summary>
    public static Dialect Of(ReadOnlySpan<char> sample)
    {
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n')
            return new(sample[4], IsDeclared: true);

        var best = (Delimiter: ',', Agreeing: 0.0, Cells: 0);
        foreach (var candidate in Candidates)
        {
            var counts = CountsPerRow(sample, candidate);
            if (counts.Count == 0)
                continue;
            var usual = counts.GroupBy(count => count).OrderByDescending(group => group.Count()).First();
            var agreeing = usual.Key == 0 ? 0 : (double)usual.Count() / counts.Count;
            if (agreeing > best.Agreeing || (agreeing == best.Agreeing && usual.Key > best.Cells))
                best = (candidate, agreeing, usual.Key);
        }
        return new(best.Delimiter, IsDeclared: false);
    }

    /// <summary>How often the candidate stands outside quotation marks in each full row that is not blank.</summary>
    private static List<int> CountsPerRow(ReadOnlySpan<char> sample, char candidate)
    {
        var counts = new List<int>();
        var (count, length, quoted) = (0, 0, false);
        foreach (var letter in sample)
        {
            if (letter == '"')
                quoted = !quoted;
            if (!quoted && letter is '\n' or '\r')
            {
                if (length > 0)
                    counts.Add(count);
                (count, length) = (0, 0);
                continue;
            }
            length++;
            if (!quoted && letter == candidate)
                count++;
        }
        // The sample cuts its last row, unless it is the only one.
        if (length > 0 && counts.Count == 0)
            counts.Add(count);
        return counts;
    }
}
