using System.Globalization;
using System.Text;
using static Service.Agreements.Pdf.PdfFile;

namespace Service.Agreements.Pdf;

/// <summary>
/// A typeface in one document: writes text as glyph numbers, remembers which were used, and puts just those into the file, with the
/// way back to characters so that the text can be searched, copied and read aloud (ISO 32000-1, 9.7).
/// </summary>
/// <param name="name">How pages refer to it, such as <c>F1</c>.</param>
/// <param name="fontName">Its PostScript name.</param>
internal sealed class PdfFont(string name, string fontName, TrueType font)
{
    private readonly SortedDictionary<int, Rune> used = [];

    public string Name => name;

    /// <summary>Width in points.</summary>
    public double Measure(string text, double points) => text.EnumerateRunes().Sum(character => font.Width(font.Glyph(character))) * points / 1000;

    /// <summary>The text as glyph numbers, in hexadecimal digits.</summary>
    public string Write(string text) => string.Concat(text.EnumerateRunes().Select(character =>
    {
        var glyph = font.Glyph(character);
        // The box that stands for every letter the font lacks reads as "unknown", not as the first of them.
        used.TryAdd(glyph, glyph == 0 ? Rune.ReplacementChar : character);
        return glyph.ToString("X4", CultureInfo.InvariantCulture);
    }));

    /// <summary>Adds the font to the file; call it when all text is written.</summary>
    public int AddTo(PdfFile file)
    {
        // A subset is marked by six letters, so that nobody takes it for the whole font.
        var subset = $"AGREEM+{fontName}";
        var bytes = font.Subset(used.Keys);
        var program = file.AddStream(bytes, Invariant($"/Length1 {bytes.Length}"));
        var descriptor = file.Add(Invariant(
            $"<< /Type /FontDescriptor /FontName /{subset} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 729 /StemV 80 /FontFile2 {program} 0 R >>"));
        var widths = string.Join(' ', used.Keys.Select(glyph => Invariant($"{glyph} [{font.Width(glyph)}]")));
        var glyphs = file.Add(Invariant(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{subset} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}] >>"));
        var characters = file.AddStream(Encoding.ASCII.GetBytes(Characters()));
        return file.Add(Invariant(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{subset} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {characters} 0 R >>"));
    }

    private string Characters()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        // The format takes at most 100 entries at a time.
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, character) in some)
            {
                var units = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()));
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{units}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
