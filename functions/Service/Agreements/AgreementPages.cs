using System.Text;
using Service.Agreements.Pdf;
using static Service.Agreements.Pdf.PdfFile;

namespace Service.Agreements;

/// <summary>Lays text out on pages: wraps lines, turns pages, and keeps a heading with what follows it.</summary>
internal sealed class AgreementPages
{
    // Points; a US Letter page with an inch around.
    private const double Width = 612;
    private const double Height = 792;
    private const double Margin = 72;
    private const double Room = Width - (2 * Margin);
    private const double LineFactor = 1.4;

    private readonly PdfFont plain = AgreementFonts.Plain();
    private readonly PdfFont strong = AgreementFonts.Strong();
    private readonly List<StringBuilder> pages = [];
    private double y;

    /// <summary>A paragraph.</summary>
    /// <param name="text">On as many lines as it takes.</param>
    /// <param name="points">Size of the letters.</param>
    /// <param name="bold">Drawn strong.</param>
    /// <param name="after">Points left below it.</param>
    /// <param name="keep">Points that must fit on the page below its first line.</param>
    public void Write(string text, double points = 10, bool bold = false, double after = 0, double keep = 0)
    {
        var font = bold ? strong : plain;
        var height = points * LineFactor;
        var room = height + keep;
        foreach (var line in Lines(text, font, points))
        {
            Make(room);
            y += height;
            Draw(pages[^1], line, font, points, y);
            room = height;
        }

        y += after;
    }

    /// <summary>A line across, to set the signatures apart.</summary>
    public void Rule()
    {
        Make(20);
        pages[^1].Append(Invariant($"0.5 w {Margin} {Height - y - 10:0.##} m {Width - Margin} {Height - y - 10:0.##} l S\n"));
        y += 20;
    }

    /// <summary>Goes to a new page where less than this is left, in points.</summary>
    public void Make(double room)
    {
        if (pages.Count == 0 || y + room > Height - Margin)
        {
            pages.Add(new());
            y = Margin;
        }
    }

    /// <summary>Adds the pages, each with its number, to the file.</summary>
    /// <returns>The number of the object that lists them.</returns>
    public int AddTo(PdfFile file, string foot)
    {
        var list = file.Reserve();
        for (var number = 0; number < pages.Count; number++)
        {
            Draw(pages[number], Invariant($"{foot} · page {number + 1} of {pages.Count}"), plain, 8, Height - (Margin / 2));
        }

        var fonts = $"<< /{plain.Name} {Invariant($"{plain.AddTo(file)}")} 0 R /{strong.Name} {Invariant($"{strong.AddTo(file)}")} 0 R >>";
        var numbers = pages.ConvertAll(page =>
        {
            var content = file.AddStream(Encoding.ASCII.GetBytes(page.ToString()));
            return file.Add(Invariant(
                $"<< /Type /Page /Parent {list} 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font {fonts} >> /Contents {content} 0 R >>"));
        });
        file.Set(list, Invariant(
            $"<< /Type /Pages /Count {numbers.Count} /Kids [{string.Join(' ', numbers.Select(number => Invariant($"{number} 0 R")))}] >>"));
        return list;
    }

    private static void Draw(StringBuilder page, string text, PdfFont font, double points, double baseline) =>
        page.Append(Invariant($"BT /{font.Name} {points} Tf {Margin} {Height - baseline:0.##} Td <{font.Write(text)}> Tj ET\n"));

    private static IEnumerable<string> Lines(string text, PdfFont font, double points)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, points)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.Measure(longer, points) > Room)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    // A word wider than a line, such as a hash or an address, is broken where it must be.
    private static IEnumerable<string> Pieces(string word, PdfFont font, double points)
    {
        var piece = new StringBuilder();
        var width = 0.0;
        foreach (var character in word.EnumerateRunes().Select(character => character.ToString()))
        {
            var wide = font.Measure(character, points);
            if (width + wide > Room)
            {
                yield return piece.ToString();
                piece.Clear();
                width = 0;
            }

            piece.Append(character);
            width += wide;
        }

        yield return piece.ToString();
    }
}
