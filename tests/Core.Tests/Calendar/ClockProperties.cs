using Core.Calendar;
using CsCheck;
using NodaTime;

namespace Core.Tests.Calendar;

public sealed class ClockProperties
{
    [Fact]
    public void It_agrees_with_counting_day_by_day() => Gens.Story.Sample(story =>
    {
        var (reading, expected) = (story.Read(), ByHand(story, extensions: true));
        reading.DaysCounted.ShouldBe(expected.Counted);
        reading.DaysPaused.Values.Sum().ShouldBeLessThanOrEqualTo(expected.StoodStill);
        reading.DueAt.ShouldBe(expected.Due);
        reading.OriginalDueAt.ShouldBe(ByHand(story, extensions: false).Due);
    }, iter: 2_000);

    [Fact]
    public void The_deadline_never_moves_earlier_by_waiting() =>
        Gen.Select(Gens.Story, Gen.Long[0, 60L * 24 * 40]).Sample((story, minutes) =>
        {
            var later = story with { Now = story.Now + Duration.FromMinutes(minutes) };
            later.Read().DueAt!.Value.ShouldBeGreaterThanOrEqualTo(story.Read().DueAt!.Value);
            later.Read().OriginalDueAt!.Value.ShouldBeGreaterThanOrEqualTo(story.Read().OriginalDueAt!.Value);
        });

    [Fact]
    public void A_running_clock_keeps_its_deadline_until_something_happens() =>
        Gen.Select(Gens.Story, Gen.Long[0, 60L * 24 * 40]).Where((story, _) => Whole(story).Read().IsRunning).Sample((story, minutes) =>
        {
            var all = Whole(story);
            var later = all with { Now = all.Now + Duration.FromMinutes(minutes) };
            (later.Read().DueAt, later.Read().WarnAt).ShouldBe((all.Read().DueAt, all.Read().WarnAt));
        });

    [Fact]
    public void The_warning_comes_between_receipt_and_deadline() => Gens.Story.Sample(story =>
    {
        var reading = story.Read();
        reading.WarnAt!.Value.ShouldBeLessThanOrEqualTo(reading.DueAt!.Value);
        reading.OriginalDueAt!.Value.ShouldBeLessThanOrEqualTo(reading.DueAt!.Value);
    });

    [Fact]
    public void A_closure_added_moves_the_deadline_later_or_not_at_all() =>
        Gens.Story.SelectMany(story => Gens.ClosuresNear(story.Ledger[0].At.InZone(Office.Zone).Date.PlusDays(-3), 90, 5).Select(more => (story, more)))
            .Sample((story, more) =>
            {
                var after = story with { Closures = [.. story.Closures, .. more] };
                after.Read().DueAt!.Value.ShouldBeGreaterThanOrEqualTo(story.Read().DueAt!.Value);
                after.Read().DaysCounted.ShouldBeLessThanOrEqualTo(story.Read().DaysCounted);
            });

    [Fact]
    public void A_pause_never_brings_the_deadline_nearer() =>
        Gen.Select(Gens.Story, Gens.Cause).Sample((story, cause) =>
        {
            var all = Whole(story);
            var paused = all with { Ledger = [.. all.Ledger, new(all.Ledger[^1].At, ClockChange.Paused, Cause: cause)] };
            paused.Read().DueAt!.Value.ShouldBeGreaterThanOrEqualTo(all.Read().DueAt!.Value);
        });

    [Fact]
    public void Pausing_and_resuming_at_once_changes_nothing() => Gens.Story.Sample(story =>
    {
        var all = Whole(story);
        var at = all.Ledger[^1].At;
        var cause = Enum.GetValues<PauseCause>().FirstOrDefault(cause => all.Ledger.LastOrDefault(entry => entry.Cause == cause)?.Change != ClockChange.Paused);
        if (all.Ledger.LastOrDefault(entry => entry.Cause == cause)?.Change == ClockChange.Paused)
        {
            return;
        }

        var more = all with { Ledger = [.. all.Ledger, new(at, ClockChange.Paused, Cause: cause), new(at, ClockChange.Resumed, Cause: cause)] };
        (more.Read().DueAt, more.Read().DaysCounted, more.Read().Sentence).ShouldBe((all.Read().DueAt, all.Read().DaysCounted, all.Read().Sentence));
    });

