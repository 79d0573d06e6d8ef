using System.Diagnostics;
using NodaTime;

namespace Core.Calendar;

/// <summary>The ledger behind the sentence, line by line.</summary>
internal static class ClockExplanation
{
    public static IReadOnlyList<ClockLine> Of(ClockHistory history, BusinessCalendar calendar, ClockReader reader)
    {
        // At the same moment a day off comes first: what happens at 17:00 sharp happens after it.
        var lines = DaysOff(history, calendar)
            .Concat(history.Entries.Select((entry, index) => new ClockLine(entry.At, Entry(history, index, calendar, reader))))
            .Concat(Deadline(history));
        return [.. lines.OrderBy(line => line.At)];
    }

    private static IEnumerable<ClockLine> DaysOff(ClockHistory history, BusinessCalendar calendar)
    {
        // A stopped clock has nothing to wait for; a deadline missed goes on being counted.
        var lastDay = calendar.DateOf(history.Until);
        var upTo = history.IsStopped ? lastDay : LocalDate.Max(lastDay, history.DueOn);
        return calendar.DaysOffBetween(calendar.DateOf(history.Entries[0].At).PlusDays(-1), upTo).Select(day =>
        {
            var kind = MassachusettsHolidays.On(day.Date) is null ? "Closure" : "Holiday";
            var at = calendar.EndOf(day.Date);
            var total = at <= history.Until && ClockHistory.Of(history.Entries, calendar, at) is { } then ? $" {Total(then)}" : "";
            return new ClockLine(at, $"{kind}: {day.Name}. The day does not count.{total}");
        });
    }

    private static string Entry(ClockHistory history, int index, BusinessCalendar calendar, ClockReader reader)
    {
        var entry = history.Entries[index];
        var so = ClockHistory.Of([.. history.Entries.Take(index + 1)], calendar, entry.At)!;
        var thing = ClockSentence.Thing(entry.Cause, reader);
        return entry.Change switch
        {
            ClockChange.Started => $"The clock starts{Because(entry.Note)}. {ClockSentence.Days(so.Allowed)} allowed; "
                + $"day 1 is {ClockSentence.Date(so.DateOfDay(1))}.",
            ClockChange.Paused => $"The clock stands still, {ClockSentence.Waiting(so.Causes, reader)}. {Total(so)}",
            ClockChange.Resumed when so.IsRunning => $"{Settled(thing)}The clock runs again. {Total(so)}",
            ClockChange.Resumed => $"{Settled(thing)}The clock still stands still, {ClockSentence.Waiting(so.Causes, reader)}. {Total(so)}",
            ClockChange.Extended => $"{ClockSentence.Days(Math.Max(0, entry.Days))} added{Because(entry.Note)}. {Total(so)}",
            ClockChange.Stopped => $"The clock stops. {Total(so)}",
            _ => throw new UnreachableException(),
        };
    }

    private static IEnumerable<ClockLine> Deadline(ClockHistory history)
    {
        var due = history.DueAt;
        if (due <= history.Until || !history.IsStopped)
        {
            var standsStill = due > history.Until && !history.IsRunning;
            yield return new(due, standsStill
                ? $"The deadline, if the clock ran again now: the end of day {history.Allowed}."
                : $"The deadline: the end of day {history.Allowed}.");
        }
    }

    private static string Total(ClockHistory so)
    {
        var paused = so.Paused.Sum(pause => pause.Days);
        return $"{so.Counted} of {ClockSentence.Days(so.Allowed)} counted{(paused == 0 ? "" : $", {paused} stood still")}.";
    }

    private static string Settled(string? thing) => thing is null ? "" : $"No longer waiting for {thing}. ";

    private static string Because(string? note) => string.IsNullOrWhiteSpace(note) ? "" : $": {note.Trim().TrimEnd('.')}";
}
