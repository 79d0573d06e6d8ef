using System.Globalization;
using System.Text;
using Core.Release;
using NodaTime;
using NodaTime.Text;
using Service.Files;
using Service.Files.Delimited;

namespace Service.Registers;

/// <summary>Something wrong with a file that is to become a register.</summary>
/// <param name="Line">The line, the heading being line 1.</param>
/// <param name="Column">The column; null where it is about the whole line.</param>
/// <param name="Text">What is wrong and what would be right.</param>
internal sealed record RegisterError(int Line, string? Column, string Text)
{
    /// <summary>"Line 4, email: …".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Line {Line}{(Column is null ? "" : $", {Column}")}: {Text}");
}

/// <summary>One line of a register's file. What is wrong with a cell is noted where it is read.</summary>
internal sealed class RegisterLine(int number, IReadOnlyDictionary<string, string> cells, List<RegisterError> errors)
{
    private const int LongestCell = 300;

    /// <summary>The line, the heading being line 1.</summary>
    public int Number => number;

    /// <summary>Notes what is wrong.</summary>
    public void Wrong(string? column, string text) => errors.Add(new(number, column, text));

    /// <summary>A text, trimmed; empty where there is none.</summary>
    public string Text(string column, bool required = false)
    {
        var text = cells.GetValueOrDefault(column, "").Trim();
        if (required && text.Length == 0)
        {
            Wrong(column, "This is empty.");
        }
        else if (text.Length > LongestCell)
        {
            Wrong(column, $"This is longer than {LongestCell} characters.");
        }
        else if (text.Any(char.IsControl))
        {
            Wrong(column, "This holds a line break or another control character.");
        }
        else if (text is ['=' or '+' or '-' or '@' or '|' or '%', ..])
        {
            Wrong(column, $"A spreadsheet would take \"{Quote(text)}\" for a formula.");
        }

        return text;
    }

    /// <summary>An e-mail address.</summary>
    public string Email(string column, bool required = false)
    {
        var text = Text(column, required);
        if (text.Length > 0 && !(System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text))
        {
            Wrong(column, $"\"{Quote(text)}\" is not an e-mail address.");
        }

        return text;
    }

    /// <summary>A date as 2026-03-02; null where there is none or it is wrong.</summary>
    public LocalDate? Date(string column, bool required = false)
    {
        var text = Text(column, required);
        if (text.Length == 0)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
        {
            return date;
        }

        Wrong(column, $"\"{Quote(text)}\" is not a date; write it as 2026-03-02.");
        return null;
    }

    /// <summary>Yes or no; null where there is nothing or it is wrong.</summary>
    public bool? YesNo(string column)
    {
        switch (Text(column).ToLowerInvariant())
        {
            case "":
                return null;
            case "yes" or "true":
                return true;
            case "no" or "false":
                return false;
            case var text:
                Wrong(column, $"\"{Quote(text)}\" is neither yes nor no.");
                return null;
        }
    }

    /// <summary>One name of an enumeration; null where there is nothing or it is wrong.</summary>
    public T? Choice<T>(string column, bool required = false) where T : struct, Enum => One<T>(column, Text(column, required));

    /// <summary>Several names of an enumeration, separated by semicolons.</summary>
    public IReadOnlyList<T> Choices<T>(string column) where T : struct, Enum =>
        [.. Texts(column).Select(text => One<T>(column, text)).OfType<T>().Distinct()];

    /// <summary>Several texts, separated by semicolons.</summary>
    public IReadOnlyList<string> Texts(string column) =>
        Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private T? One<T>(string column, string text) where T : struct, Enum
    {
        if (text.Length == 0)
        {
            return null;
        }

        var name = Array.Find(Enum.GetNames<T>(), one => one.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            Wrong(column, $"\"{Quote(text)}\" is not one of {string.Join(", ", Enum.GetNames<T>())}.");
            return null;
        }

        return Enum.Parse<T>(name);
    }

    private static string Quote(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>
/// A register's file as a table with a heading: CSV with any common delimiter and encoding, as spreadsheets save it. Columns are
/// known by name, in any order and any case of letters.
/// </summary>
internal static class RegisterTable
{
    /// <summary>What a file may have at most.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    private const int MostLines = 20_000;
    private const int MostErrors = 200;

    /// <summary>The lines, and what is wrong with the file as a table. A line with a fault of its own notes it when it is read.</summary>
    /// <param name="text">The file.</param>
    /// <param name="required">The columns that must be there.</param>
    /// <param name="optional">The columns that may be there; any other is an error, because a misspelt heading must not lose a column.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static IReadOnlyList<RegisterLine> Read(string text, string[] required, string[] optional, List<RegisterError> errors)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > LargestFile)
        {
            errors.Add(new(1, null, $"The file is larger than {LargestFile / 1024 / 1024} MB."));
            return [];
        }

        List<FilePart.Row> rows;
        try
        {
            using var stream = new MemoryStream(bytes);
            rows = [.. DelimitedFile.Read(stream).OfType<FilePart.Row>().Take(MostLines + 2)];
        }
        catch (Exception broken) when (broken is UnreadableFileException or FormatException or InvalidDataException or InvalidOperationException)
        {
            errors.Add(new(1, null, "The file cannot be read as CSV: look for a quotation mark that is not closed."));
            return [];
        }

        rows = [.. rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))];
        if (rows.Count == 0)
        {
            errors.Add(new(1, null, $"The file is empty. Its first line must name the columns: {string.Join(", ", required.Concat(optional))}."));
            return [];
        }

        if (rows.Count > MostLines + 1)
        {
            errors.Add(new(MostLines + 2, null, $"The file has more than {MostLines} lines."));
            return [];
        }

        var heading = Heading(rows[0], required, optional, errors);
        return errors.Count > 0 ? [] : [.. rows.Skip(1).Select(row => Line(row, heading, errors))];
    }

    /// <summary>At most so many errors as a person can use, in order.</summary>
    public static IReadOnlyList<RegisterError> InOrder(List<RegisterError> errors) => [.. errors.OrderBy(error => error.Line).Take(MostErrors)];

    private static List<string> Heading(FilePart.Row row, string[] required, string[] optional, List<RegisterError> errors)
    {
        var names = row.Cells.Select(cell => cell.Trim()).ToList();
        var all = required.Concat(optional).ToList();
        var heading = names.ConvertAll(name => all.Find(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name);
        foreach (var missing in required.Where(one => !heading.Contains(one, StringComparer.Ordinal)))
        {
            errors.Add(new(1, missing, "This column is missing; the first line must name the columns."));
        }

        foreach (var unknown in heading.Where(one => one.Length > 0 && !all.Contains(one, StringComparer.Ordinal)))
        {
            errors.Add(new(1, null, $"\"{unknown}\" is no column of this register. Its columns are: {string.Join(", ", all)}."));
        }

        foreach (var twice in heading.Where(one => one.Length > 0).GroupBy(one => one, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            errors.Add(new(1, twice.Key, "This column is there twice."));
        }

        return heading;
    }

    private static RegisterLine Line(FilePart.Row row, List<string> heading, List<RegisterError> errors)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < row.Cells.Count; at++)
        {
            if (at < heading.Count && heading[at].Length > 0)
            {
                cells[heading[at]] = row.Cells[at];
            }
            else if (!string.IsNullOrWhiteSpace(row.Cells[at]))
            {
                errors.Add(new((int)row.Number, null, $"There are more cells than columns: \"{row.Cells[at]}\" belongs to none. A comma inside a cell needs quotation marks around the cell."));
                break;
            }
        }

        return new((int)row.Number, cells, errors);
    }
}
