using Core.Calendar;
using Core.Performance;
using Core.Routing;
using NodaTime;

namespace Core.Tests.Performance;

public sealed class ForecastTests
{
    private static readonly BusinessCalendar Calendar = new(1, DateTimeZoneProviders.Tzdb["America/New_York"], new LocalTime(17, 0), [new(new(2026, 3, 4), "Snow day")]);
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public void Only_business_days_are_looked_at_and_today_is_the_first()
    {
        Days(Monday, 5).ShouldBe([new(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 5), new(2026, 3, 6), new(2026, 3, 9)]);
        Days(new(2026, 3, 7), 2).ShouldBe([new(2026, 3, 9), new(2026, 3, 10)]);
        static IEnumerable<LocalDate> Days(LocalDate today, int days) => Forecast.Of([], [], today, Calendar, days).Select(day => day.Day);
    }

    [Fact]
    public void A_request_is_due_on_its_day_and_one_that_waits_for_the_requester_is_not_counted()
    {
        var forecast = Forecast.Of([Open("A", 3), Open("B", 3) with { WaitsForRequester = true }, Open("C", 3) with { DueOn = null }, Open("D", 6)], [], Monday, Calendar, 10);
        forecast.SelectMany(day => day.Requests.Select(one => (day.Day.Day, one.Id))).ShouldBe([(3, "A"), (6, "D")]);
        forecast.Sum(day => day.Due).ShouldBe(2);
    }

    [Fact]
    public void The_risk_is_the_share_of_past_deliveries_that_were_this_far_and_took_longer_than_allowed()
    {
        var past = Enumerable.Range(1, 40).Select(days => PromptnessTests.One(days)).ToList();
        Forecast.Risk(Open("A", 3) with { DaysCounted = 11, DaysAllowed = 15 }, past).ShouldNotBeNull().ShouldBe(25 / 30d, 0.0001);
        Forecast.Risk(Open("A", 3) with { DaysCounted = 1, DaysAllowed = 40 }, past).ShouldBe(0);
        Forecast.Of([Open("A", 3) with { DaysCounted = 11 }, Open("B", 3) with { DaysCounted = 21, DaysAllowed = 20 }], past, Monday, Calendar, 2)[1].Expected!.Value.ShouldBe((25 / 30d) + 1, 0.01);
    }

    [Fact]
    public void The_same_level_decides_where_enough_is_known_of_it_and_too_little_says_nothing()
    {
        var slow = Enumerable.Repeat(PromptnessTests.One(30) with { Level = DataLevel.IdentifiableRoster }, Forecast.Enough);
        var quick = Enumerable.Repeat(PromptnessTests.One(14), Forecast.Enough);
        var open = Open("A", 3) with { DaysCounted = 10 };
        Forecast.Risk(open with { Level = DataLevel.IdentifiableRoster }, [.. slow, .. quick]).ShouldBe(1);
        Forecast.Risk(open, [.. slow, .. quick]).ShouldBe(0);
        Forecast.Risk(open with { Level = DataLevel.Directory }, [.. slow, .. quick]).ShouldBe(0.5);
        Forecast.Risk(open, [.. quick.Skip(1)]).ShouldBeNull();
        Forecast.Of([open], [.. quick.Skip(1)], Monday, Calendar, 2)[1].Expected.ShouldBeNull();
        Forecast.Of([], [], Monday, Calendar, 1)[0].Expected.ShouldBe(0);
    }

    [Fact]
    public void A_desk_is_counted_whole_and_what_nobody_has_leads()
    {
        var lines = Workload.Of(
            [Open("A", 3), Open("B", 4) with { WaitsForRequester = true }, Open("C", 5) with { Assignee = null, IsLate = true }, Open("D", 5) with { Assignee = "Bea Lyst", IsDueSoon = true }],
            [PromptnessTests.One(9), PromptnessTests.One(12) with { Assignee = "Cyd Lyst" }]);
        lines.Select(line => (line.Analyst, line.Open, line.WaitingForOffice, line.WaitingForRequester, line.DueSoon, line.Late, line.Delivered)).ShouldBe(
            [(null, 1, 1, 0, 0, 1, 0), ("Ana Lyst", 2, 1, 1, 0, 0, 1), ("Bea Lyst", 1, 1, 0, 1, 0, 0), ("Cyd Lyst", 0, 0, 0, 0, 0, 1)]);
    }

    private static Underway Open(string id, int day) => new(
        id, Office.DataAndAccountability, RequesterKind.Public, DataLevel.Aggregate, "Ana Lyst", new(2026, 2, 10), new(2026, 3, day), 12, 15, false, false, false);
}
