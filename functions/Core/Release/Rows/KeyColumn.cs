using Core.Release.Columns;

namespace Core.Release.Rows;

/// <summary>A column's different values as numbers from 1 on; a blank cell is a value too.</summary>
/// <param name="index">The column, counted from 0.</param>
/// <param name="header">Its header.</param>
/// <param name="trait">What it tells about a student.</param>
/// <param name="dimension">The same in words that are the same in every file.</param>
internal sealed class KeyColumn(int index, string header, Trait trait, string dimension)
{
    // A key with more different values singles out nearly every row; the rest of them count as one more value.
    private const int MostValues = 100_000;

    private readonly Dictionary<string, int> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> values = [];
    /// <summary>The code of each value that its column remembers, by the number it has there; 0 where it was not asked for yet.</summary>
    private int[] ofRemembered = [];

    public int Index { get; } = index;
    public string Header { get; } = header;
    public Trait Trait { get; } = trait;
    public string Dimension { get; } = dimension;

    /// <summary>There were more different values than are kept apart.</summary>
    public bool IsBeyond { get; private set; }

    /// <summary>The values by code; code 1 is the first.</summary>
    public IReadOnlyList<string> Values => values;

    public int Code(string cell)
    {
        var text = cell.AsSpan().Trim();
        var lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var code))
            return code;
        if (values.Count == MostValues)
        {
            IsBeyond = true;
            return MostValues + 1;
        }
        values.Add(text.ToString());
        codes.Add(values[^1], values.Count);
        return values.Count;
    }

    /// <summary>The same, without looking the value up again where its column remembers it.</summary>
    /// <param name="cell">The value.</param>
    /// <param name="remembered">The number under which it is remembered; 0 where it is not.</param>
    public int Code(string cell, int remembered)
    {
        if (remembered == 0)
            return Code(cell);
        if (remembered >= ofRemembered.Length)
            Array.Resize(ref ofRemembered, Math.Max(16, 2 * remembered));
        ref var code = ref ofRemembered[remembered];
        return code > 0 ? code : code = Code(cell);
    }

    /// <summary>The name in a sentence.</summary>
    public string Name => Header.Length > 0 ? $"\"{Header}\"" : $"column {Place.Letters(Index)}";

    public string Value(int code) => code <= values.Count ? values[code - 1] : "";
}
