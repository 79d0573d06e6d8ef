using System.Runtime.InteropServices;

namespace Core.Release.Columns;

/// <summary>
/// What a column's different values look like, numbered from 1 on in the order they are met. A table by hand: every cell of a file is looked up
/// here, and a general one spends most of that on its hash. A file made to have equal hashes slows its own check down a little, no more: whoever
/// fills this keeps it small.
/// </summary>
internal sealed class RememberedReadings
{
    private readonly List<string> texts = [];
    private readonly List<CellReading> readings = [];
    private int[] slots = new int[16];

    /// <summary>How many values are known.</summary>
    public int Count => texts.Count;

    /// <summary>The values in their order.</summary>
    public IReadOnlyCollection<string> Texts => texts;

    /// <summary>What the value of a number looks like.</summary>
    public CellReading this[int number] => readings[number - 1];

    /// <summary>The number of a value, letter for letter; 0 where it is not known.</summary>
    public int Find(string text) => slots[Slot(text)];

    /// <summary>Takes in a value that is not known yet.</summary>
    public int Add(string text, CellReading reading)
    {
        texts.Add(text);
        readings.Add(reading);
        slots[Slot(text)] = Count;
        if (Count * 4 > slots.Length)
            Grow();
        return Count;
    }

    /// <summary>Where the value stands, or would.</summary>
    private int Slot(string text)
    {
        for (var slot = Hash(text) & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] is var number && (number == 0 || texts[number - 1] == text))
                return slot;
        }
    }

    private void Grow()
    {
        slots = new int[slots.Length * 4];
        for (var number = 1; number <= Count; number++)
            slots[Slot(texts[number - 1])] = number;
    }

    /// <summary>Four characters at a time.</summary>
    private static int Hash(ReadOnlySpan<char> text)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)text.Length * Odd;
        for (; text.Length >= 4; text = text[4..])
            hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text)));
        var rest = 0UL;
        foreach (var letter in text)
            rest = (rest << 16) | letter;
        return (int)Mixed(hash ^ rest);

        static ulong Mixed(ulong value)
        {
            value *= Odd;
            return value ^ (value >> 32);
        }
    }
}
