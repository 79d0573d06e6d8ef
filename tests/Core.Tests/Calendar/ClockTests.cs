using Core.Calendar;
using static Core.Tests.Calendar.Office;

namespace Core.Tests.Calendar;

public sealed class ClockTests
{
    private static readonly BusinessCalendar Plain = CalendarOf();

    [Theory]
    [InlineData("2026-03-02 09:00", 15, "2026-03-23 17:00")]
    [InlineData("2026-03-02 17:00", 15, "2026-03-23 17:00")]
    [InlineData("2026-03-02 17:01", 15, "2026-03-24 17:00")]
    [InlineData("2026-02-28 10:00", 15, "2026-03-23 17:00")]
    [InlineData("2026-04-10 10:00", 15, "2026-05-04 17:00")]
    [InlineData("2026-12-14 10:00", 25, "2027-01-21 17:00")]
    [InlineData("2026-10-23 16:00", 15, "2026-11-16 17:00")]
    public void The_deadline_is_17_of_the_last_day_allowed(string started, int days, string due)
    {
        var reading = Read(started, Plain, Started(started, days));
        Show(reading.DueAt).ShouldBe(due);
        Show(reading.OriginalDueAt).ShouldBe(due);
        reading.IsRunning.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-02 12:00", 0)]
    [InlineData("2026-03-03 16:59", 0)]
    [InlineData("2026-03-03 17:00", 1)]
    [InlineData("2026-03-07 12:00", 4)]
    [InlineData("2026-03-23 16:59", 14)]
    [InlineData("2026-03-23 17:00", 15)]
    [InlineData("2026-03-25 18:00", 17)]
    public void A_day_counts_at_its_17_00(string now, int counted) =>
        Read(now, Plain, Started("2026-03-02 09:00")).DaysCounted.ShouldBe(counted);

    [Fact]
    public void A_day_it_stood_still_at_17_00_does_not_count_and_one_it_ran_again_by_then_does()
    {
        var ledger = new[]
        {
            Started("2026-03-02 09:00"),
            Paused("2026-03-04 10:00"), Resumed("2026-03-04 16:00"),
            Paused("2026-03-05 10:00"), Resumed("2026-03-09 08:00"),
        };
        var reading = Read("2026-03-10 12:00", Plain, ledger);
        reading.DaysCounted.ShouldBe(3);
        reading.DaysPaused.ShouldBe(new Dictionary<PauseCause, int> { [PauseCause.Answer] = 2 });
        Show(reading.DueAt).ShouldBe("2026-03-25 17:00");
        Show(reading.OriginalDueAt).ShouldBe("2026-03-25 17:00");
    }

    [Fact]
    public void What_happens_at_17_00_sharp_happens_after_it()
    {
        Read("2026-03-04 12:00", Plain, Started("2026-03-02 09:00"), Paused("2026-03-03 17:00")).DaysCounted.ShouldBe(1);
        Read("2026-03-04 12:00", Plain, Started("2026-03-02 09:00"), Paused("2026-03-03 09:00"), Resumed("2026-03-03 17:00"))
            .DaysCounted.ShouldBe(0);
    }

    [Fact]
    public void While_it_stands_still_the_deadline_is_what_it_would_be_if_it_ran_again_now()
    {
        var ledger = new[] { Started("2026-03-02 09:00"), Paused("2026-03-05 10:00") };
        Show(Read("2026-03-05 10:00", Plain, ledger).DueAt).ShouldBe("2026-03-23 17:00");
        Show(Read("2026-03-05 17:00", Plain, ledger).DueAt).ShouldBe("2026-03-24 17:00");
        Show(Read("2026-03-08 12:00", Plain, ledger).DueAt).ShouldBe("2026-03-25 17:00");
        Read("2026-03-08 12:00", Plain, ledger).IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void It_stands_still_while_any_cause_is_open()
    {
        var ledger = new[]
        {
            Started("2026-03-02 09:00"),
            Paused("2026-03-03 10:00"), Paused("2026-03-04 10:00", PauseCause.FeeDecision), Resumed("2026-03-05 10:00"),
        };
        var reading = Read("2026-03-06 18:00", Plain, ledger);
        reading.IsRunning.ShouldBeFalse();
        reading.DaysCounted.ShouldBe(0);
        reading.DaysPaused.ShouldBe(new Dictionary<PauseCause, int> { [PauseCause.Answer] = 2, [PauseCause.FeeDecision] = 2 }, ignoreOrder: true);
        Read("2026-03-06 18:00", Plain, [.. ledger, Resumed("2026-03-06 09:00", PauseCause.FeeDecision)]).IsRunning.ShouldBeTrue();
        Read("2026-03-06 18:00", Plain, [.. ledger, Paused("2026-03-06 08:00"), Resumed("2026-03-06 09:00", cause: null)]).IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void A_cause_named_twice_is_settled_once() =>
        Read("2026-03-03 12:00", Plain, Started("2026-03-02 09:00"), Paused("2026-03-02 10:00"), Paused("2026-03-02 11:00"), Resumed("2026-03-03 10:00"))
            .IsRunning.ShouldBeTrue();

    [Fact]
    public void An_extension_adds_days_and_the_original_deadline_stays()
    {
        var reading = Read("2026-03-10 12:00", Plain, Started("2026-03-02 09:00"), Extended("2026-03-09 10:00", 5));
        reading.DaysAllowed.ShouldBe(20);
        Show(reading.DueAt).ShouldBe("2026-03-30 17:00");
        Show(reading.OriginalDueAt).ShouldBe("2026-03-23 17:00");
        Show(reading.WarnAt).ShouldBe("2026-03-24 17:00");
    }

    [Theory]
    [InlineData(15, "2026-03-18 17:00")]
    [InlineData(1, "2026-03-03 17:00")]
    [InlineData(4, "2026-03-06 17:00")]
    public void The_warning_comes_when_four_fifths_are_used(int days, string at) =>
        Show(Read("2026-03-02 10:00", Plain, Started("2026-03-02 09:00", days)).WarnAt).ShouldBe(at);

    [Fact]
    public void A_stop_freezes_the_reading()
    {
        var ledger = new[] { Started("2026-03-02 09:00"), Paused("2026-03-05 10:00"), Stopped("2026-03-06 11:00"), Resumed("2026-03-09 10:00") };
        var at = Read("2026-03-06 11:00", Plain, ledger);
        var later = Read("2026-09-01 11:00", Plain, ledger);
        at.IsRunning.ShouldBeFalse();
        (later.DaysCounted, later.DueAt, later.Sentence).ShouldBe((at.DaysCounted, at.DueAt, at.Sentence));
        at.DaysCounted.ShouldBe(2);
    }

    [Fact]
    public void A_closure_added_later_moves_the_deadline() =>
        Show(Read("2026-03-10 12:00", With("2026-03-12", "Snow day"), Started("2026-03-02 09:00")).DueAt).ShouldBe("2026-03-24 17:00");

    [Fact]
    public void Days_off_are_listed_from_the_start_to_the_deadline()
    {
        var calendar = CalendarOf(new(Date("2026-04-09"), "Early"), new(Date("2026-04-22"), "Snow day"), new(Date("2026-06-01"), "Late"));
        Read("2026-04-10 10:00", calendar, Started("2026-04-10 09:00")).DaysOff
            .ShouldBe([new(Date("2026-04-20"), "Patriots' Day"), new(Date("2026-04-22"), "Snow day")]);
    }

    [Fact]
    public void Any_other_ledger_gives_a_reading_too()
    {
        Read("2026-03-02 10:00", Plain).ShouldBe(Read("2026-03-02 10:00", Plain, Paused("2026-03-02 09:00")), "nothing has started");
        Read("2026-03-02 10:00", Plain, Started("2026-03-02 10:01")).DueAt.ShouldBeNull();
        Show(Read("2026-03-04 10:00", Plain, Started("2026-03-02 09:00"), Started("2026-03-03 09:00", 1)).DueAt).ShouldBe("2026-03-04 17:00");
        Show(Read("2026-03-04 10:00", Plain, Started("2026-03-02 09:00", 0)).DueAt).ShouldBe("2026-03-02 17:00");
        Read("2026-03-04 10:00", Plain, Started("2026-03-02 09:00", int.MaxValue), Extended("2026-03-02 09:00", int.MaxValue)).DueAt.ShouldNotBeNull();
        Read("2026-03-04 10:00", Plain, Started("2026-03-02 09:00", int.MinValue)).DaysAllowed.ShouldBe(0);
    }
}
