using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Service.Reports;

/// <summary>
/// A report as CSV for spreadsheets: texts quoted where they need it, and what a spreadsheet would take for a formula made plain
/// text. People write names and reasons; opening a report must not run what they wrote.
/// </summary>
internal static class Csv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    /// <summary>True where the caller asks for CSV rather than JSON.</summary>
    public static bool IsAskedFor(HttpRequest request)
    {
        // A link of a page can ask so, and cannot send headers.
        if (request.Query["format"] is [{ } format])
        {
            return format == "csv";
        }

        var accepted = request.GetTypedHeaders().Accept;
        var csv = accepted.Where(type => type.MediaType == MediaType).Max(type => (double?)(type.Quality ?? 1));
        var json = accepted.Where(type => type.MediaType == "application/json").Max(type => (double?)(type.Quality ?? 1));
        return csv > 0 && !(json > csv);
    }

    /// <summary>A table as text: header and rows, lines ending as RFC 4180 has it.</summary>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        text.Append(Line(header));
        foreach (var row in rows)
        {
            text.Append(Line(row));
        }

        return text.ToString();
    }

    /// <summary>One line with its end.</summary>
    public static string Line(IReadOnlyList<object?> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        Instant at => InstantPattern.General.Format(at),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        bool flag => flag ? "true" : "false",
        int or long or decimal or double => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        _ => Quoted(Plain(value.ToString()!)),
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n;\t '") < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Plain(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..]
        ? $"'{text}"
        : text;
}
