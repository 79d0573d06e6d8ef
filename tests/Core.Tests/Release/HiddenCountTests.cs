using Core.Release;
using Core.Routing;
using NodaTime;

namespace Core.Tests.Release;

/// <summary>policy section 6: a hidden cell that totals let one work out is found, with the sum that gives it away.</summary>
public sealed class HiddenCountTests
{
    private static IReadOnlyList<Finding> Found(string csv, string? sheet = null)
    {
        var rows = csv.Split('\n').Select((line, index) => (FilePart)new FilePart.Row(index + 1, line.Split(',')));
        var check = ReleaseGate.Check(
            new ApprovedData(DataLevel.Aggregate, [], 10, 4), new LocalDate(2026, 3, 2), rows.Prepend(new FilePart.Sheet(sheet))).Check;
        return [.. check.Findings.Where(finding => finding.Code == FindingCode.RecoverableCell)];
    }

    [Fact]
    public void One_hidden_count_under_a_total_is_worked_out_and_placed()
    {
        var finding = Found("grade,students\n9,120\n10,<10\n11,130\nTotal,257", "Sheet1").ShouldHaveSingleItem();
        finding.Where.ShouldBe("Sheet1!B3");
        finding.Text.ShouldContain("exactly 7");
        finding.Text.ShouldContain("Sheet1!B2 + Sheet1!B3 + Sheet1!B4 = Sheet1!B5");
    }

    [Theory]
    [InlineData("grade,students\n9,120\n10,<10\n11,*\nTotal,257")]
    [InlineData("grade,students\n9,120\n10,<10\n11,130")]
    [InlineData("grade,students\n9,120\n10,115\n11,130\nTotal,365")]
    [InlineData("school,enrolled,graduated\nA,120,<10\nB,130,40")]
    public void What_cannot_be_worked_out_is_left_alone(string csv) => Found(csv).ShouldBeEmpty();

    [Theory]
    [InlineData("grade,students\n9,120\n10,*\n11,130\nTotal,255", 5)]
    [InlineData("grade,students\n9,120\n10,\n11,130\nAll students,255", 5)]
    [InlineData("grade,students\n9,120\n10,n<10\n11,130\nDistrict total,252", 2)]
    public void Every_way_to_hide_and_to_name_a_total_is_known(string csv, int exactly) =>
        Found(csv).ShouldHaveSingleItem().Text.ShouldContain($"exactly {exactly},");

    [Fact]
    public void A_range_that_is_too_narrow_counts_as_shown()
    {
        // Two hidden counts of at most 9 that add up to 17 are 8 and 9.
        var findings = Found("grade,students\n9,<10\n10,<10\n11,130\nTotal,147");
        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(finding => finding.Text.Contains("from 8 to 9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_with_totals_both_ways_is_attacked_both_ways()
    {
        // One hidden count a row is not safe: its row gives it away, whatever its column hides.
        var findings = Found("school,girls,boys,total\nA,*,30,37\nB,40,*,46\nTotal,47,36,83");
        findings.Select(finding => finding.Where).ShouldBe(["row 2, column \"girls\"", "row 3, column \"boys\""]);
        // Two in each row and column hold together.
        Found("school,girls,boys,total\nA,*,*,37\nB,*,*,46\nC,20,30,50\nTotal,60,73,133").ShouldBeEmpty();
    }

    [Fact]
    public void A_long_table_of_two_dimensions_is_attacked_along_each()
    {
        var findings = Found("school,gender,students\nA,girls,*\nA,boys,30\nA,all,37\nB,girls,40\nB,boys,46\nB,all,86");
        findings.ShouldHaveSingleItem().Text.ShouldContain("exactly 7");
    }

    [Fact]
    public void Columns_that_do_not_add_up_are_no_parts_of_a_whole() =>
        Found("school,tested,passed,total\nA,*,30,137\nB,140,46,150").ShouldBeEmpty();
}
