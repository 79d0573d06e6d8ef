using System.Diagnostics;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Core.Calendar;

/// <summary>Whom a sentence about the clock addresses.</summary>
public enum ClockReader
{
    /// <summary>The requester: "your answer".</summary>
    Requester,
    /// <summary>The office: "the requester's answer".</summary>
    Office,
}

/// <summary>The words of the clock.</summary>
internal static class ClockSentence
{
    public const string NotStarted = "The clock has not started.";

    private static readonly LocalDatePattern Day = LocalDatePattern.Create("dddd, MMMM d", CultureInfo.InvariantCulture);

    // First words that are capitals only because a name begins with them; anything else may be a proper name and stays.
    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "Snow", "Ice", "Storm", "Weather", "Heat", "Emergency", "Winter", "Spring", "Summer", "Fall", "Autumn", "School", "Schools",
        "District", "Office", "Staff", "Teacher", "Professional", "Power", "Water", "Closed", "Closure", "No", "Day",
    };

    /// <summary>"Day 9 of 15; 4 days waiting for your answer; 1 closure: snow day."</summary>
    public static string Of(ClockHistory history, BusinessCalendar calendar, ClockReader reader)
    {
        var off = history.DaysOff.ToLookup(day => MassachusettsHolidays.On(day.Date) is not null);
        return string.Join("; ",
        [
            Head(history, calendar, reader),
            .. history.Extended > 0 ? [$"{Days(history.Extended)} added"] : Array.Empty<string>(),
            .. history.Paused.Select(pause => $"{Days(pause.Days)} {Waiting(pause.Cause, reader)}"),
            .. Listed("holiday", off[true]),
            .. Listed("closure", off[false]),
        ]) + ".";
    }

    /// <summary>"1 day", "4 days".</summary>
    public static string Days(int number) => Number(number, "day");

    /// <summary>"Tuesday, March 3".</summary>
    public static string Date(LocalDate date) => Day.Format(date);

    /// <summary>"waiting for your answer and for your decision on the fee".</summary>
    public static string Waiting(IEnumerable<PauseCause?> causes, ClockReader reader) =>
        string.Join(" and ", causes.Select((cause, index) => index == 0 ? Waiting(cause, reader) : Waiting(cause, reader).Replace("waiting ", "", StringComparison.Ordinal)));

    /// <summary>What was waited for, without "waiting for": "your answer".</summary>
    public static string? Thing(PauseCause? cause, ClockReader reader)
    {
        var whose = reader == ClockReader.Requester ? "your" : "the requester's";
        return cause switch
        {
            null => null,
            PauseCause.Answer => $"{whose} answer",
            PauseCause.FeeDecision => $"{whose} decision on the fee",
            PauseCause.Documents => $"{whose} documents",
            _ => throw new UnreachableException(),
        };
    }

    private static string Waiting(PauseCause? cause, ClockReader reader) => Thing(cause, reader) is { } thing ? $"waiting for {thing}" : "standing still";

    private static string Head(ClockHistory history, BusinessCalendar calendar, ClockReader reader)
    {
        var (counted, allowed) = (history.Counted, history.Allowed);
        var past = history.IsOverdue ? $"{(counted > allowed ? $"{Days(counted - allowed)} past" : "past")} the deadline of {Days(allowed)}" : null;
        var so = counted == 0 ? $"before day 1 of {allowed}" : $"after day {counted} of {allowed}";
        if (history.IsStopped)
        {
            return $"Stopped {past ?? so}";
        }

        if (!history.IsRunning)
        {
            return $"Standing still {past ?? so}, {Waiting(history.Causes, reader)}";
        }

        if (past is not null)
        {
            return char.ToUpperInvariant(past[0]) + past[1..];
        }

        // The day that goes on now has its number already; it counts at its 17:00.
        var day = history.DateOfDay(counted + 1) == calendar.DateOf(history.Until) ? counted + 1 : counted;
        return day > 0 ? $"Day {day} of {allowed}" : allowed > 0 ? $"Day 1 of {allowed} is {Date(history.DateOfDay(1))}" : $"Due on {Date(history.DateOfDay(0))}";
    }

    private static IEnumerable<string> Listed(string noun, IEnumerable<Closure> days)
    {
        var runs = ClosureRun.Of(days);
        if (runs.Count > 0)
        {
            yield return $"{Number(runs.Sum(run => run.Days), noun)}: {string.Join(", ", runs.Select(Named))}";
        }
    }

    private static string Named(ClosureRun run) => run.Days == 1 ? InSentence(run.Name) : $"{InSentence(run.Name)} ({Days(run.Days)})";

    private static string InSentence(string name) =>
        CommonWords.Contains(name.Split(' ')[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Number(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
