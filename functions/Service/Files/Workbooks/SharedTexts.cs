using System.Text;
using Core.Release;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Files.Workbooks;

/// <summary>
/// The texts of a workbook, which its cells name by number. They have to be in memory while sheets are read, so they are
/// packed: UTF-8 in large pieces, a few bytes more than the texts themselves.
/// </summary>
internal sealed class SharedTexts
{
    private const int PieceBytes = 1 << 22;

    private readonly List<byte[]> pieces = [];
    private readonly List<(int Piece, int Start, int Length)> places = [];
    private int used = PieceBytes;
    private long total;

    public string this[int number] => number >= 0 && number < places.Count
        ? Encoding.UTF8.GetString(pieces[places[number].Piece], places[number].Start, places[number].Length)
        : throw new InvalidDataException("a cell names a text that is not there");

    public static SharedTexts Of(SharedStringTablePart? part, FileLimits limits)
    {
        var texts = new SharedTexts();
        if (part is null)
            return texts;
        var text = new StringBuilder();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem))
            {
                if (reader.IsStartElement)
                    text.Clear();
                if (reader.IsEndElement)
                    texts.Add(text.ToString(), limits);
            }
            else if (reader.ElementType == typeof(Text) && reader.IsStartElement)
                text.Append(reader.GetText());
        }
        return texts;
    }

    private void Add(string text, FileLimits limits)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        total += length;
        if (total > limits.TextBytes)
            throw new UnreadableFileException(Sentences.Unreadable("The workbook holds too much text to be checked as a workbook"));
        if (used + length > PieceBytes)
        {
            pieces.Add(new byte[Math.Max(length, PieceBytes)]);
            used = 0;
        }
        Encoding.UTF8.GetBytes(text, pieces[^1].AsSpan(used));
        places.Add((pieces.Count - 1, used, length));
        used += length;
    }
}
