using Core.Release;
using Core.Release.Tables;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>What cannot be tried in time, or at all, is never passed: it is a finding, and no safe version is made of it.</summary>
public sealed class BoundTests
{
    private static readonly ApprovedData Aggregate = new(DataLevel.Aggregate, [], 10, 4);
    private static readonly CancellationToken AtOnce = new(canceled: true);
    private static readonly string[] Hiding = ["grade|students", "9|120", "10|*", "11|*", "Total|300"];

    private static FileCheckResult Check(IEnumerable<string> rows, CancellationToken giveUp) =>
        ReleaseGate.Check(Aggregate, Gate.Today, Gate.Parts(null, [.. rows]), giveUp);

    [Fact]
    public void Hidden_counts_that_were_not_tried_are_not_proven_safe()
    {
        Check(Hiding, TestContext.Current.CancellationToken).Check.Verdict.ShouldBe(Verdict.Pass);
        var finding = Check(Hiding, AtOnce).Check.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.NotProven);
        finding.Text.ShouldContain("none of 2 hidden counts can be worked out");
        FindingCode.VerdictOf(finding.Code).ShouldBe(Verdict.Fix);
    }

    [Fact]
    public void What_hides_nothing_needs_no_proof() => Check(["grade|students", "9|120", "10|80", "Total|200"], AtOnce).Check.Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void A_comparison_that_was_given_up_is_a_finding()
    {
        var file = Check(Hiding, TestContext.Current.CancellationToken).Figures;
        var earlier = new EarlierRelease("old.csv", Check(["grade|students", "9|120", "Total|300"], TestContext.Current.CancellationToken).Figures);
        Differencing.Check(Aggregate, file, Differencing.Overlapping(file, [earlier])).ShouldBeEmpty();
        Differencing.Check(Aggregate, file, Differencing.Overlapping(file, [earlier], AtOnce), AtOnce)
            .ShouldHaveSingleItem().Code.ShouldBe(FindingCode.TooMuchReleased);
    }

    [Fact]
    public void No_safe_version_is_given_out_that_was_not_proven()
    {
        var result = SafeVersion.Make(Aggregate, Gate.Today, Gate.Parts(null, ["grade|students", "9|120", "10|7", "11|30", "Total|157"]), giveUp: AtOnce);
        result.Table.ShouldBeNull();
        result.WhyNot.ShouldNotBeNull().ShouldContain("split it");
    }

    [Fact]
    public void A_table_that_is_too_large_to_be_tried_as_a_whole_is_a_finding()
    {
        var finding = Check(Enumerable.Range(0, 50_001).Select(row => $"Place {row}|{100 + row}").Prepend("place|students"), TestContext.Current.CancellationToken)
            .Check.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(FindingCode.NotProven);
        finding.Text.ShouldContain("more than 100,000 cells");
    }
}
