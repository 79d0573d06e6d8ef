using Core.Performance;
using Core.Routing;
using CsCheck;
using NodaTime;

namespace Core.Tests.Performance;

public sealed class PromptnessTests
{
    [Theory]
    [InlineData(new[] { 7 }, 0.5, 7)]
    [InlineData(new[] { 1, 2 }, 0.5, 1.5)]
    [InlineData(new[] { 9, 1, 5 }, 0.5, 5)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 0.9, 9)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 0.9, 10)]
    [InlineData(new[] { 3, 3, 3, 40 }, 0.9, 40)]
    [InlineData(new[] { 4 }, 0.9, 4)]
    public void Percentiles_are_those_of_the_nearest_rank(int[] days, double share, double expected) => Promptness.Percentile(days, share).ShouldBe(expected);

    [Fact]
    public void Both_deadlines_are_counted_apart()
    {
        var lines = Promptness.By(Grouping.Level, [One(10), One(18, original: false), One(30, original: false, kept: false)]);
        var line = lines.ShouldHaveSingleItem();
        (line.Group, line.Delivered, line.OnTimeOriginal, line.OnTime, line.OnTimeRate).ShouldBe(("Aggregate", 3, 1, 2, 0.6667));
        (line.MedianBusinessDays, line.Percentile90BusinessDays).ShouldBe((18d, 30d));
    }

    [Fact]
    public void Waiting_is_told_by_its_cause_as_a_mean()
    {
        var line = Promptness.Of([One(5) with { Waited = new(Answer: 3, Agreement: 4) }, One(5) with { Waited = new(FeeDecision: 1, Documents: 2) }])!;
        (line.WaitedForAnswer, line.WaitedForFeeDecision, line.WaitedForDocuments, line.WaitedForAgreement, line.WaitedForOther).ShouldBe((1.5, 0.5, 1, 2, 0));
        Promptness.Of([]).ShouldBeNull();
    }

    [Fact]
    public void Months_come_in_time_order_and_kinds_in_the_order_of_the_policy()
    {
        Delivered[] all = [One(1) with { DeliveredOn = new(2026, 11, 2) }, One(1) with { DeliveredOn = new(2026, 2, 3), Kind = RequesterKind.Teacher }];
        Promptness.By(Grouping.Month, all).Select(line => line.Group).ShouldBe(["2026-02", "2026-11"]);
        Promptness.By(Grouping.Kind, all).Select(line => line.Group).ShouldBe([nameof(RequesterKind.Teacher), nameof(RequesterKind.Public)]);
    }

    [Fact]
    public void However_they_are_grouped_no_delivery_is_lost_and_shares_are_shares() =>
        Gen.Select(Gen.Enum<Office>(), Gen.Enum<RequesterKind>(), Gen.Enum<DataLevel>(), Gen.Int[0, 400], Gen.Int[0, 60], Gen.Bool, Gen.Bool)
            .Select(one => One(one.Item5, one.Item6 && one.Item7, one.Item7) with
            {
                Office = one.Item1, Kind = one.Item2, Level = one.Item3, DeliveredOn = new LocalDate(2026, 1, 1).PlusDays(one.Item4),
            })
            .Array[0, 30].Sample(all =>
            {
                foreach (var by in Enum.GetValues<Grouping>())
                {
                    var lines = Promptness.By(by, all);
                    lines.Sum(line => line.Delivered).ShouldBe(all.Length);
                    lines.Select(line => line.Group).ShouldBeUnique();
                    lines.ShouldAllBe(line => line.OnTimeOriginal <= line.OnTime && line.OnTime <= line.Delivered && line.OnTimeRate >= 0 && line.OnTimeRate <= 1
                        && line.MedianBusinessDays <= line.Percentile90BusinessDays);
                }
            });

    internal static Delivered One(int days, bool original = true, bool kept = true) => new(
        "R-1", Office.DataAndAccountability, RequesterKind.Public, DataLevel.Aggregate, "Ana Lyst", new(2026, 3, 2), new(2026, 3, 20), days, original, kept, new());
}
