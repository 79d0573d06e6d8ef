using Core.Fees;
using Core.Policy;
using CsCheck;

namespace Core.Tests.Fees;

/// <summary>Size, time required and scope make the estimate (ODA-03, "Fees for data requests").</summary>
public sealed class FeeScheduleTests
{
    private static readonly FeeRates Rates = new("USD", HourlyRate: 25m, FreeHours: 2m, PerThousandRecords: 5m, FreeRecords: 1000, PerExtraSchoolYear: 10m, SmallestCharge: 10m);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(2, 1000, 1, 0)] // All of it free.
    [InlineData(3, 1000, 1, 25)]
    [InlineData(2.5, 0, 1, 12.5)]
    [InlineData(2.4, 0, 1, 10)] // The smallest charge itself is charged,
    [InlineData(2.39, 0, 1, 0)] // and a cent and a bit below it is not.
    [InlineData(2, 1001, 1, 0)] // One started thousand is 5: below the smallest charge.
    [InlineData(2, 2001, 1, 10)]
    [InlineData(2, 5000, 1, 20)]
    [InlineData(2, 0, 2, 10)]
    [InlineData(2, 0, 4, 30)]
    [InlineData(10, 25_000, 5, 360)]
    public void Hours_started_thousands_and_further_years_are_charged_beyond_the_free_ones(double hours, int records, int years, double total) =>
        FeeSchedule.Estimate((decimal)hours, records, years, null, Rates).Total.ShouldBe((decimal)total);

    [Theory]
    [InlineData(2.333, 33.33, 11.10)] // 0.333 x 33.33 = 11.09889
    [InlineData(2.5, 20.01, 10.01)]   // 10.005: half a cent goes up.
    public void Amounts_are_whole_cents(double hours, double rate, double total) =>
        FeeSchedule.Estimate((decimal)hours, 0, 1, null, Rates with { HourlyRate = (decimal)rate }).Total.ShouldBe((decimal)total);

    [Fact]
    public void The_breakdown_names_what_is_charged_and_only_that()
    {
        var estimate = FeeSchedule.Estimate(6.5m, 12_345, 3, "Two extracts", Rates);
        estimate.Lines.Select(line => (line.Label, line.Quantity, line.Rate, line.Amount)).ShouldBe(
        [
            ("Time: 6.5 hours, the first 2 free", 4.5m, 25m, 112.50m),
            ("Size: 12,345 records, the first 1,000 free; for each further thousand", 12m, 5m, 60m),
            ("Scope: 3 school years, the first free", 2m, 10m, 20m),
        ]);
        (estimate.Total, estimate.Currency, estimate.Note).ShouldBe((192.50m, "USD", "Two extracts"));
        FeeSchedule.Estimate(6.5m, 10, 1, null, Rates).Lines.ShouldHaveSingleItem().Label.ShouldStartWith("Time");
    }

    [Fact]
    public void Where_nothing_is_free_the_breakdown_says_nothing_of_it()
    {
        var estimate = FeeSchedule.Estimate(1, 1, 1, null, Rates with { FreeHours = 0, FreeRecords = 0 });
        estimate.Lines.Select(line => line.Label).ShouldBe(["Time: 1 hour", "Size: 1 record; for each thousand"]);
    }

    [Fact]
    public void Whatever_is_estimated_the_lines_make_the_total_in_cents_and_more_never_costs_less() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, int.MaxValue], Gen.Int[0, 30], Gen.Int[0, 1000]).Sample((hundredths, records, years, more) =>
        {
            var estimate = FeeSchedule.Estimate(hundredths / 100m, records, years, null, Rates);
            estimate.Total.ShouldBe(estimate.Lines.Sum(line => line.Amount));
            (estimate.Total * 100 % 1).ShouldBe(0);
            (estimate.Total == 0 || estimate.Total >= Rates.SmallestCharge).ShouldBeTrue();
            estimate.Lines.ShouldAllBe(line => line.Amount > 0 && line.Amount == Math.Round(line.Quantity * line.Rate, 2, MidpointRounding.AwayFromZero));
            FeeSchedule.Estimate((hundredths + more) / 100m, records, years, null, Rates).Total.ShouldBeGreaterThanOrEqualTo(estimate.Total);
        });
}
