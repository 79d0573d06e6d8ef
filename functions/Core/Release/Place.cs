using System.Text.RegularExpressions;

namespace Core.Release;

/// <summary>Names places in a file the way a person finds them: as in a spreadsheet where there are sheets, by row and header where not.</summary>
public static partial class Place
{
    /// <summary>The letters of a column, counted from 0: A, B, …, Z, AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>A cell: <c>Sheet1!C7</c>, or <c>row 7, column "Students"</c>.</summary>
    public static string Cell(string? sheet, int row, int column, string header) => sheet is null
        ? $"row {row}, {Column(sheet, column, header)}"
        : $"{Quoted(sheet)}!{Letters(column)}{row}";

    /// <summary>A column: <c>Sheet1!C "Students"</c>, or <c>column "Students"</c>.</summary>
    public static string Column(string? sheet, int column, string header) => (sheet, header) switch
    {
        (null, "") => $"column {Letters(column)}",
        (null, _) => $"column \"{Shortened(header)}\"",
        (_, "") => $"{Quoted(sheet)}!{Letters(column)}",
        _ => $"{Quoted(sheet)}!{Letters(column)} \"{Shortened(header)}\"",
    };

    /// <summary>A row: <c>Sheet1, row 7</c>, or <c>row 7</c>.</summary>
    public static string Row(string? sheet, int row) => sheet is null ? $"row {row}" : $"{Quoted(sheet)}, row {row}";

    /// <summary>A sheet, or the file where the format has none.</summary>
    public static string Sheet(string? sheet) => sheet is null ? "the file" : $"sheet {Quoted(sheet)}";

    private static string Quoted(string sheet) => Plain().IsMatch(sheet) ? sheet : $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Shortened(string header) => header.Length <= 60 ? header : string.Concat(header.AsSpan(0, 57), "...");

    [GeneratedRegex(@"^\w{1,31}$", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
