using Core.Calendar;
using CsCheck;
using NodaTime;
using static Core.Tests.Calendar.Office;

namespace Core.Tests.Calendar;

public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-02")]
    [InlineData("2026-03-02 17:00", "2026-03-02")]
    [InlineData("2026-03-02 17:01", "2026-03-03")]
    [InlineData("2026-03-06 17:01", "2026-03-09")]
    [InlineData("2026-03-07 08:00", "2026-03-09")]
    [InlineData("2026-04-17 18:00", "2026-04-21")]
    [InlineData("2026-07-03 12:00", "2026-07-03")]
    [InlineData("2026-12-31 18:00", "2027-01-04")]
    [InlineData("2026-03-12 09:00", "2026-03-13")]
    public void What_comes_late_or_on_a_day_off_counts_as_received_on_the_next_business_day(string at, string day) =>
        With("2026-03-12", "Snow day").ReceivedOn(At(at)).ShouldBe(Date(day));

    [Theory]
    [InlineData("2026-03-02 09:00", 0, "2026-03-02 17:00")]
    [InlineData("2026-03-02 09:00", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-02 18:00", 1, "2026-03-04 17:00")]
    [InlineData("2026-03-02 09:00", 15, "2026-03-24 17:00")]
    [InlineData("2026-04-13 09:00", 5, "2026-04-21 17:00")]
    [InlineData("2026-12-21 09:00", 10, "2027-01-06 17:00")]
    [InlineData("2026-10-30 09:00", 3, "2026-11-04 17:00")]
    public void A_deadline_is_the_end_of_a_numbered_day(string received, int days, string due) =>
        Show(With("2026-03-12", "Snow day").After(At(received), days)).ShouldBe(due);

    [Theory]
    [InlineData("2026-03-12", "Snow day")]
    [InlineData("2026-04-20", "Patriots' Day")]
    [InlineData("2026-03-13", null)]
    [InlineData("2026-07-04", null)]
    public void It_says_why_a_weekday_is_off(string date, string? why) => With("2026-03-12", "Snow day").WhyClosed(Date(date)).ShouldBe(why);

    [Fact]
    public void A_closure_on_a_holiday_or_a_weekend_takes_no_further_day()
    {
        var calendar = CalendarOf(new Closure(Date("2026-04-20"), "Spring recess"), new Closure(Date("2026-04-19"), "Spring recess"));
        calendar.CountBetween(Date("2026-04-17"), Date("2026-04-24")).ShouldBe(4);
        calendar.DaysOffBetween(Date("2026-04-17"), Date("2026-04-24")).ShouldBe([new(Date("2026-04-20"), "Patriots' Day")]);
    }

    [Fact]
    public void Counting_agrees_with_going_day_by_day() =>
        Gen.Select(Gens.Date, Gen.Int[0, 400], Gens.Closures).Sample((after, length, closures) =>
        {
            var calendar = CalendarOf(closures);
            var upTo = after.PlusDays(length);
            var days = Enumerable.Range(1, length).Select(n => after.PlusDays(n)).ToList();
            calendar.CountBetween(after, upTo).ShouldBe(days.Count(calendar.IsBusinessDay));
            calendar.DaysOffBetween(after, upTo).Select(day => day.Date).ShouldBe(days.Where(day => calendar.WhyClosed(day) is not null));
        });

    [Fact]
    public void The_nth_business_day_is_the_nth() =>
        Gen.Select(Gens.Date, Gen.Int[1, 300], Gens.Closures).Sample((after, number, closures) =>
        {
            var calendar = CalendarOf(closures);
            var day = calendar.Next(after, number);
            calendar.IsBusinessDay(day).ShouldBeTrue();
            calendar.CountBetween(after, day).ShouldBe(number);
        });

    [Fact]
    public void Every_business_day_ends_at_17_local_also_when_clocks_change() =>
        Gens.Date.Sample(date =>
            CalendarOf().EndOf(date).InZone(Zone).LocalDateTime.ShouldBe(date + EndsAt));

    [Fact]
    public void A_change_is_said_in_words()
    {
        var before = With("2026-02-09", "Snow day");
        var after = CalendarOf(
            new(Date("2026-02-10"), "Snow day"),
            new(Date("2026-02-19"), "Winter recess"), new(Date("2026-02-20"), "Winter recess"), new(Date("2026-02-23"), "Winter recess"));
        CalendarChange.Describe(before, after).ShouldBe(
            "added: Snow day on February 10, 2026, Winter recess from February 19, 2026 to February 23, 2026; removed: Snow day on February 9, 2026");
        CalendarChange.Describe(after, after).ShouldBeEmpty();
    }
}
