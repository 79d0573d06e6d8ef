using Core.Release;
using Core.Release.Tables;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>policy section 6: a hidden cell that an earlier release to anybody lets one work out (differencing).</summary>
public sealed class DifferencingTests
{
    private static FileCheckResult Read(string csv, string? population = null, string? year = "2024-25") => ReleaseGate.Check(
        new ApprovedData(DataLevel.Aggregate, [], 10, 4)
        {
            Covered = Coverage.Of(new RequestedData { Level = DataLevel.Aggregate, Scope = "x", Population = population, SchoolYears = year is null ? [] : [year] }),
        },
        Gate.Today, Gate.Parts(null, csv.Split('\n')));

    private static IReadOnlyList<Finding> Found(FileCheckResult file, params FileCheckResult[] earlier) => Differencing.Check(
        new ApprovedData(DataLevel.Aggregate, [], 10, 4), file.Figures,
        Differencing.Overlapping(file.Figures, [.. earlier.Select((one, at) => new EarlierRelease($"old{at}.csv, released 2026-01-0{at + 1} (request R-{at})", one.Figures))]));

    private const string ByGrade = "grade,students\n9,*\n10,*\n11,130\nTotal,300";

    [Theory]
    // The same cell shown then, hidden now.
    [InlineData("grade|students\n9|7\n10|163\n11|130", "grade|students\n9|*\n10|*\n11|130\nTotal|300")]
    // The total that the new file leaves out was released.
    [InlineData("grade|students\n11|130\nTotal|300", "grade|students\n9|*\n10|163\n11|130")]
    // Schools by grade now, the grades' totals then.
    [InlineData("grade|students\n9|107\n10|200", "school|grade|students\nA|9|100\nB|9|*\nA|10|120\nB|10|80")]
    // A category that was merged then is split now.
    [InlineData("race|students\nAsian or Pacific|27\nWhite|100", "race|students\nAsian|20\nPacific Islander|*\nWhite|100")]
    // The other half was released.
    [InlineData("EL status|students\nNot EL|193\nAll|200", "EL status|students\nEL|*\nLow income|120")]
    // A share then gives the count now.
    [InlineData("school|tested|% proficient\nA|200|40.0%\nB|28|25.0%", "school|students tested|proficient\nA|200|80\nB|*|*")]
    public void What_an_earlier_release_gives_away_is_found_with_its_equation(string earlier, string file)
    {
        var now = Read(file);
        now.Check.Findings.ShouldBeEmpty();
        var finding = Found(now, Read(earlier)).First(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        finding.Code.ShouldBe(FindingCode.EarlierRelease);
        finding.Text.ShouldContain("old0.csv, released 2026-01-01 (request R-0)");
    }

    [Fact]
    public void Two_populations_that_differ_by_a_small_group_give_that_group_away()
    {
        var everybody = Read("school|students\nA|100\nB|80");
        var without = Read("school|students\nA|95\nB|60", "All students except English learners");
        Found(without, everybody).ShouldHaveSingleItem().Text.ShouldContain("exactly 5");
        // In whichever order they leave.
        Found(everybody, without).ShouldHaveSingleItem().Text.ShouldContain("exactly 5");
        var named = Read("school|students\nA|95\nB|60", "students in the summer program");
        Found(named, everybody).ShouldHaveSingleItem().Text.ShouldContain("exactly 5");
    }

    [Fact]
    public void A_count_hidden_earlier_is_not_given_away_by_a_later_file()
    {
        var earlier = Read("school|grade|students\nA|9|*\nA|10|*\nB|9|50\nB|10|60");
        var file = Read("school|grade|students\nA|9|16\nA|All|23\nB|9|50\nB|All|110");
        Found(file, earlier).ShouldContain(one => one.Where.Contains("old0.csv") && one.Text.Contains("exactly 7", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_releases_that_are_safe_two_by_two_are_joined_all_together()
    {
        var first = Read("school|students\nA|*\nB|*\nC|*\nTotal|300");
        var (second, third) = (Read("school|students\nB|120"), Read("school|students\nC|173"));
        Found(third, first).ShouldBeEmpty();
        Found(third, first, second).ShouldAllBe(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
        Found(third, first, second).ShouldNotBeEmpty();
    }

    [Fact]
    public void Parts_released_one_by_one_leave_a_small_rest_of_a_total()
    {
        var (total, ten) = (Read("students\n300"), Read("grade|students\n10|163"));
        Found(Read("grade|students\n11|130"), total).ShouldBeEmpty();
        Found(Read("grade|students\n11|130"), total, ten).ShouldHaveSingleItem().Text.ShouldContain("exactly 7");
    }

    [Theory]
    [InlineData("2023-24", "grade|students\n9|7\n10|163\n11|130")]
    [InlineData("2024-25", "grade|suspended\n9|7\n10|163\n11|13")]
    [InlineData("2024-25", "grade|students\n9|9\n10|190\n11|150\nTotal|349")]
    [InlineData("2024-25", "grade|students\n9|*\n10|*\n11|130\nTotal|300")]
    public void Another_year_another_measure_and_another_count_of_the_same_tell_nothing(string year, string earlier) =>
        Found(Read(ByGrade.Replace(',', '|')), Read(earlier, year: year)).ShouldBeEmpty();

    [Fact]
    public void What_was_given_away_before_is_not_blamed_on_this_file()
    {
        var (old, older) = (Read("grade|students\n9|*\n10|163\n11|130"), Read("grade|students\nTotal|300"));
        Found(Read("grade|students\n11|130\nTotal|300"), old, older).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_table_under_other_words_is_known_by_its_figures()
    {
        var earlier = Read("grade|headcount\n9|7\n10|163\n11|130\n12|140\nTotal|440", "pupils of the district's high schools", year: null);
        Found(Read("grade|students\n9|*\n10|*\n11|130\n12|140\nTotal|440", "high schoolers"), earlier)
            .ShouldContain(one => one.Text.Contains("exactly 7", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_can_be_joined_is_a_finding_and_no_pass()
    {
        var rows = Enumerable.Range(0, 40).Select(school => $"S{school}|{string.Join('|', Enumerable.Range(0, 80).Select(_ => "*"))}");
        var wide = Read($"school|{string.Join('|', Enumerable.Range(0, 80).Select(n => $"club {n}"))}\n{string.Join('\n', rows)}");
        Found(wide, wide).ShouldHaveSingleItem().Code.ShouldBe(FindingCode.TooMuchReleased);
    }
}
