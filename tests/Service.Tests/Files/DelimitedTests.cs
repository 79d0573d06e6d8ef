using System.Text;
using Core.Release;
using Core.Routing;
using Service.Files;
using static Core.Release.FindingCode;

namespace Service.Tests.Files;

public sealed class DelimitedTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "utf-16-bare", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Any_common_encoding_is_read(string encoding)
    {
        const string text = "Escuela;Estudiantes\nHernández;7\nPeñafiel;44\n";
        byte[] file = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16-bare" => Encoding.Unicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };
        (await Checking.CheckAsync(file, "counts.csv")).Places(SmallCell).ShouldBe(["row 2, column \"Estudiantes\""]);
    }

    [Theory]
    [InlineData("Dirección")]
    [InlineData("Teléfono")]
    public async Task Accents_survive_the_old_Windows_encoding(string header) =>
        (await Checking.CheckAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"Grade,{header}\n3,abc\n"), "counts.csv", DataLevel.DeIdentifiedStudentLevel))
            .Places(IdentifierColumn).ShouldBe([$"column \"{header}\""]);

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Any_common_delimiter_is_found(string delimiter) =>
        (await CheckAsync($"School{delimiter}Students{delimiter}\"Rate, in % ; | \"\r\nMather{delimiter}7{delimiter}\"1,5\"\r\nHale{delimiter}44{delimiter}\"2,5\"\r\n"))
            .Places(SmallCell).ShouldBe(["row 2, column \"Students\""]);

    [Theory]
    [InlineData("７")]
    [InlineData("٧")]
    [InlineData("७")]
    [InlineData("\U0001d7d5")]
    [InlineData("7\u200b")]
    [InlineData("７（５％）")]
    [InlineData("\u200e7")]
    public async Task A_count_is_read_as_people_read_it_whatever_its_characters(string count) =>
        (await CheckAsync($"School,Students\nMather,{count}\nHale,44\n")).Places(SmallCell).ShouldBe(["row 2, column \"Students\""]);

    [Theory]
    [InlineData('0')]
    [InlineData('０')]
    [InlineData('٠')]
    [InlineData('\u200b')]
    public async Task Identifiers_are_found_whatever_their_characters(char odd)
    {
        string Written(int number) => string.Concat($"{number}".Select(digit => odd == '\u200b' ? $"{digit}{odd}" : $"{(char)(odd + digit - '0')}"));
        var rows = string.Concat(Enumerable.Range(1, 40).Select(row => $"{Written(7041100 + (row * 3671))},4\n"));
        (await Checking.CheckAsync(Encoding.UTF8.GetBytes($"Learner,Grade\n{rows}"), "rows.csv", DataLevel.DeIdentifiedStudentLevel)).Codes().ShouldContain(IdentifierColumn);
    }

    [Theory]
    [InlineData("School,n\n\n\nMather,7\n", "row 4")]
    [InlineData("School,n\n\"Two\nlines\",20\nMather,7\n", "row 3")]
    [InlineData("sep=;\nSchool;n\nMather;7\n", "row 2")]
    [InlineData("#,School,n\n1,Mather,20\n2,Hale,7\n3,Lee,20\n", "row 3")]
    [InlineData("School,n\rMather,20\rHale,7", "row 3")]
    public async Task Rows_are_numbered_as_a_spreadsheet_shows_them(string text, string row) =>
        (await CheckAsync(text)).Places(SmallCell).ShouldBe([$"{row}, column \"n\""]);

    [Theory]
    [InlineData("School,n\n\"Mather\"s,7\n", "row 2")]
    [InlineData("School,n\nMather,7\n\"Hale,9\n", "row 3")]
    public async Task Broken_quotation_marks_are_a_finding_with_its_row(string text, string row)
    {
        var check = await CheckAsync(text);
        check.Verdict.ShouldBe(Verdict.Block);
        check.Places(UnreadableFile).ShouldBe([row]);
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.7", DataLevel.Aggregate, OtherFormat)]
    [InlineData("report.docx", "PK\u0003\u0004rest", DataLevel.DeIdentifiedStudentLevel, OtherFormat)]
    [InlineData("map.png", "\u0089PNG", DataLevel.Directory, OtherFormat)]
    [InlineData("report.pdf", "%PDF-1.7", DataLevel.IdentifiableRoster, UnreadableFile)]
    [InlineData("report.pdf", "%PDF-1.7", DataLevel.IndividualRecord, UnreadableFile)]
    public async Task A_document_is_for_an_approver_to_read_unless_each_student_in_it_has_to_be_recorded(string name, string content, DataLevel level, string code) =>
        (await Checking.CheckAsync(Encoding.Latin1.GetBytes(content), name, level)).Codes().ShouldBe([code]);

    [Fact]
    public async Task Ragged_rows_are_read_to_their_end() =>
        (await CheckAsync("School,n\nMather,20,30,7\nHale\n")).Places(SmallCell).ShouldBe(["row 2, column D"]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("School,n\n")]
    public async Task An_empty_file_is_a_finding(string text) => (await CheckAsync(text)).Codes().ShouldBe([EmptyFile]);

    [Theory]
    [InlineData("report.pdf", "no such thing")]
    [InlineData("report.exe", "MZ")]
    [InlineData("report.csv", "%PDF-1.7")]
    [InlineData("report.csv", "PK\u0003\u0004rest")]
    [InlineData("report.csv", "<html><table></table></html>")]
    [InlineData("report.csv", "  {\"a\": 1}")]
    [InlineData("report.csv", "\0\u0001\u0002\0\u0003binary")]
    [InlineData("report.docx", "{}")]
    [InlineData("report", "School,n\nMather,20\n")]
    public async Task Anything_else_is_a_finding_that_says_what_is_fine(string name, string content)
    {
        var finding = (await Checking.CheckAsync(Encoding.Latin1.GetBytes(content), name)).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(UnreadableFile);
        finding.Text.ShouldContain("CSV");
        finding.Text.ShouldContain(".xlsx");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_a_finding() =>
        (await Checking.CheckAsync(Encoding.UTF8.GetBytes("School,n\nMather,20\n"), "a.csv", limits: FileLimits.Standard with { Bytes = 10 })).Codes().ShouldBe([UnreadableFile]);

    [Fact]
    public async Task An_endless_row_is_a_finding() =>
        (await CheckAsync("School,n\n" + new string('x', FileLimits.RowCharacters + 10))).Codes().ShouldBe([UnreadableFile]);

    [Fact]
    public async Task The_students_of_a_roster_come_with_its_check()
    {
        var result = await Checking.ResultAsync("student_id,grade\n0482915,3\n0593027,4\n"u8.ToArray(), "roster.csv", DataLevel.IdentifiableRoster);
        result.Check.Verdict.ShouldBe(Verdict.Pass);
        result.StudentIds.ShouldBe(["0482915", "0593027"]);
    }

    private static Task<FileCheck> CheckAsync(string text) => Checking.CheckAsync(Encoding.UTF8.GetBytes(text), "counts.csv");
}
