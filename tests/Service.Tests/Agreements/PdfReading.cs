using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Service.Tests.Agreements;

/// <summary>Reads a PDF back as a reader does: by its table of objects, and its text by each font's map to characters.</summary>
internal sealed class PdfReading
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private readonly Dictionary<int, string> objects = [];
    private readonly Dictionary<int, byte[]> streams = [];

    public PdfReading(byte[] file)
    {
        // Latin-1 keeps every byte as one character.
        var text = Encoding.Latin1.GetString(file);
        Version = text[..text.IndexOf('\n')];
        var table = int.Parse(All(text, @"startxref\n(\d+)\n%%EOF\n$").Single().Groups[1].Value, CultureInfo.InvariantCulture);
        text[table..].ShouldStartWith("xref\n");
        var places = All(text[table..], @"(\d{10}) 00000 n ").Select(place => int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        foreach (var (place, number) in places.Select((place, index) => (place, index + 1)))
        {
            var head = $"{number} 0 obj\n";
            text[place..].ShouldStartWith(head);
            var length = All(text[place..(place + 80)], @"^\d+ 0 obj\n<< /Length (\d+) /Filter").Select(match => match.Groups[1].Value).FirstOrDefault();
            var end = length is null ? text.IndexOf("\nendobj", place, StringComparison.Ordinal) : text.IndexOf(">>\nstream\n", place, StringComparison.Ordinal);
            objects[number] = text[(place + head.Length)..end];
            if (length is not null)
            {
                var (start, size) = (end + ">>\nstream\n".Length, int.Parse(length, CultureInfo.InvariantCulture));
                text[(start + size)..].ShouldStartWith("\nendstream\nendobj\n");
                using var zlib = new ZLibStream(new MemoryStream(file, start, size), CompressionMode.Decompress);
                using var content = new MemoryStream();
                zlib.CopyTo(content);
                streams[number] = content.ToArray();
            }
        }
    }

    public string Version { get; }
    public IEnumerable<byte[]> Streams => streams.Values;

    public int Pages
    {
        get
        {
            var listed = objects.Values.Single(body => body.Contains("/Type /Pages", StringComparison.Ordinal));
            var kids = All(listed, @"(\d+) 0 R").Count();
            listed.ShouldContain($"/Count {kids} ");
            return kids;
        }
    }

    /// <summary>All lines of all pages, joined by blanks.</summary>
    public string Text
    {
        get
        {
            var pages = objects.Values.Where(body => body.Contains("/Type /Page ", StringComparison.Ordinal)).ToList();
            var fonts = All(pages[0], @"/(F\d) (\d+) 0 R").ToDictionary(font => font.Groups[1].Value, font => Characters(objects[Number(font.Groups[2].Value)]));
            return string.Join(' ', pages.Select(page => Encoding.ASCII.GetString(streams[Number(All(page, @"/Contents (\d+)").Single().Groups[1].Value)]))
                .SelectMany(content => All(content, @"BT /(F\d) .* Td <([0-9A-F]*)> Tj ET"))
                .Select(line => string.Concat(line.Groups[2].Value.Chunk(4).Select(glyph => fonts[line.Groups[1].Value][new string(glyph)]))));
        }
    }

    private Dictionary<string, string> Characters(string font) =>
        All(Encoding.ASCII.GetString(streams[Number(All(font, @"/ToUnicode (\d+)").Single().Groups[1].Value)]), @"<([0-9A-F]{4})> <([0-9A-F]{4,8})>\n")
            .Where(pair => pair.Groups[2].Value != "FFFF")
            .ToDictionary(pair => pair.Groups[1].Value, pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value)));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    private static IEnumerable<Match> All(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.None, Limit);
}
