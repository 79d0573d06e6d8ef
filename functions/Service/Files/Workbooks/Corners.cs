using Core.Release;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Files.Workbooks;

/// <summary>
/// What a workbook carries besides its cells: texts, which the gate reads like any other, and parts that cannot be read, each of which is a
/// finding. A part of a kind that is not known here is one too.
/// </summary>
internal static class Corners
{
    /// <summary>What is beside the cells of one sheet, other than what <see cref="SheetReader"/> meets on its way.</summary>
    public static IEnumerable<FilePart> Of(WorksheetPart sheet, string name)
    {
        if (sheet.WorksheetCommentsPart is not null || sheet.WorksheetThreadedCommentsParts.Any())
            yield return new FilePart.Noticed(Sentences.Comments(name));
        if (sheet.EmbeddedObjectParts.Any() || sheet.EmbeddedPackageParts.Any())
            yield return new FilePart.Noticed(Sentences.EmbeddedFile(name));
        if (sheet.DrawingsPart is not null || HasPictures(sheet))
            yield return new FilePart.Noticed(Sentences.Drawing(Place.Sheet(name)));
        foreach (var link in sheet.HyperlinkRelationships)
            yield return new FilePart.Text($"{Place.Sheet(name)}, a link", link.Uri.OriginalString);
        foreach (var table in sheet.TableDefinitionParts.Select(part => part.Table).OfType<Table>())
        {
            foreach (var text in new[] { table.DisplayName?.Value, table.Comment?.Value }.OfType<string>())
                yield return new FilePart.Text($"{Place.Sheet(name)}, a table's name", text);
        }
    }

    /// <summary>What is beside the sheets.</summary>
    public static IEnumerable<FilePart> Of(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart!;
        if (book.PivotTableCacheDefinitionParts.Any())
            yield return new FilePart.Noticed(Sentences.PivotCache());
        if (book.ExternalWorkbookParts.Any() || book.ConnectionsPart is not null)
            yield return new FilePart.Noticed(Sentences.ExternalLink());
        foreach (var text in Properties(document))
            yield return text;
        foreach (var name in book.Workbook?.DefinedNames?.Elements<DefinedName>() ?? [])
        {
            // Those that the program itself makes for filters and printing only point to cells.
            if (name.Name?.Value is not { } called || called.StartsWith("_xlnm.", StringComparison.Ordinal))
                continue;
            if (name.Hidden?.Value == true)
                yield return new FilePart.Noticed(Sentences.HiddenPart("A hidden name is defined"));
            yield return new FilePart.Text($"the defined name \"{called}\"", $"{called.Replace('_', ' ')}");
            yield return new FilePart.Text($"the defined name \"{called}\"", $"{name.Text} {name.Comment?.Value}".Trim('"', ' ', '='));
        }

        foreach (var what in Parts(book).Select(Describe).OfType<string>().Distinct(StringComparer.Ordinal))
            yield return new FilePart.Noticed(Sentences.HiddenPart(what));
    }

    private static IEnumerable<FilePart.Text> Properties(SpreadsheetDocument document)
    {
        var core = document.PackageProperties;
        (string Name, string? Text)[] all =
        [
            ("title", core.Title), ("subject", core.Subject), ("keywords", core.Keywords), ("description", core.Description),
            ("category", core.Category), ("status", core.ContentStatus),
            ("company", document.ExtendedFilePropertiesPart?.Properties?.Company?.Text),
        ];
        // Who made it is the office's own; a name there tells of no student. Numbers and addresses would.
        foreach (var (name, text) in all.Where(one => !string.IsNullOrWhiteSpace(one.Text)))
            yield return new FilePart.Text($"the document's {name}", text!);
        foreach (var property in document.CustomFilePropertiesPart?.Properties?.ChildElements.AsEnumerable() ?? [])
            yield return new FilePart.Text("a property of the document", property.InnerText);
    }

    private static bool HasPictures(WorksheetPart sheet) =>
        sheet.ImageParts.Any() || sheet.VmlDrawingParts.Any() && sheet.WorksheetCommentsPart is null;

    /// <summary>Every part once, however they refer to each other.</summary>
    private static IEnumerable<OpenXmlPart> Parts(WorkbookPart book)
    {
        var (seen, open) = (new HashSet<Uri> { book.Uri }, new Stack<OpenXmlPart>([book]));
        while (open.TryPop(out var part))
        {
            foreach (var (_, next) in part.Parts.Select(pair => (pair.RelationshipId, pair.OpenXmlPart)))
            {
                if (seen.Add(next.Uri))
                {
                    open.Push(next);
                    yield return next;
                }
            }
        }
    }

    /// <summary>What cannot be checked in it, as the start of a sentence; null where nothing is in it, or it is told elsewhere.</summary>
    private static string? Describe(OpenXmlPart part) => part switch
    {
        WorksheetPart or SharedStringTablePart or WorkbookStylesPart or ThemePart or CalculationChainPart or TableDefinitionPart
            or SpreadsheetPrinterSettingsPart or RdRichValueTypesPart or CellMetadataPart => null,
        // Told by the sheet they are in, or by the book.
        WorksheetCommentsPart or WorksheetThreadedCommentsPart or WorkbookPersonPart or VmlDrawingPart or DrawingsPart or ImagePart or ChartPart
            or ExtendedChartPart or ChartStylePart or ChartColorStylePart or ChartDrawingPart or EmbeddedObjectPart or EmbeddedPackagePart
            or PivotTablePart or PivotTableCacheDefinitionPart or PivotTableCacheRecordsPart or ExternalWorkbookPart or ConnectionsPart => null,
        ChartsheetPart => "A chart is on a sheet of its own",
        CustomXmlPart or CustomXmlPropertiesPart => "Data of another program is kept",
        SlicersPart or SlicerCachePart or TimeLinePart or TimeLineCachePart => "A slicer keeps a list of values",
        QueryTablePart => "A query to another source is kept",
        WorkbookRevisionHeaderPart or WorkbookRevisionLogPart or WorkbookUserDataPart => "The history of changes is kept",
        _ => "A part that nobody sees is kept",
    };
}
