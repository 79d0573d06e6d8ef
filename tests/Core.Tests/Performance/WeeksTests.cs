using Core.Performance;
using CsCheck;
using NodaTime;

namespace Core.Tests.Performance;

public sealed class WeeksTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    // Received and left as days from the Monday; left null is open.
    [Theory]
    [InlineData(0, null, false, false, new[] { WeekPart.CameIn, WeekPart.Open })]
    [InlineData(6, null, false, false, new[] { WeekPart.CameIn, WeekPart.Open })]
    [InlineData(-1, null, false, false, new[] { WeekPart.Open })]
    [InlineData(7, null, false, false, new WeekPart[0])]
    [InlineData(0, 6, true, true, new[] { WeekPart.CameIn, WeekPart.OnTime })]
    [InlineData(-30, 0, true, false, new[] { WeekPart.Late })]
    [InlineData(-30, 7, true, true, new[] { WeekPart.Open })]
    [InlineData(-30, -1, true, true, new WeekPart[0])]
    [InlineData(-1, 3, false, false, new WeekPart[0])]
    public void A_week_counts_a_request(int received, int? left, bool isDelivered, bool kept, WeekPart[] parts)
    {
        var one = new Course(Monday.PlusDays(received), left is { } day ? Monday.PlusDays(day) : null, isDelivered, kept);
        Enum.GetValues<WeekPart>().Where(part => Weeks.Counts(one, part, Monday)).ShouldBe(parts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void The_last_week_is_the_one_of_today(int day)
    {
        var weeks = Weeks.Of([new(Monday, null, false, false)], Monday.PlusDays(day), 3);
        weeks.Select(week => week.Monday).ShouldBe([Monday.PlusWeeks(-2), Monday.PlusWeeks(-1), Monday]);
        weeks.Select(week => (week.CameIn, week.Open)).ShouldBe([(0, 0), (0, 0), (1, 1)]);
    }

    [Fact]
    public void What_is_open_changes_by_what_comes_and_what_leaves() =>
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, 40], Gen.Bool, Gen.Bool, Gen.Bool)
            .Select(one => new Course(Monday.PlusDays(one.Item1), one.Item3 ? Monday.PlusDays(one.Item1 + one.Item2) : null, one.Item3 && one.Item4, one.Item5))
            .Array[0, 20].Sample(all =>
            {
                var weeks = Weeks.Of(all, Monday.PlusWeeks(20), 21);
                foreach (var (before, week) in weeks.Zip(weeks.Skip(1)))
                {
                    var left = all.Count(one => one.LeftOn >= week.Monday && one.LeftOn < week.Monday.PlusWeeks(1));
                    week.Open.ShouldBe(before.Open + week.CameIn - left);
                    (week.OnTime + week.Late).ShouldBeLessThanOrEqualTo(left);
                }
            });
}
