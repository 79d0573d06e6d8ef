using Core.Release;
using Core.Routing;
using static Core.Release.FindingCode;

namespace Core.Tests.Release;

public sealed class SmallCountTests
{
    [Fact]
    public void Counts_from_one_to_nine_are_found_in_their_places_and_no_others()
    {
        string[] rows = ["School|Grade|Students|Suspended", "Mather|1|10|0", "Mather|2|9|1", "", "Hale|3|1,009|<10", "Hale|4|104|12"];

        Gate.Check(DataLevel.Aggregate, rows).Places(SmallCell).ShouldBe(["row 3, column \"Students\"", "row 3, column \"Suspended\""]);
        Gate.Check(DataLevel.Aggregate, [], "Sheet1", rows).Places(SmallCell).ShouldBe(["Sheet1!C3", "Sheet1!D3"]);
        Gate.Check(DataLevel.Aggregate, [], "By grade", rows).Places(SmallCell).ShouldBe(["'By grade'!C3", "'By grade'!D3"]);
    }

    [Theory]
    [InlineData("n", "7")]
    [InlineData("Count", "7")]
    [InlineData("# enrolled", "7.0")]
    [InlineData("Total", " 7 ")]
    [InlineData("Estudiantes", "7")]
    [InlineData("2024", "7")]
    [InlineData("Grade 3", "7")]
    [InlineData("Female", "7 (12.5%)")]
    [InlineData("Suspended at least once", "n=7")]
    [InlineData("Number in grade", "7")]
    [InlineData("Value", "7")]
    public void A_small_whole_number_is_a_count_unless_something_speaks_against_it(string header, string cell) =>
        Gate.Check(DataLevel.Aggregate, $"School|{header}", "Mather|120", $"Hale|{cell}", "Lee|44").Places(SmallCell).ShouldBe([$"row 3, column \"{header}\""]);

    [Theory]
    [InlineData("Grade", "1", "2", "3")]
    [InlineData("Level", "K", "1", "2")]
    [InlineData("Age", "7", "8", "9")]
    [InlineData("Percent", "5", "7", "9")]
    [InlineData("Attendance", "95.5", "9", "90")]
    [InlineData("Quarter", "1", "2", "3")]
    [InlineData("School code", "7", "8", "9")]
    [InlineData("Rank", "3", "1", "2")]
    [InlineData("Row", "1", "2", "3")]
    [InlineData("", "1", "2", "3")]
    [InlineData("Average score", "5", "7", "9")]
    public void Numbers_that_count_nobody_stay_silent(string header, string first, string second, string third) =>
        Gate.Check(DataLevel.Aggregate, $"{header}|Enrolled", $"{first}|1200", $"{second}|4400", $"{third}|3000").Check.Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_header_over_several_columns_does_not_hide_the_first_of_them() =>
        Gate.Check(DataLevel.Aggregate, "School|Grade||", "|K|1|2", "Mather|7|20|30").Places(SmallCell).ShouldContain("row 3, column \"Grade\"");

    [Fact]
    public void A_table_without_header_is_judged_from_its_first_row() =>
        Gate.Check(DataLevel.Aggregate, "Mather|7", "Hale|120").Places(SmallCell).ShouldBe(["row 1, column \"7\""]);

    [Fact]
    public void The_threshold_is_the_policys() =>
        ReleaseGate.Check(new ApprovedData(DataLevel.Aggregate, [], SmallestGroup: 6), Gate.Today, Gate.Parts(null, ["School|n", "Mather|5", "Hale|6"]))
            .Places(SmallCell).ShouldBe(["row 2, column \"n\""]);

    [Fact]
    public void Rows_of_students_are_not_counts() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Absences", "3|7", "4|2", "5|1").Places(SmallCell).ShouldBeEmpty();

    [Fact]
    public void A_long_list_ends_in_how_many_more_there_are()
    {
        var check = Gate.Check(DataLevel.Aggregate, ["School|n|m", .. Enumerable.Range(0, 150).Select(row => $"School {row}|3|4")]).Check;

        check.Verdict.ShouldBe(Verdict.Fix);
        check.Findings.Count.ShouldBe(101);
        check.Findings[0].Where.ShouldBe("row 2, column \"n\"");
        check.Findings[99].Where.ShouldBe("row 51, column \"m\"");
        check.Findings[100].Text.ShouldBe("And 200 more of the same.");
    }

    [Fact]
    public void A_file_without_data_is_no_deliverable()
    {
        Gate.Check(DataLevel.Aggregate).Codes().ShouldBe([EmptyFile]);
        Gate.Check(DataLevel.Aggregate, "School|n").Codes().ShouldBe([EmptyFile]);
    }
}
