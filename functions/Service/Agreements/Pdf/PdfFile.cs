using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Service.Agreements.Pdf;

/// <summary>A PDF file: numbered objects and the table that finds them (ISO 32000-1, 7.5). The same objects give the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that is written later because others refer to it first.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.ASCII.GetBytes(body);

    /// <summary>A compressed stream; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public int AddStream(byte[] content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        var number = Reserve();
        objects[number - 1] =
        [
            .. Encoding.ASCII.GetBytes(Invariant($"<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n")),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
        return number;
    }

    /// <summary>The whole file.</summary>
    /// <param name="root">Number of the catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    /// <param name="id">Identifies the file: hexadecimal digits.</param>
    public byte[] ToBytes(int root, int info, string id)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        // Bytes above 127 in the second line tell transfer programs that this is no text.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, .. "\n"u8]);
        foreach (var (body, index) in objects.Select((body, index) => (body, index)))
        {
            places.Add(file.Length);
            Write($"{index + 1} 0 obj\n");
            file.Write(body ?? throw new InvalidOperationException(Invariant($"Object {index + 1} was reserved and never written.")));
            Write($"\nendobj\n");
        }

        var table = file.Length;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            Write($"{place:0000000000} 00000 n \n");
        }

        Write($"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(FormattableString text) => file.Write(Encoding.ASCII.GetBytes(Invariant(text)));
    }

    /// <summary>Text as PDF writes it, in any script.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
