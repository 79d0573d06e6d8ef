using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Service.Agreements;

/// <summary>Lays text out on pages: wraps lines, turns pages, and keeps a heading with what follows it.</summary>
internal sealed class AgreementPages : IDisposable
{
    // Points; a US Letter page with an inch around.
    private const double Margin = 72;
    private const double LineFactor = 1.4;

    private readonly PdfDocument document;
    private XGraphics? page;
    private double bottom;
    private double width;
    private double y;

    public AgreementPages(PdfDocument document)
    {
        AgreementFonts.Register();
        this.document = document;
    }

    public static XFont Font(double points, bool bold = false) =>
        new(AgreementFonts.Family, points, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);

    /// <summary>A paragraph; <paramref name="after"/> points are left below it, and <paramref name="keep"/> more must fit on the page.</summary>
    public void Write(string text, XFont font, double after, double keep = 0)
    {
        var height = font.Size * LineFactor;
        var room = height + keep;
        foreach (var line in Lines(text, font))
        {
            Make(room);
            page!.DrawString(line, font, XBrushes.Black, new XPoint(Margin, y + font.Size));
            y += height;
            room = height;
        }

        y += after;
    }

    /// <summary>A line across, to set the signatures apart.</summary>
    public void Rule()
    {
        Make(20);
        page!.DrawLine(XPens.Gray, Margin, y + 6, Margin + width, y + 6);
        y += 20;
    }

    /// <summary>Goes to a new page where less than this is left, in points.</summary>
    public void Make(double room)
    {
        if (page is null || y + room > bottom)
        {
            page?.Dispose();
            var next = document.AddPage();
            next.Size = PageSize.Letter;
            page = XGraphics.FromPdfPage(next);
            (bottom, width, y) = (next.Height.Point - Margin, next.Width.Point - (2 * Margin), Margin);
        }
    }

    /// <summary>Puts a foot under every page, now that their number is known.</summary>
    public void Finish(string foot)
    {
        page?.Dispose();
        page = null;
        var font = Font(8);
        for (var number = 0; number < document.PageCount; number++)
        {
            using var drawing = XGraphics.FromPdfPage(document.Pages[number]);
            drawing.DrawString(
                string.Create(CultureInfo.InvariantCulture, $"{foot} · page {number + 1} of {document.PageCount}"), font, XBrushes.DimGray,
                new XRect(Margin, bottom + 24, width, 12), XStringFormats.TopLeft);
        }
    }

    public void Dispose() => page?.Dispose();

    private IEnumerable<string> Lines(string text, XFont font)
    {
        Make(font.Size * LineFactor);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Fits(longer, font))
            {
                line = longer;
                continue;
            }

            yield return line;
            line = word;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    // A word wider than a page, such as an address without a blank, is broken where it must be.
    private IEnumerable<string> Pieces(string word, XFont font)
    {
        while (!Fits(word, font))
        {
            var length = word.Length - 1;
            while (length > 1 && (!Fits(word[..length], font) || char.IsHighSurrogate(word[length - 1])))
            {
                length--;
            }

            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    private bool Fits(string text, XFont font) => text.Length < 2 || page!.MeasureString(text, font).Width <= width;
}
