using System.Diagnostics;
using NodaTime;

namespace Core.Performance;

/// <summary>A request from coming in to leaving, as the weeks of the board count it.</summary>
/// <param name="ReceivedOn">The day it came in, in the office's time zone.</param>
/// <param name="LeftOn">The day it was delivered, or ended without that; null while it is open.</param>
/// <param name="IsDelivered">It was delivered.</param>
/// <param name="Kept">It was delivered by its deadline, extensions included.</param>
public sealed record Course(LocalDate ReceivedOn, LocalDate? LeftOn, bool IsDelivered, bool Kept);

/// <summary>What a week counts.</summary>
public enum WeekPart
{
    /// <summary>Came in during the week.</summary>
    CameIn,
    /// <summary>Delivered during the week, by the deadline.</summary>
    OnTime,
    /// <summary>Delivered during the week, past the deadline.</summary>
    Late,
    /// <summary>Open at the end of the week; of the week that runs, now.</summary>
    Open,
}

/// <summary>One week.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="CameIn">Requests that came in.</param>
/// <param name="OnTime">Deliveries by the deadline.</param>
/// <param name="Late">Deliveries past it.</param>
/// <param name="Open">Open at its end.</param>
public sealed record WeekLine(LocalDate Monday, int CameIn, int OnTime, int Late, int Open);

/// <summary>How the last weeks went. A week is Monday to Sunday.</summary>
public static class Weeks
{
    /// <summary>The last weeks, the oldest first; the last one is the week of today.</summary>
    /// <param name="all">Every request that is open, or left within these weeks.</param>
    /// <param name="today">Today.</param>
    /// <param name="count">How many weeks.</param>
    public static IReadOnlyList<WeekLine> Of(IReadOnlyList<Course> all, LocalDate today, int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => MondayOf(today).PlusWeeks(number - count + 1)).Select(monday => new WeekLine(
            monday, Count(all, WeekPart.CameIn, monday), Count(all, WeekPart.OnTime, monday), Count(all, WeekPart.Late, monday), Count(all, WeekPart.Open, monday))),
    ];

    /// <summary>Whether a week counts this request.</summary>
    public static bool Counts(Course one, WeekPart part, LocalDate monday)
    {
        var next = monday.PlusWeeks(1);
        return part switch
        {
            WeekPart.CameIn => one.ReceivedOn >= monday && one.ReceivedOn < next,
            WeekPart.OnTime => one is { IsDelivered: true, Kept: true } && Left(),
            WeekPart.Late => one is { IsDelivered: true, Kept: false } && Left(),
            WeekPart.Open => one.ReceivedOn < next && !(one.LeftOn < next),
            _ => throw new UnreachableException(),
        };

        bool Left() => one.LeftOn >= monday && one.LeftOn < next;
    }

    /// <summary>The Monday of the week of a day.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static int Count(IReadOnlyList<Course> all, WeekPart part, LocalDate monday) => all.Count(one => Counts(one, part, monday));
}
