using Core.Release;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Service.Tests.Files;

/// <summary>What a workbook carries besides its cells (policy section 6): each corner with a student in it is found, and without one is quiet.</summary>
public sealed class CornerTests
{
    private static readonly object?[][] Clean = [["school", "students"], ["Mather School", 120], ["Hale School", 140]];

    /// <summary>Places that hold a text; the text is planted in each.</summary>
    private static readonly Dictionary<string, Action<Book, WorksheetPart, string>> Corners = new()
    {
        ["title"] = (book, _, text) => book.Document.PackageProperties.Title = text,
        ["keywords"] = (book, _, text) => book.Document.PackageProperties.Keywords = text,
        ["description"] = (book, _, text) => book.Document.PackageProperties.Description = text,
        ["custom property"] = (book, _, text) => book.Document.AddCustomFilePropertiesPart().Properties = new(
            new DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty(new DocumentFormat.OpenXml.VariantTypes.VTLPWSTR(text))
                { FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", PropertyId = 2, Name = "About" }),
        ["defined name"] = (book, _, text) => book.Part.Workbook!.Append(new DefinedNames(new DefinedName($"\"{text}\"") { Name = "who" })),
        ["header"] = (_, sheet, text) => sheet.Worksheet!.Append(new HeaderFooter(new OddHeader($"&L&\"Arial,Bold\"&12{text}&RPage &P"))),
        ["footer"] = (_, sheet, text) => sheet.Worksheet!.Append(new HeaderFooter(new EvenFooter($"&C{text}"))),
        ["list"] = (_, sheet, text) => sheet.Worksheet!.Append(new DataValidations(
            new DataValidation(new Formula1($"\"one,{text},two\"")) { Type = DataValidationValues.List, SequenceOfReferences = new() { InnerText = "B2" } })),
        ["prompt"] = (_, sheet, text) => sheet.Worksheet!.Append(new DataValidations(
            new DataValidation(new Formula1("\"one,two\"")) { Type = DataValidationValues.List, Prompt = text, SequenceOfReferences = new() { InnerText = "B2" } })),
        ["filter"] = (_, sheet, text) => sheet.Worksheet!.Append(new AutoFilter(new FilterColumn(new Filters(new Filter { Val = text })) { ColumnId = 0 }) { Reference = "A1:B3" }),
        ["link"] = (_, sheet, text) => sheet.Worksheet!.Append(new Hyperlinks(new Hyperlink { Reference = "A2", Tooltip = text })),
        ["sheet"] = (book, _, text) => book.Part.Workbook!.Sheets!.Elements<Sheet>().First().Name = text.Replace('/', '-'),
    };

    public static TheoryData<string, string> Planted =>
        [.. from corner in Corners.Keys from text in (string[])["Grace Rivera", "1234567", "grace@mail.example.org"] select (corner, text)];

    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_student_in_a_corner_is_found(string corner, string text)
    {
        var check = await CheckAsync((book, sheet) => Corners[corner](book, sheet, text));
        check.Findings.ShouldContain(finding => finding.Code == FindingCode.IdentifierInText, corner);
        check.Findings.ShouldAllBe(finding => finding.Code == FindingCode.IdentifierInText);
    }

    public static TheoryData<string> AllCorners => [.. Corners.Keys];

    [Theory]
    [MemberData(nameof(AllCorners))]
    public async Task A_corner_that_tells_of_nobody_is_quiet(string corner) =>
        (await CheckAsync((book, sheet) => Corners[corner](book, sheet, "Attendance by school"))).Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public async Task A_link_to_a_mailbox_is_found() =>
        (await CheckAsync((_, sheet) => sheet.AddHyperlinkRelationship(new("mailto:grace@mail.example.org"), isExternal: true)))
            .Codes().ShouldBe([FindingCode.IdentifierInText]);

    /// <summary>Parts that cannot be read.</summary>
    private static readonly Dictionary<string, (Action<Book, WorksheetPart> Plant, string Code)> Unread = new()
    {
        ["picture"] = ((_, sheet) => sheet.AddNewPart<DrawingsPart>().WorksheetDrawing = new(), FindingCode.Drawing),
        ["chart sheet"] = ((book, _) => book.Part.AddNewPart<ChartsheetPart>().Chartsheet = new(), FindingCode.HiddenPart),
        ["data of another program"] = ((book, _) => Fill(book.Part.AddCustomXmlPart(CustomXmlPartType.CustomXml)), FindingCode.HiddenPart),
        ["history"] = ((book, _) => Fill(book.Part.AddNewPart<WorkbookUserDataPart>(), "<users xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"), FindingCode.HiddenPart),
        ["unknown part"] = ((book, _) => Fill(book.Part.AddExtendedPart("http://example.org/rel", "application/xml", ".xml")), FindingCode.HiddenPart),
        ["hidden name"] = ((book, _) => book.Part.Workbook!.Append(new DefinedNames(new DefinedName("Sheet1!$A$1") { Name = "old", Hidden = true })), FindingCode.HiddenPart),
        ["connection"] = ((book, _) => book.Part.AddNewPart<ConnectionsPart>().Connections = new(), FindingCode.ExternalLink),
        ["embedded file"] = ((_, sheet) => Fill(sheet.AddEmbeddedPackagePart(EmbeddedPackagePartType.Docx)), FindingCode.EmbeddedFile),
    };

    public static TheoryData<string> UnreadParts => [.. Unread.Keys];

    [Theory]
    [MemberData(nameof(UnreadParts))]
    public async Task A_part_that_is_not_read_is_a_finding(string part) =>
        (await CheckAsync((book, sheet) => Unread[part].Plant(book, sheet))).Codes().Distinct().ShouldBe([Unread[part].Code]);

    [Fact]
    public async Task Names_that_the_program_makes_for_filters_and_printing_are_quiet() =>
        (await CheckAsync((book, _) => book.Part.Workbook!.Append(new DefinedNames(
            new DefinedName("Sheet1!$A$1:$B$3") { Name = "_xlnm._FilterDatabase", Hidden = true, LocalSheetId = 0 })))).Verdict.ShouldBe(Verdict.Pass);

    [Theory]
    [InlineData("Grace_Rivera.csv", Verdict.Fix)]
    [InlineData("plan 1234567.csv", Verdict.Fix)]
    [InlineData("rates-2024-25_by_school_20241003.csv", Verdict.Pass)]
    public async Task The_file_s_own_name_is_read_too(string name, Verdict expected) =>
        (await Checking.CheckAsync("school,students\nMather School,120\n"u8.ToArray(), name)).Verdict.ShouldBe(expected);

    private static async Task<FileCheck> CheckAsync(Action<Book, WorksheetPart> plant)
    {
        using var book = new Book();
        var sheet = book.Add(Clean);
        plant(book, sheet);
        return await Checking.CheckAsync(book.ToBytes(), "rates.xlsx");
    }

    private static void Fill(OpenXmlPart part, string content = "<a/>")
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        part.FeedData(stream);
    }
}
