using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Tests.Files;

/// <summary>Makes workbooks for tests.</summary>
internal sealed class Book : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly SpreadsheetDocument document;
    private readonly SharedStringTable texts;

    public Book()
    {
        document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        Part = document.AddWorkbookPart();
        Part.Workbook = new Workbook(new Sheets());
        texts = Part.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
        Part.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy" }),
            new CellFormats(
                new CellFormat { NumberFormatId = 0 }, new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 9 }, new CellFormat { NumberFormatId = 164 }));
    }

    public const uint Plain = 0, Date = 1, Percent = 2, OwnDate = 3;

    public WorkbookPart Part { get; }

    public SpreadsheetDocument Document => document;

    /// <summary>Adds a sheet; a row is its cells: strings are shared texts, numbers may carry a style, null is no cell at all.</summary>
    public WorksheetPart Add(string name, SheetStateValues? state, params object?[][] rows)
    {
        var part = Part.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, row) => new Row(
            cells.Select((cell, column) => cell is null ? null : MakeCell(cell, row, column)).OfType<Cell>()) { RowIndex = (uint)row + 1 })));
        Part.Workbook!.Sheets!.Append(new Sheet { Name = name, Id = Part.GetIdOfPart(part), SheetId = (uint)Part.Workbook.Sheets.Count() + 1, State = state });
        return part;
    }

    public WorksheetPart Add(params object?[][] rows) => Add("Sheet1", null, rows);

    public static (double, uint) Styled(double value, uint style) => (value, style);

    public byte[] ToBytes()
    {
        document.Dispose();
        return file.ToArray();
    }

    public void Dispose() => document.Dispose();

    private Cell MakeCell(object value, int row, int column)
    {
        var reference = $"{(char)('A' + column)}{row + 1}";
        switch (value)
        {
            case string text:
                texts.Append(new SharedStringItem(new Text(text)));
                return new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(texts.Count() - 1) };
            case (double number, uint style):
                return new Cell { CellReference = reference, CellValue = new CellValue(number), StyleIndex = style };
            case CellFormula formula:
                return new Cell { CellReference = reference, CellFormula = formula, CellValue = new CellValue(120) };
            case InlineString inline:
                return new Cell { CellReference = reference, DataType = CellValues.InlineString, InlineString = inline };
            default:
                return new Cell { CellReference = reference, CellValue = new CellValue(Convert.ToDouble(value)) };
        }
    }
}
