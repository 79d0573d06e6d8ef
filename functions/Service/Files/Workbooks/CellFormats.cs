using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Files.Workbooks;

/// <summary>Tells dates and percentages from numbers: in a workbook they differ only by the format of their cell.</summary>
internal sealed partial class CellFormats
{
    private enum Shown { Number, Date, Percent }

    private readonly Shown[] byStyle;
    private readonly bool from1904;

    private CellFormats(Shown[] byStyle, bool from1904) => (this.byStyle, this.from1904) = (byStyle, from1904);

    public static CellFormats Of(WorkbookStylesPart? styles, bool from1904)
    {
        var sheet = styles?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId?.HasValue == true)
            .DistinctBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        return new CellFormats(
            [.. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => HowShown(format.NumberFormatId?.Value ?? 0, own))], from1904);
    }

    /// <summary>A number as a person sees it: a date as 2026-03-02, a percentage as 12.5%.</summary>
    public string Text(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return raw;
        return (style >= 0 && style < byStyle.Length ? byStyle[style] : Shown.Number) switch
        {
            Shown.Date => Date(value) ?? raw,
            Shown.Percent => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value * 100, 6)}%"),
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        };
    }

    private string? Date(double days)
    {
        var serial = days + (from1904 ? 1462 : 0);
        // Less than a day is a time; the other end is the year 9999.
        return serial is < 1 or > 2_958_465 ? null : DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static Shown HowShown(uint id, Dictionary<uint, string> own) => id switch
    {
        9 or 10 => Shown.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => Shown.Date,
        _ when own.TryGetValue(id, out var code) && Bare(code) is var bare =>
            bare.Contains('%') ? Shown.Percent
            : bare.AsSpan().IndexOfAny("yYdD") >= 0 ? Shown.Date
            : Shown.Number,
        _ => Shown.Number,
    };

    /// <summary>The format without its quoted and bracketed texts and escaped characters.</summary>
    private static string Bare(string code) => Texts().Replace(code, "");

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", RegexOptions.None, 1000)]
    private static partial Regex Texts();
}
