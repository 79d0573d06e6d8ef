using Core.Release;
using Core.Release.Rows;
using Core.Release.Tables;
using Core.Routing;

namespace Core.Tests.Release.Rows;

/// <summary>policy section 6: rows that are safe by themselves, and single a few students out together with rows released earlier.</summary>
public sealed class LinkedRowsTests
{
    private static readonly ApprovedData Approved = new(DataLevel.DeIdentifiedStudentLevel, [], SmallestGroup: 10);

    /// <param name="groups">The header; then groups as a number of students and what they are alike in, as in "12 K-5|F".</param>
    private static IReadOnlyList<RowTable> Read(string groups, string? population = null, string? year = "2024-25", Func<int, string>? code = null)
    {
        var lines = groups.Split("; ");
        var rows = lines.Skip(1).SelectMany(line => Enumerable.Repeat(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], int.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)])));
        var all = rows.Select((row, at) => code is null ? row : $"{code(at)}|{row}").Prepend(code is null ? lines[0] : $"Study ID|{lines[0]}");
        var result = ReleaseGate.Check(
            Approved with
            {
                Covered = Coverage.Of(new RequestedData { Level = DataLevel.DeIdentifiedStudentLevel, Scope = "x", Population = population, SchoolYears = year is null ? [] : [year] }),
            },
            Gate.Today, Gate.Parts(null, [.. all]));
        result.Check.Findings.ShouldBeEmpty();
        return result.Rows;
    }

    private static IReadOnlyList<Finding> Found(IReadOnlyList<RowTable> file, params IReadOnlyList<RowTable>[] earlier) => LinkedRows.Check(
        Approved, file, [.. earlier.Select((one, at) => new EarlierRows($"old{at}.csv (request R-{at})", $"old{at}.csv, released 2026-01-0{at + 1} (request R-{at})", one))]);

    [Theory]
    // Grade 5 is what the band to 5 has more than the band to 4.
    [InlineData("Grade; 95 K-4; 85 5-8", "Grade; 100 K-5; 80 6-8", "exactly 5", "\"Grade\" K-5 here are 100, of whom only 95 can be among \"Grade\" K-4 there")]
    // In one school only; in all schools it would be 18.
    [InlineData("Grade|School; 50 K-4|A; 60 5-8|A; 40 K-4|B; 70 5-8|B", "Grade|School; 54 K-5|A; 56 6-8|A; 54 K-5|B; 56 6-8|B", "exactly 4", "School")]
    // In every school it could be none; over all of them it is known.
    [InlineData("Grade|School; 60 K-4|A; 85 5-8|A; 35 K-4|Other; 20 5-8|Other", "Grade|School; 50 K-5|B; 40 6-8|B; 50 K-5|Other; 60 6-8|Other", "exactly 5", "K-5")]
    // Rare values were brought together as they were in each file.
    [InlineData("School; 50 Mather; 16 Guild; 21 Other", "School; 50 Mather; 15 Otis; 22 Other", "exactly 6", "Other")]
    [InlineData("Age; 40 to 10; 30 11-13; 33 14 on", "Age; 43 to 11; 60 12+", "exactly 3", "Age")]
    public void Bands_that_cross_give_away_what_lies_between(string earlier, string file, string range, string because)
    {
        var found = Found(Read(file), Read(earlier));
        found.ShouldAllBe(one => one.Code == FindingCode.EarlierRelease && one.Where == "the file, beside old0.csv (request R-0)");
        found.ShouldContain(one => one.Text.Contains(range, StringComparison.Ordinal) && one.Text.Contains(because, StringComparison.Ordinal)
            && one.Text.Contains("old0.csv, released 2026-01-01 (request R-0)", StringComparison.Ordinal));
        // In whichever order they leave.
        Found(Read(earlier), Read(file)).ShouldContain(one => one.Text.Contains(range, StringComparison.Ordinal));
    }

    [Theory]
    // The same recoding with the same groups.
    [InlineData("Grade|School; 50 K-5|A; 60 6-8|A", "Grade|School; 50 K-5|A; 60 6-8|A")]
    // One in bands that hold whole bands of the other, whatever else each tells.
    [InlineData("Grade|School; 50 K-5|A; 60 6-8|A", "Grade; 20 4; 30 5; 25 6; 35 7")]
    [InlineData("Grade|Gender; 50 K-5|F; 60 6-8|M", "Grade level|School; 20 Grade 4|A; 30 05|B; 25 6th|A; 35 7|B")]
    [InlineData("ZIP; 20 02121; 30 02122; 24 02124", "ZIP; 74 021**")]
    [InlineData("School; 50 Mather; 36 Other", "School; 50 Mather; 15 Otis; 21 Other")]
    // Bands that cross, but nothing small lies between.
    [InlineData("Grade; 80 K-4; 100 5-8", "Grade; 100 K-5; 80 6-8")]
    // Other counts of the same groups on another day tell nothing, as with aggregates.
    [InlineData("Grade; 95 K-5; 85 6-8", "Grade; 100 K-5; 80 6-8")]
    // Nothing that both tell.
    [InlineData("School; 50 Mather; 36 Otis", "Gender; 50 F; 36 M")]
    public void What_tells_no_more_together_is_no_finding(string earlier, string file)
    {
        Found(Read(file), Read(earlier)).ShouldBeEmpty();
        Found(Read(earlier), Read(file)).ShouldBeEmpty();
    }

    [Fact]
    public void Populations_that_differ_by_a_few_students_give_those_away()
    {
        var (all, without) = (Read("School; 100 Mather; 80 Otis"), Read("School; 95 Mather; 60 Otis", "All students except English learners"));
        Found(without, all).ShouldHaveSingleItem().Text.ShouldContain("exactly 5");
        Found(all, without).ShouldHaveSingleItem().Text.ShouldContain("who are not in that file are exactly 5");
        // Whom the request names the other file tells apart.
        Found(without, Read("School|EL status; 50 Mather|EL; 95 Mather|Not EL; 20 Otis|EL; 60 Otis|Not EL")).ShouldBeEmpty();
    }

    [Fact]
    public void Another_year_is_another_population_and_a_year_not_named_may_be_any()
    {
        var earlier = "Grade; 95 K-4; 85 5-8";
        Found(Read("Grade; 100 K-5; 80 6-8"), Read(earlier, year: "2023-24")).ShouldBeEmpty();
        Found(Read("Grade; 100 K-5; 80 6-8"), Read(earlier, year: null)).ShouldNotBeEmpty();
        Found(Read("Grade; 100 K-5; 80 6-8", "ferry riders"), Read(earlier, "museum visitors")).ShouldBeEmpty();
        // The same students in other words, as the sizes of their groups show.
        Found(Read("Grade|School; 50 K-5|A; 40 6-8|A; 54 K-5|B; 66 6-8|B; 70 6-8|C", "pupils of the riverside schools"),
            Read("Grade|School; 46 K-4|A; 44 5-8|A; 54 K-4|B; 66 5-8|B; 70 5-8|C", "riverside")).ShouldNotBeEmpty();
    }

    private const string ByGrade = "Grade; 40 4; 40 5", BySchool = "School; 20 A; 40 B; 20 A";

    [Fact]
    public void Rows_with_the_same_codes_can_be_joined_whatever_their_recoding()
    {
        var finding = Found(Read(ByGrade, code: At(4815)), Read("School; 35 A; 45 B", code: At(4815))).ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.EarlierRelease);
        finding.Where.ShouldBe("the file, beside old0.csv (request R-0)");
        finding.Text.ShouldContain("80 students have the same code under \"Study ID\" here and in old0.csv, released 2026-01-01 (request R-0)");
        finding.Text.ShouldContain("tell \"Grade\" and \"School\" of each student together: 5 students would then be in groups of fewer than 10");
        finding.Text.ShouldContain("new codes");
        Found(Read(ByGrade, code: At(4815)), Read(BySchool, "riverside", code: At(4815))).ShouldHaveSingleItem().Text.ShouldNotContain("fewer than");
    }

    [Fact]
    public void New_codes_the_same_recoding_and_codes_alike_by_chance_are_no_finding()
    {
        Found(Read(ByGrade, code: At(4815)), Read(BySchool, code: At(16_2342))).ShouldBeEmpty();
        Found(Read(ByGrade, code: At(4815)), Read(ByGrade, code: At(4815))).ShouldBeEmpty();
        Found(Read(ByGrade, code: At(4815)), Read(BySchool, year: "2023-24", code: At(4815))).ShouldBeEmpty();
        // One more value in the same bands.
        Found(Read("School; 40 A; 40 B; 12 C", code: At(4815)), Read("School; 40 A; 40 B", code: At(4815))).ShouldBeEmpty();
        // A birthday between the two days does not make them other students.
        Found(Read("Age|Gender; 40 11|F; 40 12|M", code: At(4815)), Read("Age|Gender|School; 40 12|F|A; 40 13|M|B", code: At(4815))).ShouldHaveSingleItem();
        // The same numbers for other students, which what both files tell shows.
        Found(Read("Grade|Gender; 40 4|F; 40 5|M", code: At(4815)), Read("School|Gender; 40 A|M; 40 B|F", code: At(4815))).ShouldBeEmpty();
    }

    [Fact]
    public void The_few_who_changed_groups_between_two_files_recoded_alike_can_be_told_by_their_codes()
    {
        var finding = Found(Read("School; 37 A; 43 B", code: At(4815)), Read("School; 40 A; 40 B", code: At(4815))).ShouldHaveSingleItem();
        finding.Text.ShouldContain("3 students would then be in groups of fewer than 10. Give the students new codes in this file.");
    }

    [Fact]
    public void Sheets_of_one_workbook_that_share_codes_are_judged_as_one_table()
    {
        Codes(ReleaseGate.Check(Approved, Gate.Today, [.. Sheet("Grades", "Grade", 40, 4815), .. Sheet("Schools", "School", 35, 4815)])).ShouldBe([FindingCode.SmallGroup]);
        Codes(ReleaseGate.Check(Approved, Gate.Today, [.. Sheet("Grades", "Grade", 40, 4815), .. Sheet("Schools", "School", 30, 4815)])).ShouldBeEmpty();
        Codes(ReleaseGate.Check(Approved, Gate.Today, [.. Sheet("Grades", "Grade", 40, 4815), .. Sheet("Schools", "School", 35, 162_342)])).ShouldBeEmpty();

        static IEnumerable<FilePart> Sheet(string name, string header, int until, int first) => Gate.Parts(name,
            [$"Study ID|{header}", .. Enumerable.Range(0, 80).Select(at => $"{At(first)(at)}|{(at < until ? 4 : 5)}")]);
        static string[] Codes(FileCheckResult result) => result.Codes();
    }

    [Fact]
    public void Several_rows_of_a_student_count_once()
    {
        var one = Read("Grade; 90 K-4; 80 5-8", code: at => $"c{at % 85}");
        one[0].Students.ShouldBe([85, 80]);
    }

    [Fact]
    public void More_than_can_be_compared_is_a_finding_and_no_pass()
    {
        var bands = Enumerable.Range(0, 250).Select(at => $"10 {at * 10}-{(at * 10) + 9}");
        var others = Enumerable.Range(0, 250).Select(at => $"10 {(at * 10) + 5}-{(at * 10) + 14}");
        Found(Read($"Age; {string.Join("; ", bands)}"), Read($"Age; {string.Join("; ", others)}")).ShouldHaveSingleItem().Code.ShouldBe(FindingCode.TooMuchReleased);
    }

    private static Func<int, string> At(int first) => at => $"S{first + (at * 7)}";
}
