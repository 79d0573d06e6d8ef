using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Core.Release;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Files.Workbooks;

/// <summary>Reads one sheet in one pass, with no more than a row in memory.</summary>
internal sealed partial class SheetReader(WorksheetPart part, string name, SharedTexts texts, CellFormats formats)
{
    private readonly List<(int First, int Last)> hidden = [];
    private readonly List<string> cells = [];
    private readonly StringBuilder inline = new();
    private int widest;

    public IEnumerable<FilePart> Read()
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Column))
                NoteColumn(reader);
            else if (TextBeside(reader) is { } beside)
                yield return beside;
            else if (reader.ElementType == typeof(Row))
            {
                number = RowNumber(reader, number + 1);
                var isHidden = IsTrue(Attribute(reader, "hidden")) || IsZero(Attribute(reader, "ht"));
                foreach (var column in ReadRow(reader, number))
                    yield return new FilePart.Noticed(Sentences.Formula(name, number, column));
                if (cells.Count == 0)
                    continue;
                if (isHidden)
                    yield return new FilePart.Noticed(Sentences.HiddenRow(name, number));
                yield return new FilePart.Row(number, cells.ToArray());
            }
        }
        // Hidden columns right of the last filled one are how people trim a sheet; they hide nothing.
        foreach (var (first, last) in hidden.Where(range => range.First < widest))
            yield return new FilePart.Noticed(Sentences.HiddenColumns(name, first, Math.Min(last, widest - 1)));
    }

    /// <summary>Fills <see cref="cells"/>; gives the columns of formulas.</summary>
    private List<int> ReadRow(OpenXmlReader reader, int number)
    {
        var formulas = new List<int>();
        cells.Clear();
        if (reader.IsEndElement)
            return formulas;
        var column = -1;
        while (reader.Read() && !(reader.ElementType == typeof(Row) && reader.IsEndElement))
        {
            if (reader.ElementType != typeof(Cell) || !reader.IsStartElement)
                continue;
            column = Attribute(reader, "r") is { } reference ? ColumnOf(reference) : column + 1;
            if (column >= FileLimits.Columns)
                throw new UnreadableFileException(Sentences.Unreadable("This row has more columns than a spreadsheet", Place.Row(name, number)));
            var (text, isFormula) = ReadCell(reader);
            if (isFormula)
                formulas.Add(column);
            if (text.Length == 0)
                continue;
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = text;
            widest = Math.Max(widest, column + 1);
        }
        return formulas;
    }

    private (string Text, bool IsFormula) ReadCell(OpenXmlReader reader)
    {
        var type = Attribute(reader, "t");
        var style = int.TryParse(Attribute(reader, "s"), CultureInfo.InvariantCulture, out var number) ? number : -1;
        var (value, isFormula) = ("", false);
        inline.Clear();
        if (!reader.IsEndElement)
        {
            while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
            {
                if (!reader.IsStartElement)
                    continue;
                if (reader.ElementType == typeof(CellValue))
                    value = reader.GetText();
                else if (reader.ElementType == typeof(Text))
                    inline.Append(reader.GetText());
                else if (reader.ElementType == typeof(CellFormula))
                    isFormula = true;
            }
        }
        return (type switch
        {
            "s" => value.Length == 0 ? "" : texts[int.Parse(value, CultureInfo.InvariantCulture)],
            "inlineStr" => inline.ToString(),
            "str" or "e" => value,
            "b" => value.Trim() == "1" ? "true" : "false",
            "d" => value.Split('T')[0],
            _ => value.Length == 0 ? "" : formats.Text(value, style),
        }, isFormula);
    }

    /// <summary>Headers and footers of the printed page, lists to choose from and their prompts, values a filter names, tips of links.</summary>
    private FilePart.Text? TextBeside(OpenXmlReader reader)
    {
        var (what, text) = reader.ElementType switch
        {
            var type when type == typeof(OddHeader) || type == typeof(EvenHeader) || type == typeof(FirstHeader)
                || type == typeof(OddFooter) || type == typeof(EvenFooter) || type == typeof(FirstFooter) => ("the printed page's header or footer", Codes().Replace(reader.GetText(), " ")),
            var type when type == typeof(Formula1) || type == typeof(Formula2) => ("a list to choose from", reader.GetText().Trim('"').Replace(",", ", ", StringComparison.Ordinal)),
            var type when type == typeof(DataValidation) =>
                ("the prompt of a list", string.Join(' ', new[] { "promptTitle", "prompt", "errorTitle", "error" }.Select(part => Attribute(reader, part)).OfType<string>())),
            var type when type == typeof(Filter) || type == typeof(CustomFilter) => ("a filter", Attribute(reader, "val")),
            var type when type == typeof(Hyperlink) => ("a link", $"{Attribute(reader, "display")} {Attribute(reader, "tooltip")}".Trim()),
            var type when type == typeof(Formula) => ("a rule for the look of cells", reader.GetText().Trim('"')),
            _ => ("", null),
        };
        return string.IsNullOrWhiteSpace(text) ? null : new($"{Place.Sheet(name)}, {what}", text);
    }

    private void NoteColumn(OpenXmlReader reader)
    {
        if ((IsTrue(Attribute(reader, "hidden")) || IsZero(Attribute(reader, "width")))
            && int.TryParse(Attribute(reader, "min"), CultureInfo.InvariantCulture, out var first)
            && int.TryParse(Attribute(reader, "max"), CultureInfo.InvariantCulture, out var last))
            hidden.Add((first - 1, last - 1));
    }

    private static int RowNumber(OpenXmlReader reader, int next) =>
        int.TryParse(Attribute(reader, "r"), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : next;

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter))
                break;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > FileLimits.Columns)
                break;
        }
        return column == 0 ? throw new InvalidDataException("a cell without a column") : column - 1;
    }

    private static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
                return attribute.Value;
        }
        return null;
    }

    /// <summary>What a header or footer says of its looks: &amp;L, &amp;"Arial,Bold", &amp;14.</summary>
    [GeneratedRegex("&(?:\"[^\"]{0,100}\"|\\d{1,3}|[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Codes();

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static bool IsZero(string? value) => double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number == 0;
}
