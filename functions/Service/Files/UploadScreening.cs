using System.IO.Compression;
using System.Text;
using System.Xml;
using Core.Release;
using Core.Routing;
using Service.Files.Workbooks;

namespace Service.Files;

/// <summary>
/// Looks through what somebody hands in for anybody's immigration or citizenship status, before a byte of it is stored (LTR-2018). Text, tables,
/// workbooks and word processors' documents are read; pictures and scans cannot be.
/// </summary>
internal static class UploadScreening
{
    private const int LongestLabel = 60;
    private const int LongestLine = 20_000;
    private const int MostRemembered = 200_000;
    private const long MostUnpacked = 200L << 20;

    private static readonly char[] CellBorders = [',', ';', '\t', '|'];
    private static readonly XmlReaderSettings Safely = new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostUnpacked };

    /// <summary>Whether the file says it. What cannot be read says nothing.</summary>
    public static bool SaysStatus(Stream file, CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        file.Position = 0;
        try
        {
            return Lines(file).Any(line =>
            {
                cancel.ThrowIfCancellationRequested();
                if (seen.Count > MostRemembered)
                {
                    seen.Clear();
                }

                return SaysStatus(line, seen);
            });
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or UnreadableFileException or DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>A line as prose, and each of its cells as a label: a lone "Citizen" in a cell is a value.</summary>
    private static bool SaysStatus(string line, HashSet<string> seen)
    {
        if (!line.Any(char.IsLetter) || !seen.Add(line))
        {
            return false;
        }

        return Screening.SaysStatus(line)
            || (line.AsSpan().IndexOfAny(CellBorders) >= 0 && line.Split(CellBorders).Select(cell => cell.Trim('"', ' '))
                .Any(cell => cell.Length is > 2 and <= LongestLabel && seen.Add(cell) && Screening.LabelSaysStatus(cell)))
            || (line.Length <= LongestLabel && line.IndexOf(' ', StringComparison.Ordinal) < 0 && Screening.LabelSaysStatus(line));
    }

    private static IEnumerable<string> Lines(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].SequenceEqual("PK\u0003\u0004"u8) ? OfPackage(file) : LooksLikeText(file) ? OfText(file) : [];
    }

    private static bool LooksLikeText(Stream file)
    {
        var start = new byte[4096];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var isUtf16 = read >= 2 && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF));
        return isUtf16 || !start.AsSpan(0, read).Contains((byte)0);
    }

    private static IEnumerable<string> OfText(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            for (var at = 0; at < line.Length; at += LongestLine)
            {
                yield return line.Substring(at, Math.Min(LongestLine, line.Length - at));
            }
        }
    }

    private static IEnumerable<string> OfPackage(Stream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (package.Entries.Any(entry => entry.FullName == "xl/workbook.xml"))
        {
            file.Position = 0;
            foreach (var part in Workbook.Read(file, FileLimits.Standard))
            {
                foreach (var text in Texts(part))
                {
                    yield return text;
                }
            }

            yield break;
        }

        foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Length <= MostUnpacked))
        {
            using var content = entry.Open();
            using var xml = XmlReader.Create(content, Safely);
            foreach (var paragraph in Paragraphs(xml))
            {
                yield return paragraph;
            }
        }
    }

    private static IEnumerable<string> Texts(FilePart part) => part switch
    {
        FilePart.Sheet { Name: { } name } => [name],
        FilePart.Row row => [string.Join(" | ", row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)))],
        _ => [],
    };

    /// <summary>The text between the ends of paragraphs: a word may be cut into runs.</summary>
    private static IEnumerable<string> Paragraphs(XmlReader xml)
    {
        var paragraph = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                paragraph.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "p" or "tc" or "si" or "c" or "title")
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
        }

        yield return paragraph.ToString();
    }
}
