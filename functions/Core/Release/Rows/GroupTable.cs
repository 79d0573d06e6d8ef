namespace Core.Release.Rows;

/// <summary>
/// Rows that are alike in every key, as groups: how many, in which row first, and a few different values of what else is
/// looked at in each. Keys and values are numbers; arrays grow with the groups, not with the rows.
/// </summary>
/// <param name="width">Keys of a group.</param>
/// <param name="kept">Of each thing looked at besides, how many different values are kept of a group.</param>
internal sealed class GroupTable(int width, int[] kept)
{
    private readonly int keptOfGroup = kept.Sum();
    private int[] slots = new int[64];
    private int[] keys = new int[16 * width];
    private int[] rows = new int[16];
    private int[] first = new int[16];
    private int[] seen = new int[16 * kept.Sum()];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Key(int group) => keys.AsSpan(group * width, width);

    public int Rows(int group) => rows[group];

    /// <summary>The row of the file in which the group is seen first.</summary>
    public int FirstRow(int group) => first[group];

    /// <summary>The different values of one thing that are kept of a group.</summary>
    public ReadOnlySpan<int> Seen(int group, int thing)
    {
        var all = seen.AsSpan((group * keptOfGroup) + Start(thing), kept[thing]);
        var end = all.IndexOf(0);
        return end < 0 ? all : all[..end];
    }

    /// <summary>The group with these keys; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<int> key)
    {
        var slot = Slot(key);
        return slots[slot] - 1;
    }

    /// <summary>Adds rows to the group with these keys.</summary>
    public int Add(ReadOnlySpan<int> key, int count, int firstRow)
    {
        var slot = Slot(key);
        if (slots[slot] is > 0 and var known)
        {
            rows[known - 1] += count;
            first[known - 1] = Math.Min(first[known - 1], firstRow);
            return known - 1;
        }

        var group = Count++;
        if (group == rows.Length)
            Grow();
        key.CopyTo(keys.AsSpan(group * width));
        (rows[group], first[group]) = (count, firstRow);
        slots[slot] = group + 1;
        if (Count * 2 > slots.Length)
            Rehash();
        return group;
    }

    /// <summary>Takes note of a value, which must not be 0, unless as many others are known already.</summary>
    public void Note(int group, int thing, int value)
    {
        var all = seen.AsSpan((group * keptOfGroup) + Start(thing), kept[thing]);
        // Most groups of a long file are soon full.
        if (all is [.., not 0])
            return;
        for (var at = 0; at < all.Length; at++)
        {
            if (all[at] == value)
                return;
            if (all[at] == 0)
            {
                all[at] = value;
                return;
            }
        }
    }

    private int Start(int thing)
    {
        var start = 0;
        for (var before = 0; before < thing; before++)
            start += kept[before];
        return start;
    }

    private int Slot(ReadOnlySpan<int> key)
    {
        var hash = 17u;
        foreach (var code in key)
            hash = (hash ^ (uint)code) * 0x9E3779B1u + (hash >> 15);
        hash ^= hash >> 16;
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] == 0 || Key(slots[slot] - 1).SequenceEqual(key))
                return slot;
        }
    }

    private void Grow()
    {
        Array.Resize(ref keys, keys.Length * 2);
        Array.Resize(ref rows, rows.Length * 2);
        Array.Resize(ref first, first.Length * 2);
        Array.Resize(ref seen, seen.Length * 2);
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 4];
        for (var group = 0; group < Count; group++)
            slots[Slot(Key(group))] = group + 1;
    }
}
