using Core.Languages;

namespace Core.Calendar;

/// <summary>Whom a sentence about the clock addresses.</summary>
public enum ClockReader
{
    /// <summary>The requester: "your answer".</summary>
    Requester,
    /// <summary>The office: "the requester's answer".</summary>
    Office,
}

/// <summary>The clock in a sentence.</summary>
internal static class ClockSentence
{
    /// <summary>"Day 9 of 15; 4 days waiting for your answer; 1 closure: snow day."</summary>
    public static string Of(ClockHistory history, ClockReader reader, Texts say)
    {
        var words = new ClockWords(say, reader);
        var off = history.DaysOff.ToLookup(day => MassachusettsHolidays.On(day.Date) is not null);
        var (holidays, closures) = (ClockWords.Runs(off[true]), ClockWords.Runs(off[false]));
        IEnumerable<string> parts =
        [
            Head(history, words),
            .. history.Extended > 0 ? [say.ClockAdded(words.Days(history.Extended))] : Array.Empty<string>(),
            .. history.Paused.Select(pause => say.ClockPaused(words.Days(pause.Days), words.Waiting([pause.Cause]))),
            .. holidays.Days > 0 ? [say.ClockHolidays(holidays.Days, words.Names(holidays.Runs))] : Array.Empty<string>(),
            .. closures.Days > 0 ? [say.ClockClosures(closures.Days, words.Names(closures.Runs))] : Array.Empty<string>(),
        ];
        return say.ClockSentence(parts.Aggregate(say.ListSemicolon));
    }

    private static string Head(ClockHistory history, ClockWords words)
    {
        var (say, counted, allowed) = (words.Say, history.Counted, history.Allowed);
        var (over, days, of) = (words.Days(Math.Max(0, counted - allowed)), words.Days(allowed), say.Number(allowed));
        if (history.IsStopped)
        {
            return history.IsOverdue ? counted > allowed ? say.ClockStoppedPastBy(over, days) : say.ClockStoppedPast(days)
                : counted == 0 ? say.ClockStoppedBefore(of) : say.ClockStoppedAfter(say.Number(counted), of);
        }

        if (!history.IsRunning)
        {
            var waiting = words.Waiting(history.Causes);
            return history.IsOverdue ? counted > allowed ? say.ClockStillPastBy(over, days, waiting) : say.ClockStillPast(days, waiting)
                : counted == 0 ? say.ClockStillBefore(of, waiting) : say.ClockStillAfter(say.Number(counted), of, waiting);
        }

        if (history.IsOverdue)
        {
            return counted > allowed ? say.ClockPastBy(over, days) : say.ClockPast(days);
        }

        // The day that goes on now has its number already; it counts at its 17:00.
        var day = history.DateOfDay(counted + 1) == history.Calendar.DateOf(history.Until) ? counted + 1 : counted;
        return day > 0 ? say.ClockDay(say.Number(day), of)
            : allowed > 0 ? say.ClockFirstDay(of, say.DayOfYear(history.DateOfDay(1)))
            : say.ClockDueOn(say.DayOfYear(history.DateOfDay(0)));
    }
}