    [Fact]
    public void A_stop_freezes_what_was_read_then() =>
        Gen.Select(Gens.Story, Gen.Int[0, 400]).Sample((story, days) =>
        {
            var all = Whole(story);
            var stopped = all with
            {
                Ledger = [.. all.Ledger, new(all.Now, ClockChange.Stopped), new(all.Now, ClockChange.Extended, 3)],
                Now = all.Now + Duration.FromDays(days),
            };
            (stopped.Read().DueAt, stopped.Read().DaysCounted, stopped.Read().IsRunning).ShouldBe((all.Read().DueAt, all.Read().DaysCounted, false));
        });

    [Fact]
    public void Everything_that_happened_has_its_line_in_time_order() => Gens.Story.Sample(story =>
    {
        var lines = Clock.Explain(story.Ledger, story.Calendar, story.Now);
        lines.Select(line => line.At).ShouldBe(lines.Select(line => line.At).Order());
        story.Ledger.Where(entry => entry.At <= story.Now).ShouldAllBe(entry => lines.Any(line => line.At == entry.At));
        lines.ShouldContain(line => line.At == story.Read().DueAt && line.Text.StartsWith("The deadline", StringComparison.Ordinal));
    });

    /// <summary>The story read no earlier than its last entry.</summary>
    private static Story Whole(Story story) => story with { Now = Instant.Max(story.Now, story.Ledger[^1].At) };

    /// <summary>The rule as a person would apply it with a wall calendar: one day after the other.</summary>
    private static (int Counted, int StoodStill, Instant Due) ByHand(Story story, bool extensions)
    {
        var happened = story.Ledger.Where(entry => entry.At <= story.Now).ToList();
        var allowed = happened[0].Days + (extensions ? happened.Where(entry => entry.Change == ClockChange.Extended).Sum(entry => entry.Days) : 0);
        var calendar = story.Calendar;
        var day = Received(happened[0].At, calendar);
        var due = allowed == 0 ? End(day) : (Instant?)null;
        var (counted, reached, stoodStill) = (0, 0, 0);
        while (due is null || End(day) < story.Now)
        {
            day = day.PlusDays(1);
            if (!calendar.IsBusinessDay(day))
            {
                continue;
            }

            var past = End(day) <= story.Now;
            if (past && StandsStill(happened, End(day)))
            {
                stoodStill++;
                continue;
            }

            counted += past ? 1 : 0;
            due = ++reached == allowed ? End(day) : due;
        }

        return (counted, stoodStill, due.Value);
    }

    private static bool StandsStill(IEnumerable<ClockEntry> ledger, Instant at)
    {
        var open = new List<PauseCause?>();
        foreach (var entry in ledger.Where(entry => entry.At < at))
        {
            if (entry.Change == ClockChange.Paused && !open.Contains(entry.Cause))
            {
                open.Add(entry.Cause);
            }
            else if (entry.Change == ClockChange.Resumed)
            {
                open.RemoveAll(cause => entry.Cause is null || cause == entry.Cause);
            }
        }

        return open.Count > 0;
    }

    private static LocalDate Received(Instant at, BusinessCalendar calendar)
    {
        var local = at.InZone(Office.Zone).LocalDateTime;
        var day = local.TimeOfDay > Office.EndsAt ? local.Date.PlusDays(1) : local.Date;
        while (!calendar.IsBusinessDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private static Instant End(LocalDate day) => (day + Office.EndsAt).InZoneStrictly(Office.Zone).ToInstant();
}
