namespace Core.Release.Rows;

/// <summary>
/// The codes of a column with the groups they are in, gathered while rows pass. Of too many, those with the lowest numbers are kept: two files
/// that share students then still share numbers.
/// </summary>
/// <param name="index">The column, counted from 0.</param>
/// <param name="header">Its header.</param>
/// <param name="most">How many are kept.</param>
internal sealed class CodeSample(int index, string header, int most = CodeSample.Most)
{
    public const int Most = 400_000;

    private readonly HashSet<(ulong Number, int Group)> seen = [];
    private ulong ceiling = ulong.MaxValue;

    public int Index { get; } = index;

    /// <summary>Every code that passed is kept.</summary>
    public bool IsAll => ceiling == ulong.MaxValue;

    /// <summary>A code was met twice.</summary>
    public bool HasRepeats { get; private set; }

    public void See(ReadOnlySpan<char> cell, int group)
    {
        var text = cell.Trim();
        if (text.Length == 0)
            return;
        var number = NumberOf(text);
        if (number > ceiling)
            return;
        HasRepeats |= !seen.Add((number, group));
        while (seen.Count > most)
        {
            ceiling /= 2;
            seen.RemoveWhere(one => one.Number > ceiling);
        }
    }

    /// <summary>Counts the codes of each group.</summary>
    public int[] StudentsOf(int groups)
    {
        var students = new int[groups];
        foreach (var (_, group) in seen)
            students[group]++;
        return students;
    }

    public StudyCodes Close()
    {
        var all = seen.Order().ToList();
        return new(header, all.ConvertAll(one => one.Number), all.ConvertAll(one => one.Group), IsAll);
    }

    /// <summary>The same for the same code, however its letters are written.</summary>
    private static ulong NumberOf(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037ul;
        foreach (var letter in text)
            hash = (hash ^ char.ToUpperInvariant(letter)) * 1099511628211ul;
        // The lowest numbers are a fair sample only where every bit is mixed into the highest.
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDul;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53ul;
        return hash ^ (hash >> 33);
    }
}
