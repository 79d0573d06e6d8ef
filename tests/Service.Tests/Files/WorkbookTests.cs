using System.IO.Compression;
using Core.Release;
using Core.Routing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Service.Files;
using static Core.Release.FindingCode;

namespace Service.Tests.Files;

public sealed class WorkbookTests
{
    private static readonly object?[][] Harmless = [["School", "Students"], ["Mather", 120], ["Hale", 44]];

    [Fact]
    public async Task A_clean_workbook_passes()
    {
        using var book = new Book();
        book.Add(Harmless);
        var check = await CheckAsync(book);
        check.Findings.ShouldBeEmpty();
        check.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public async Task Small_counts_are_found_cell_by_cell_on_every_sheet()
    {
        using var book = new Book();
        book.Add("By school", null, ["School", "Grade", "Students"], ["Mather", 3, 120], ["Hale", 4, 7]);
        book.Add("Totals", null, ["School", "Students"], [], ["Mather", 9], ["Hale", null]);
        (await CheckAsync(book)).Places(SmallCell).ShouldBe(["'By school'!C3", "Totals!B3"]);
    }

    [Fact]
    public async Task Dates_and_percentages_are_told_by_their_format()
    {
        using var book = new Book();
        book.Add(
            ["Remark", "Other", "Proficient", "Students"],
            [Book.Styled(41776, Book.Date), Book.Styled(41776, Book.OwnDate), Book.Styled(0.05, Book.Percent), 120],
            [Book.Styled(41580, Book.Date), Book.Styled(41580, Book.OwnDate), Book.Styled(0.09, Book.Percent), 44],
            [Book.Styled(42027, Book.Date), Book.Styled(42027, Book.OwnDate), Book.Styled(1, Book.Percent), 30]);
        var check = await CheckAsync(book);
        check.Places(IdentifierColumn).ShouldBe(["Sheet1!A \"Remark\"", "Sheet1!B \"Other\""]);
        check.Findings[0].Text.ShouldContain("dates of birth");
        check.Places(SmallCell).ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_are_read_shared_rich_and_inline()
    {
        using var book = new Book();
        book.Add(["Remark", "Students"], [new InlineString(new Text("ana@example.org")), 120],
            [new InlineString(new Run(new Text("ana@exa")), new Run(new Text("mple.org"))), 44], ["fine", 30]);
        (await CheckAsync(book)).Places(IdentifierColumn).ShouldBe(["Sheet1!A \"Remark\""]);
    }

    [Fact]
    public async Task What_is_hidden_is_named_and_judged_all_the_same()
    {
        using var book = new Book();
        var shown = book.Add(["School", "Students", "Note"], ["Mather", 120, "x"], ["Hale", 44, "y"]);
        shown.Worksheet!.InsertAt(new Columns(
            new Column { Min = 3, Max = 3, Hidden = true, Width = 9 }, new Column { Min = 5, Max = 16384, Hidden = true, Width = 9 }), 0);
        shown.Worksheet.Descendants<Row>().Last().Hidden = true;
        book.Add("Source", SheetStateValues.Hidden, ["Student ID", "Grade"], [482915, 3], [593027, 4]);
        book.Add("Deep", SheetStateValues.VeryHidden, ["School", "Students"], ["Mather", 5]);

        var check = await CheckAsync(book);
        check.Places(HiddenColumn).ShouldBe(["Sheet1!C"]);
        check.Places(HiddenRow).ShouldBe(["Sheet1, row 3"]);
        check.Places(HiddenSheet).ShouldBe(["sheet Source", "sheet Deep"]);
        check.Places(IdentifierColumn).ShouldBe(["Source!A \"Student ID\""]);
        check.Places(SmallCell).ShouldBe(["Deep!B2"]);
    }

    [Fact]
    public async Task Formulas_comments_and_pivot_caches_are_named()
    {
        using var book = new Book();
        var sheet = book.Add(["School", "Students"], ["Mather", new CellFormula("60+60")], ["Hale", 44]);
        sheet.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(new Authors(new Author("x")), new CommentList());
        book.Part.AddNewPart<PivotTableCacheDefinitionPart>().PivotCacheDefinition = new PivotCacheDefinition();

        var check = await CheckAsync(book);
        check.Verdict.ShouldBe(Verdict.Fix);
        check.Places(FindingCode.Formula).ShouldBe(["Sheet1!B2"]);
        check.Codes().ShouldBe([FindingCode.Formula, FindingCode.Comment, FindingCode.PivotCache], ignoreOrder: true);
    }

    [Fact]
    public async Task A_workbook_with_macros_is_blocked_whatever_its_name()
    {
        using var book = new Book();
        book.Add(Harmless);
        book.Part.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
        var file = book.ToBytes();
        (await Checking.CheckAsync(file, "a.xlsx")).Codes().ShouldBe([MacroFile]);
        (await Checking.CheckAsync(file, "a.xlsm")).Codes().ShouldBe([MacroFile]);
    }

    [Fact]
    public async Task A_password_protected_workbook_is_a_finding_that_says_so() =>
        (await Checking.CheckAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]], "a.xlsx"))
            .Findings.ShouldHaveSingleItem().Text.ShouldContain("password");

    [Fact]
    public async Task A_workbook_cut_or_damaged_anywhere_is_a_finding_and_never_passes()
    {
        using var book = new Book();
        book.Add(Harmless);
        var file = book.ToBytes();
        var random = new Random(7);
        for (var tries = 0; tries < 60; tries++)
        {
            var cut = await Checking.CheckAsync(file[..random.Next(4, file.Length - 30)], "a.xlsx");
            cut.Codes().ShouldBe([UnreadableFile]);

            var damaged = file.ToArray();
            for (var bytes = 0; bytes < 20; bytes++)
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            await Checking.CheckAsync(damaged, "a.xlsx");
        }
    }

    [Fact]
    public async Task A_workbook_without_rows_is_empty()
    {
        using var book = new Book();
        book.Add([]);
        (await CheckAsync(book)).Codes().ShouldBe([EmptyFile]);
    }

    [Fact]
    public async Task An_archive_that_is_no_workbook_is_a_finding() =>
        (await Checking.CheckAsync(Zip(("readme.txt", "hello"u8.ToArray())), "a.xlsx")).Codes().ShouldBe([UnreadableFile]);

    [Fact]
    public async Task A_zip_bomb_is_a_finding_by_its_ratio_and_by_its_size()
    {
        var zeros = new byte[64 << 20];
        var bomb = Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", zeros));
        bomb.Length.ShouldBeLessThan(1 << 20);
        (await Checking.CheckAsync(bomb, "a.xlsx")).Findings.ShouldHaveSingleItem().Text.ShouldContain("enormous");

        using var book = new Book();
        book.Add(Harmless);
        (await Checking.CheckAsync(book.ToBytes(), "a.xlsx", limits: FileLimits.Standard with { UnpackedBytes = 500 }))
            .Findings.ShouldHaveSingleItem().Text.ShouldContain("enormous");
    }

    [Fact]
    public async Task A_cell_that_names_a_text_which_is_not_there_makes_the_file_unreadable()
    {
        using var book = new Book();
        var sheet = book.Add(Harmless);
        sheet.Worksheet!.Descendants<Cell>().First().CellValue = new CellValue(99);
        (await CheckAsync(book)).Codes().ShouldContain(UnreadableFile);
    }

    [Fact]
    public async Task Students_of_every_sheet_are_gathered()
    {
        using var book = new Book();
        book.Add("A", null, ["Student ID", "Grade"], [482915, 3], ["593027", 4]);
        book.Add("B", null, ["Student ID", "Grade"], [604138, 3], [482915, 4]);
        (await Checking.ResultAsync(book.ToBytes(), "a.xlsx", DataLevel.IdentifiableRoster)).StudentIds
            .ShouldBe(["482915", "593027", "604138"], ignoreOrder: true);
    }

    private static Task<FileCheck> CheckAsync(Book book) => Checking.CheckAsync(book.ToBytes(), "a.xlsx");

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }
}
