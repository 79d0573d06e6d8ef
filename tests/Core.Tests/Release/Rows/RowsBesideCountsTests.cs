using Core.Release;
using Core.Release.Rows;
using Core.Release.Tables;
using Core.Routing;
using CsCheck;

namespace Core.Tests.Release.Rows;

/// <summary>policy section 6: whoever has rows without names can count, and so take the others off a count that a table hides.</summary>
public sealed class RowsBesideCountsTests
{
    private static ApprovedData Approved(DataLevel level, string? population = null) => new(level, [], SmallestGroup: 10, NarrowestRange: 4)
    {
        Covered = Coverage.Of(new RequestedData { Level = level, Scope = "x", Population = population, SchoolYears = ["2024-25"] }),
    };

    /// <param name="groups">The header; then groups as a number of students and what they are alike in, as in "12 K-5|F".</param>
    private static IReadOnlyList<RowTable> Rows(string groups, string? population = null)
    {
        var lines = groups.Split("; ");
        var rows = lines.Skip(1).SelectMany(line => Enumerable.Repeat(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], int.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)])));
        var result = ReleaseGate.Check(Approved(DataLevel.DeIdentifiedStudentLevel, population), Gate.Today, Gate.Parts(null, [lines[0], .. rows]));
        result.Check.Findings.ShouldBeEmpty();
        return result.Rows;
    }

    private static IReadOnlyList<Figures> Counts(string table)
    {
        var result = ReleaseGate.Check(Approved(DataLevel.Aggregate), Gate.Today, Gate.Parts(null, table.Split("; ")));
        result.Check.Findings.ShouldBeEmpty();
        return result.Figures;
    }

    private static EarlierRelease Released(IReadOnlyList<Figures> counts) => new("counts.csv, released 2026-01-02 (request R-1)", counts);

    private static EarlierRelease Released(IReadOnlyList<RowTable> rows, int number = 2) => new($"rows.csv, released 2026-01-03 (request R-{number})", []) { Rows = rows };

    private static IReadOnlyList<Finding> Found(IReadOnlyList<Figures> counts, params EarlierRelease[] earlier) =>
        Differencing.Check(Approved(DataLevel.Aggregate), counts, Differencing.Overlapping(counts, earlier));

    private static IReadOnlyList<Finding> FoundByRows(IReadOnlyList<RowTable> rows, params EarlierRelease[] earlier) =>
        Differencing.CheckRows(Approved(DataLevel.DeIdentifiedStudentLevel), rows, earlier);

    [Theory]
    [InlineData("school|grade|students; A|9|40; B|9|*; A|10|50; B|10|60", "Grade|Gender; 20 9|F; 27 9|M; 60 10|F; 50 10|M")]
    // A band of which the table shows all grades but one, whatever else the rows tell.
    [InlineData("grade|students; 8|70; 9|40; 10|50; 11|30; 12|*", "Grade; 70 6-8; 127 9-12")]
    [InlineData("grade|students; 8|70; 9|40; 10|50; 11|30; 12|*", "Grade|School; 30 6-8|A; 40 6-8|B; 80 9-12|A; 47 9-12|B")]
    // Schools that the rows have brought together, and a grade that is in no band.
    [InlineData("school|grade|students; A|9|40; B|9|50; C|9|*; A|10|60; B|10|70; C|10|80", "School|Grade; 40 A|9; 57 Other|9; 60 A|10; 150 Other|10")]
    // The table has two columns for what the rows have one.
    [InlineData("grade|English learners|not English learners; 9|*|93; 10|50|60", "EL status|Grade; 50 Yes|10; 60 No|10; 100 |9")]
    public void A_count_that_is_hidden_is_given_away_by_rows_in_whichever_order_they_leave(string counts, string rows)
    {
        var (table, file) = (Counts(counts), Rows(rows));
        var finding = Found(table, Released(file)).First(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        finding.Code.ShouldBe(FindingCode.EarlierRelease);
        finding.Where.ShouldStartWith("row ");
        finding.Text.ShouldContain("of rows.csv, released 2026-01-03 (request R-2)");
        var later = FoundByRows(file, Released(table)).First(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        later.Where.ShouldEndWith("of counts.csv, released 2026-01-02 (request R-1)");
        later.Text.ShouldContain("of this file");
    }

    [Fact]
    public void A_grade_that_the_table_leaves_out_is_what_is_left_of_the_band()
    {
        var (table, rows) = (Counts("grade|students; 8|70; 9|40; 10|50; 11|30"), Rows("Grade; 70 6-8; 127 9-12"));
        Found(table, Released(rows)).ShouldHaveSingleItem().Text.ShouldContain("exactly 7");
        FoundByRows(rows, Released(table)).ShouldHaveSingleItem().Text.ShouldContain("exactly 7");
    }

    [Fact]
    public void Two_tables_and_rows_that_are_safe_two_by_two_give_a_count_away_together()
    {
        var (hidden, shown) = (Counts("school|grade|students; A|9|60; B|9|*; C|9|*"), Counts("school|grade|students; B|9|40; B|10|50"));
        var rows = Rows("Grade|Gender; 50 9|F; 57 9|M; 20 10|F; 30 10|M");
        Found(hidden, Released(shown)).ShouldBeEmpty();
        Found(hidden, Released(rows)).ShouldBeEmpty();
        Found(hidden, Released(shown), Released(rows)).ShouldContain(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        Found(shown, Released(hidden), Released(rows)).ShouldContain(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        FoundByRows(rows, Released(shown), Released(hidden)).ShouldContain(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
    }

    [Theory]
    // Two hidden counts in every band.
    [InlineData("grade|students; 8|70; 9|40; 10|50; 11|*; 12|*", "Grade; 70 6-8; 127 9-12")]
    // Nothing that both tell, and no total.
    [InlineData("school|students; A|*; B|*; C|50", "Grade; 70 6-8; 127 9-12")]
    // Counted is something else.
    [InlineData("grade|suspended; 9|10; 10|*", "Grade; 100 9; 107 10")]
    // As many as are shown.
    [InlineData("grade|students; 9|100; 10|107", "Grade; 100 9; 107 10")]
    // Rows of small groups were left out, so that what is missing is not known.
    [InlineData("grade|school|students; 9|A|100; 9|B|*; 10|A|120; 10|B|90; Total|A|220", "Grade|School; 98 9|A; 119 10|A; 90 10|B")]
    public void What_tells_nothing_more_together_is_no_finding(string counts, string rows)
    {
        Found(Counts(counts), Released(Rows(rows))).ShouldBeEmpty();
        FoundByRows(Rows(rows), Released(Counts(counts))).ShouldBeEmpty();
    }

    [Fact]
    public void Rows_of_other_students_tell_nothing()
    {
        var (table, rows) = (Counts("school|grade|students; A|9|40; B|9|*"), Rows("Grade; 47 9", "ferry riders"));
        Found(table, Released(rows)).ShouldBeEmpty();
        // Unless their numbers are those of the table.
        var proven = Counts("school|grade|students; A|9|40; B|9|*; All|10|60; All|11|70; All|12|80");
        Found(proven, Released(Rows("Grade; 47 9; 60 10; 70 11; 80 12", "ferry riders"))).ShouldContain(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
    }

    [Fact]
    public void The_safe_version_of_a_table_hides_what_rows_that_were_released_would_give_away()
    {
        const string Table = "school|grade|students; A|9|40; B|9|7; A|10|50; B|10|60";
        var rows = Released(Rows("Grade|Gender; 20 9|F; 27 9|M; 60 10|F; 50 10|M"));
        var safe = SafeVersion.Make(Approved(DataLevel.Aggregate), Gate.Today, Gate.Parts(null, Table.Split("; ")), [rows]).Table.ShouldNotBeNull();
        safe.Rows.SelectMany(row => row).Count(cell => cell == SafeVersion.Mark).ShouldBe(2);
        Found(Counts(string.Join("; ", safe.Rows.Select(row => string.Join('|', row)))), rows).ShouldBeEmpty();
    }

    private static readonly string[] Schools = ["Mather", "Otis", "Guild"];

    private static readonly Gen<((int Grade, int School, int Gender)[] Students, int Cuts, int Named, bool Gender)> Cases = Gen.Select(
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[0, 1]).Array[12, 60], Gen.Int[0, 7], Gen.Int[0, 7], Gen.Bool);

    /// <summary>
    /// What the rows tell of a table of schools by grades is how many students each of its blocks has, a band of grades in some schools: so a hidden count
    /// is given away where it is the only one of its block, and nowhere else.
    /// </summary>
    [Fact]
    public void A_count_is_given_away_where_it_is_the_only_hidden_one_of_what_the_rows_tell_together() => Cases.Sample(
        one =>
        {
            var rows = one.Students.CountBy(student => $"{BandOf(student.Grade, one.Cuts)}|{SchoolOf(student.School, one.Named)}{(one.Gender ? student.Gender == 0 ? "|F" : "|M" : "")}").ToList();
            if (rows.Exists(group => group.Value < 4))
                return;
            var cells = (from grade in Enumerable.Range(1, 4) from school in Enumerable.Range(0, 3)
                         select (Grade: grade, School: school, Count: one.Students.Count(student => student.Grade == grade && student.School == school))).ToList();
            var alone = cells.Where(cell => cell.Count is > 0 and < 4)
                .GroupBy(cell => (BandOf(cell.Grade, one.Cuts), SchoolOf(cell.School, one.Named))).Where(block => block.Count() == 1)
                .Select(block => block.First()).ToList();

            var table = Figures(cells.Select(cell => ($"{cell.Grade}", Schools[cell.School], cell.Count)));
            var approved = Approved(DataLevel.Aggregate) with { SmallestGroup = 4, NarrowestRange = 2 };
            var found = Differencing.Check(approved, [table], [Released([Table(rows, one.Gender)])]);
            found.Select(finding => finding.Where).Order(StringComparer.Ordinal)
                .ShouldBe(alone.Select(cell => $"grade {cell.Grade} in {Schools[cell.School]}").Order(StringComparer.Ordinal));
        },
        iter: 3_000);

    private static string BandOf(int grade, int cuts)
    {
        var (low, high) = (grade, grade);
        while (low > 1 && (cuts & (1 << (low - 2))) == 0)
            low--;
        while (high < 4 && (cuts & (1 << (high - 1))) == 0)
            high++;
        return low == high ? $"{low}" : $"{low}-{high}";
    }

    private static string SchoolOf(int school, int named) => (named & (1 << school)) != 0 ? Schools[school] : "Other";

    private static Figures Figures(IEnumerable<(string Grade, string School, int Count)> cells) => new(
        [.. cells.Select((cell, at) => new Figure(
            "students", Group.Everybody.With("grade", cell.Grade).With("school", cell.School.ToLowerInvariant()), $"grade {cell.Grade} in {cell.School}",
            cell.Count is > 0 and < 4 ? null : cell.Count, 0, null, at, 0))], [], []);

    private static RowTable Table(IReadOnlyList<KeyValuePair<string, int>> groups, bool gender)
    {
        var cells = groups.Select(group => group.Key.Split('|')).ToList();
        string[] headers = gender ? ["Grade", "School", "Gender"] : ["Grade", "School"];
        var keys = headers.Select((header, at) => new RowKey(header.ToLowerInvariant(), header, [.. cells.Select(row => row[at]).Distinct(StringComparer.Ordinal)])).ToList();
        return new(
            null, Group.Everybody, keys, [.. cells.SelectMany(row => row.Select((cell, at) => keys[at].Values.ToList().IndexOf(cell) + 1))],
            [.. groups.Select(group => group.Value)], [], IsCutOff: false);
    }
}
