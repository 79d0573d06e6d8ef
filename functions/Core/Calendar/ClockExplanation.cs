using System.Diagnostics;
using NodaTime;

namespace Core.Calendar;

/// <summary>The ledger behind the sentence, line by line.</summary>
internal static class ClockExplanation
{
    public static IReadOnlyList<ClockLine> Of(ClockHistory history, BusinessCalendar calendar, ClockWords words)
    {
        // At the same moment a day off comes first: what happens at 17:00 sharp happens after it.
        var lines = DaysOff(history, calendar, words)
            .Concat(history.Entries.Select((entry, index) => new ClockLine(entry.At, Entry(history, index, calendar, words))))
            .Concat(Deadline(history, words));
        return [.. lines.OrderBy(line => line.At)];
    }

    private static IEnumerable<ClockLine> DaysOff(ClockHistory history, BusinessCalendar calendar, ClockWords words)
    {
        // A stopped clock has nothing to wait for; a deadline missed goes on being counted.
        var lastDay = calendar.DateOf(history.Until);
        var upTo = history.IsStopped ? lastDay : LocalDate.Max(lastDay, history.DueOn);
        return calendar.DaysOffBetween(calendar.DateOf(history.Entries[0].At).PlusDays(-1), upTo).Select(day =>
        {
            var name = words.Say.NameOf(day.Name);
            var line = MassachusettsHolidays.On(day.Date) is null ? words.Say.ClockClosure(name) : words.Say.ClockHoliday(name);
            var at = calendar.EndOf(day.Date);
            return new ClockLine(at, at <= history.Until && ClockHistory.Of(history.Entries, calendar, at) is { } then
                ? words.Say.ClockAndTotal(line, Total(then, words)) : line);
        });
    }

    private static string Entry(ClockHistory history, int index, BusinessCalendar calendar, ClockWords words)
    {
        var (entry, say) = (history.Entries[index], words.Say);
        var so = ClockHistory.Of([.. history.Entries.Take(index + 1)], calendar, entry.At)!;
        var because = string.IsNullOrWhiteSpace(entry.Note) ? null : say.StartOf(entry.Note.Trim().TrimEnd('.'));
        return entry.Change switch
        {
            ClockChange.Started when because is null => say.ClockStarts(words.Days(so.Allowed), say.DayOfYear(so.DateOfDay(1))),
            ClockChange.Started => say.ClockStartsBecause(because, words.Days(so.Allowed), say.DayOfYear(so.DateOfDay(1))),
            ClockChange.Paused => say.ClockStands(words.Waiting(so.Causes), Total(so, words)),
            ClockChange.Resumed => Settled(entry.Cause, words, so.IsRunning
                ? say.ClockRunsAgain(Total(so, words)) : say.ClockStillStands(words.Waiting(so.Causes), Total(so, words))),
            ClockChange.Extended when because is null => say.ClockExtended(words.Days(Math.Max(0, entry.Days)), Total(so, words)),
            ClockChange.Extended => say.ClockExtendedBecause(words.Days(Math.Max(0, entry.Days)), because, Total(so, words)),
            ClockChange.Stopped => say.ClockStops(Total(so, words)),
            _ => throw new UnreachableException(),
        };
    }

    private static IEnumerable<ClockLine> Deadline(ClockHistory history, ClockWords words)
    {
        var due = history.DueAt;
        if (due <= history.Until || !history.IsStopped)
        {
            var day = words.Say.Number(history.Allowed);
            yield return new(due, due > history.Until && !history.IsRunning ? words.Say.ClockDeadlineIf(day) : words.Say.ClockDeadline(day));
        }
    }

    private static string Total(ClockHistory so, ClockWords words)
    {
        var paused = so.Paused.Sum(pause => pause.Days);
        var (counted, days) = (words.Say.Number(so.Counted), words.Days(so.Allowed));
        return paused == 0 ? words.Say.ClockTotal(counted, days) : words.Say.ClockTotalStill(counted, days, words.Say.Number(paused));
    }

    private static string Settled(PauseCause? cause, ClockWords words, string so) =>
        words.Thing(cause) is { } thing ? words.Say.ClockNoLonger(thing, so) : so;
}
