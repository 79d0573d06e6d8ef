using Core.Release;
using Core.Release.SmallCells;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>
/// The smallest group and the narrowest range are policy: 10 is ODA-03's; how narrow is too narrow the sources leave open, and the office's
/// policy sets it (policy section 6: a hidden cell that lets itself be worked out).
/// </summary>
public sealed class NarrowRangeTests
{
    [Theory]
    // ODA-03: groups of fewer than 10. A single value below is given away, whatever the width.
    [InlineData(7, 7, 10, 4, true)]
    [InlineData(9, 9, 10, 2, true)]
    // 10 students are no small group any more.
    [InlineData(10, 10, 10, 4, false)]
    // Nobody is in no group: a zero gives nobody away.
    [InlineData(0, 0, 10, 4, false)]
    // Three values are fewer than four, four are not.
    [InlineData(7, 9, 10, 4, true)]
    [InlineData(6, 9, 10, 4, false)]
    [InlineData(6, 9, 10, 5, true)]
    // What may be nobody, or no small group, is open.
    [InlineData(0, 2, 10, 4, false)]
    [InlineData(9, 10, 10, 4, false)]
    // A district with another smallest group: small below 5, or below 20.
    [InlineData(4, 4, 5, 2, true)]
    [InlineData(5, 5, 5, 2, false)]
    [InlineData(15, 16, 20, 4, true)]
    public void A_range_wholly_among_small_counts_is_judged_by_its_width(long low, long high, int smallestGroup, int narrowest, bool givesAway) =>
        new Recovered(0, low, high).GivesAway(smallestGroup, narrowest).ShouldBe(givesAway);

    [Fact]
    public void A_count_without_limit_gives_nobody_away() => new Recovered(0, 1, null).GivesAway(10, 10).ShouldBeFalse();

    [Theory]
    // Two hidden counts of at most 9 that make 14 lie from 5 to 9: five values.
    [InlineData(4, 10, 14, false)]
    [InlineData(6, 10, 14, true)]
    // They make 17: 8 and 9.
    [InlineData(4, 10, 17, true)]
    [InlineData(2, 10, 17, false)]
    public void The_gate_takes_both_from_policy(int narrowest, int smallestGroup, int two, bool isFound)
    {
        var check = ReleaseGate.Check(
            new ApprovedData(DataLevel.Aggregate, [], smallestGroup, narrowest), Gate.Today,
            Gate.Parts(null, ["grade|students", "9|<10", "10|<10", "11|130", $"Total|{130 + two}"])).Check;
        check.Findings.Any(finding => finding.Code == FindingCode.RecoverableCell).ShouldBe(isFound);
    }

    [Theory]
    [InlineData(5, 4, "Fix")]
    [InlineData(5, 5, "Pass")]
    [InlineData(20, 19, "Fix")]
    public void The_smallest_group_is_what_policy_says(int smallestGroup, int count, string verdict) => ReleaseGate.Check(
        new ApprovedData(DataLevel.Aggregate, [], smallestGroup, 2), Gate.Today, Gate.Parts(null, ["grade|students", $"9|{count}", "10|130"]))
        .Check.Verdict.ToString().ShouldBe(verdict);
}
