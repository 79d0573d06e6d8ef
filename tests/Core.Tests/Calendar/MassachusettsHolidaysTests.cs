using Core.Calendar;
using static Core.Tests.Calendar.Office;

namespace Core.Tests.Calendar;

public sealed class MassachusettsHolidaysTests
{
    [Theory]
    [InlineData(2021, "01-01 01-18 02-15 04-19 05-31 06-19 07-05 09-06 10-11 11-11 11-25 12-25")]
    [InlineData(2022, "01-01 01-17 02-21 04-18 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 04-17 05-29 06-19 07-04 09-04 10-09 11-11 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 04-15 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2025, "01-01 01-20 02-17 04-21 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 04-20 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 04-19 05-31 06-19 07-05 09-06 10-11 11-11 11-25 12-25")]
    [InlineData(2034, "01-02 01-16 02-20 04-17 05-29 06-19 07-04 09-04 10-09 11-11 11-23 12-25")]
    public void The_holidays_of_a_year_are_kept_on(int year, string days) =>
        MassachusettsHolidays.Of(year).Select(holiday => holiday.Date)
            .ShouldBe(days.Split(' ').Select(day => Date($"{year}-{day}")));

    [Theory]
    [InlineData("2026-07-03", null)]
    [InlineData("2026-07-04", "Independence Day")]
    [InlineData("2026-07-06", null)]
    [InlineData("2021-07-04", null)]
    [InlineData("2021-07-05", "Independence Day (kept on Monday)")]
    [InlineData("2018-11-12", "Veterans Day (kept on Monday)")]
    [InlineData("2026-04-20", "Patriots' Day")]
    public void A_Sunday_holiday_is_kept_on_Monday_and_a_Saturday_one_is_not_moved(string date, string? name) =>
        MassachusettsHolidays.On(Date(date)).ShouldBe(name);

    [Fact]
    public void Every_year_has_twelve_in_order_and_none_on_a_Sunday()
    {
        foreach (var year in Enumerable.Range(1900, 300))
        {
            var dates = MassachusettsHolidays.Of(year).Select(holiday => holiday.Date).ToList();
            dates.Count.ShouldBe(12);
            dates.ShouldBe(dates.Distinct().Order());
            dates.ShouldAllBe(date => date.DayOfWeek != NodaTime.IsoDayOfWeek.Sunday);
        }
    }
}
