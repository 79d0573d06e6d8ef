using Core.Release;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>policy section 6: rates let a hidden cell be worked out, and a share of a small group is a small count itself.</summary>
public sealed class ShareTests
{
    private static IReadOnlyList<Finding> Found(string csv, string? sheet = "Sheet1") => ReleaseGate.Check(
        new ApprovedData(DataLevel.Aggregate, [], 10, 4), Gate.Today, Gate.Parts(sheet, csv.Split('\n'))).Check.Findings;

    [Fact]
    public void A_hidden_count_is_found_with_the_share_that_gives_it_away()
    {
        var finding = Found("School|Enrolled|Suspended|Suspension rate\nMather|200|40|20.0%\nHale|16|*|25.0%\nLee|120|30|25.0%").ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.RecoverableCell);
        finding.Where.ShouldBe("Sheet1!C3");
        finding.Text.ShouldContain("Sheet1!C3 is hidden, but it is exactly 4, because 25.0 % of the 16 in Sheet1!B3 is 4");
    }

    [Theory]
    // The share in every spelling: with a sign, without, as a fraction, cut off instead of rounded, before or behind its counts.
    [InlineData("School|Enrolled|Suspended|%\nMather|200|40|20.0\nHale|16|*|25.0\nLee|120|30|25.0")]
    [InlineData("School|Enrolled|Suspended|Rate\nMather|200|40|0.2\nHale|16|*|0.25\nLee|120|30|0.25")]
    [InlineData("School|Pct suspended|Suspended|Enrolled\nMather|20|40|200\nHale|25|*|16\nLee|25|30|120")]
    [InlineData("School|Enrolled|Suspended|Pct\nMather|300|200|66.6\nHale|16|<10|25.0\nLee|120|40|33.3")]
    [InlineData("School|Numerator|Denominator|Percentage\nMather|40|200|20.0%\nHale|--|16|25.0%\nLee|30|120|25.0%")]
    [InlineData("School|N|n suspended|Share\nMather|200|40|20.0%\nHale|16|suppressed|25.0%\nLee|120|30|25.0%")]
    [InlineData("School|Students|Suspended\nMather|200|40 (20.0%)\nHale|16|* (25.0%)\nLee|120|30 (25.0%)")]
    [InlineData("Escuela|Matrícula|Suspendidos|Tasa\nMather|200|40|20.0%\nHale|16|n/a|25.0%\nLee|120|30|25.0%")]
    public void Every_way_to_write_a_share_is_read(string csv) =>
        Found(csv).ShouldContain(finding => finding.Code == FindingCode.RecoverableCell && finding.Text.Contains("exactly 4", StringComparison.Ordinal));

    [Theory]
    // Nothing but the base and the share: 7.1 % of 42 is 3.
    [InlineData("School|Students tested|% proficient\nMather|200|40.0%\nHale|42|7.1%", "is exactly 3")]
    [InlineData("School|N|Chronic absenteeism rate\nMather|200|0.4\nHale|42|0.0714", "is exactly 3")]
    // 7 % of 42, rounded to whole percents, can only be 3.
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|42|7", "is exactly 3")]
    // Rounding leaves 3 to 7 of 500: all of them small.
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|500|1", "lies from 3 to 7")]
    // "<5%" of 40 is nobody or one; "1-5%" of 60 is from 1 to 3.
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|60|1-5%", "lies from 1 to 3")]
    public void A_share_whose_count_would_be_small_is_a_small_count(string csv, string text)
    {
        var finding = Found(csv).ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.SmallShare);
        finding.Where.ShouldBe("Sheet1!C3");
        finding.Text.ShouldContain(text);
    }

    [Fact]
    public void The_others_of_a_share_are_a_group_too()
    {
        var finding = Found("School|Cohort size|Graduation rate\nMather|200|60.0%\nHale|50|94.0%").ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.SmallRest);
        finding.Where.ShouldContain("the others of the 50 in Sheet1!B3");
        finding.Text.ShouldContain("exactly 3");
    }

    [Theory]
    [InlineData("School|Enrolled|Suspended|Rate\nMather|200|40|20.0%\nHale|16|*|*\nLee|120|30|25.0%")]
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|40|<5%\nLee|60|>95%")]
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|5000|2")]
    [InlineData("School|N|Attendance rate\nMather|200|94.2\nHale|42|92.9")]
    [InlineData("School|Average score|Enrolled\nMather|7.1|42\nHale|6.2|44")]
    [InlineData("School|N|Percent proficient\nMather|200|40\nHale|40|0%\nLee|60|100%")]
    // No share of whole students: 33.3 % of 20 is nobody's.
    [InlineData("School|Teachers|Percent licensed in field\nMather|20|33.3\nHale|40|21.1")]
    public void A_share_that_gives_nobody_away_stays_silent(string csv) => Found(csv).ShouldBeEmpty();

    [Fact]
    public void Shares_of_a_column_total_are_told_from_shares_of_a_row()
    {
        var finding = Found("Race|Students|Percent\nAsian|*|2.0%\nBlack|96|32.0%\nWhite|198|66.0%\nTotal|300|100%").ShouldHaveSingleItem();
        finding.Where.ShouldBe("Sheet1!B2");
        finding.Text.ShouldContain("exactly 6");
    }

    [Fact]
    public void Two_hidden_counts_tied_by_their_share_and_totals_are_worked_out_together()
    {
        // Both the base and the count of Hale are hidden; the totals give the base, and the share then gives the count.
        var findings = Found("School|Enrolled|Suspended|Rate\nMather|200|40|20.0%\nHale|*|*|25.0%\nLee|120|*|25.8%\nTotal|336|75|22.3%");
        findings.Select(finding => finding.Where).ShouldContain("Sheet1!C3");
    }
}
