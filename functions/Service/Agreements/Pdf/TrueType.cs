using System.Buffers.Binary;
using System.Text;

namespace Service.Agreements.Pdf;

/// <summary>
/// A TrueType font, read as far as a PDF needs it: which glyph a character has, how wide it is, and the font reduced to the glyphs
/// that are used (OpenType specification, chapters cmap, glyf, head, hhea, hmtx, loca, maxp).
/// </summary>
internal sealed class TrueType
{
    // What a PDF reader draws glyphs with; names, kerning and the rest stay out. Sorted, as the format asks.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] data;
    private readonly Dictionary<string, (int Start, int Length)> tables = new(StringComparer.Ordinal);
    private readonly int metrics;
    private readonly int characters;
    private readonly bool longOffsets;

    public TrueType(byte[] data)
    {
        this.data = data;
        for (var number = 0; number < Short(4); number++)
        {
            var entry = 12 + (16 * number);
            tables[Encoding.ASCII.GetString(data, entry, 4)] = (Int(entry + 8), Int(entry + 12));
        }

        metrics = Short(At("hhea") + 34);
        longOffsets = Short(At("head") + 50) == 1;
        GlyphCount = Short(At("maxp") + 4);
        characters = FindCharacters();
    }

    public int GlyphCount { get; }
    /// <summary>Thousandths of the font size, as PDF counts.</summary>
    public int Ascent => Scale(Signed(At("hhea") + 4));
    public int Descent => Scale(Signed(At("hhea") + 6));
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(side => Scale(Signed(At("head") + 36 + (2 * side))))];

    /// <summary>Width of a glyph, in thousandths of the font size.</summary>
    public int Width(int glyph) => Scale(Short(At("hmtx") + (4 * Math.Min(glyph, metrics - 1))));

    /// <summary>The glyph of a character; 0, an empty box, where the font has none.</summary>
    public int Glyph(Rune character)
    {
        // Format 12: groups of first and last character and the first's glyph, sorted.
        var (low, high) = (0, Int(characters + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = characters + 16 + (12 * middle);
            if (character.Value < Int(group))
            {
                high = middle - 1;
            }
            else if (character.Value > Int(group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return Int(group + 8) + character.Value - Int(group);
            }
        }

        return 0;
    }

    /// <summary>A font with only these glyphs; they keep their numbers.</summary>
    public byte[] Subset(IEnumerable<int> used)
    {
        var glyphs = new SortedSet<int>(used) { 0 };
        for (var open = new Queue<int>(glyphs); open.TryDequeue(out var glyph);)
        {
            foreach (var part in Parts(glyph).Where(glyphs.Add))
            {
                open.Enqueue(part);
            }
        }

        var count = glyphs.Max + 1;
        var outlines = new MemoryStream();
        var offsets = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * glyph), (int)outlines.Length);
            if (glyphs.Contains(glyph))
            {
                outlines.Write(Outline(glyph));
                outlines.Write(new byte[(4 - (outlines.Length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * count), (int)outlines.Length);
        return Assemble(name => name switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => offsets,
            "hmtx" => Metrics(count),
            "head" => Patched(name, (50, 1)),
            "hhea" => Patched(name, (34, count)),
            "maxp" => Patched(name, (4, count)),
            _ => Table(name),
        });
    }

    private byte[] Assemble(Func<string, byte[]> content)
    {
        var kept = Kept.Where(tables.ContainsKey).ToList();
        var power = (int)Math.Log2(kept.Count);
        var head = new byte[12 + (16 * kept.Count)];
        BinaryPrimitives.WriteInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(4), (short)kept.Count);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(6), (short)(16 << power));
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(8), (short)power);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(10), (short)((16 * kept.Count) - (16 << power)));
        var body = new MemoryStream();
        foreach (var (name, number) in kept.Select((name, number) => (name, number)))
        {
            var bytes = content(name);
            var entry = head.AsSpan(12 + (16 * number));
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(bytes));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], head.Length + (int)body.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            body.Write(bytes);
            body.Write(new byte[(4 - (bytes.Length % 4)) % 4]);
        }

        return [.. head, .. body.ToArray()];
    }

    private static uint Checksum(byte[] bytes)
    {
        byte[] padded = [.. bytes, .. new byte[(4 - (bytes.Length % 4)) % 4]];
        var sum = 0u;
        for (var at = 0; at < padded.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded.AsSpan(at)));
        }

        return sum;
    }

    private byte[] Metrics(int count)
    {
        var (bytes, start) = (new byte[4 * count], At("hmtx"));
        for (var glyph = 0; glyph < count; glyph++)
        {
            Array.Copy(data, start + (4 * Math.Min(glyph, metrics - 1)), bytes, 4 * glyph, 2);
            Array.Copy(data, glyph < metrics ? start + (4 * glyph) + 2 : start + (4 * metrics) + (2 * (glyph - metrics)), bytes, (4 * glyph) + 2, 2);
        }

        return bytes;
    }

    private byte[] Patched(string name, (int At, int Value) patch)
    {
        var bytes = Table(name);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(patch.At), (ushort)patch.Value);
        return bytes;
    }

    /// <summary>The glyphs that a composite glyph is put together from.</summary>
    private List<int> Parts(int glyph)
    {
        const int WordArguments = 0x0001, Scaled = 0x0008, More = 0x0020, ScaledTwice = 0x0040, Matrix = 0x0080;
        var parts = new List<int>();
        var (start, length) = Place(glyph);
        if (length == 0 || Signed(start) >= 0)
        {
            return parts;
        }

        int flags;
        var at = start + 10;
        do
        {
            flags = Short(at);
            parts.Add(Short(at + 2));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & Scaled) != 0 ? 2 : (flags & ScaledTwice) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
        while ((flags & More) != 0);

        return parts;
    }

    private ReadOnlySpan<byte> Outline(int glyph)
    {
        var (start, length) = Place(glyph);
        return data.AsSpan(start, length);
    }

    private (int Start, int Length) Place(int glyph)
    {
        var (start, end) = longOffsets
            ? (Int(At("loca") + (4 * glyph)), Int(At("loca") + (4 * glyph) + 4))
            : (2 * Short(At("loca") + (2 * glyph)), 2 * Short(At("loca") + (2 * glyph) + 2));
        return (At("glyf") + start, end - start);
    }

    private int FindCharacters()
    {
        var start = At("cmap");
        return Enumerable.Range(0, Short(start + 2)).Select(number => start + Int(start + 4 + (8 * number) + 4))
            .First(subtable => Short(subtable) == 12);
    }

    private byte[] Table(string name) => data.AsSpan(tables[name].Start, tables[name].Length).ToArray();
    private int At(string name) => tables[name].Start;
    private int Scale(int units) => (int)Math.Round(units * 1000.0 / Short(At("head") + 18));
    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    private int Signed(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    private int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
