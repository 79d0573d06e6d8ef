using Core.Release;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Files.Workbooks;

/// <summary>An Excel workbook, sheet by sheet and row by row.</summary>
internal static class Workbook
{
    public static IEnumerable<FilePart> Read(Stream file, FileLimits limits)
    {
        if (Package.Objection(file, limits) is { } objection)
        {
            yield return new FilePart.Noticed(objection);
            yield break;
        }
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var book = document.WorkbookPart ?? throw new InvalidDataException("no workbook");
        if (book.VbaProjectPart is not null || book.MacroSheetParts.Any() || book.InternationalMacroSheetParts.Any())
        {
            yield return new FilePart.Noticed(Sentences.Macros());
            yield break;
        }

        foreach (var corner in Corners.Of(document))
            yield return corner;

        var texts = SharedTexts.Of(book.SharedStringTablePart, limits);
        var formats = CellFormats.Of(book.WorkbookStylesPart, book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
        foreach (var sheet in book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            // A chart has a sheet of its own but no rows.
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                continue;
            var name = sheet.Name?.Value ?? "Sheet";
            if (sheet.State?.Value is { } state && state != SheetStateValues.Visible)
                yield return new FilePart.Noticed(Sentences.HiddenSheet(name));
            foreach (var corner in Corners.Of(part, name))
                yield return corner;
            yield return new FilePart.Sheet(name);
            foreach (var row in new SheetReader(part, name, texts, formats).Read())
                yield return row;
        }
    }
}
