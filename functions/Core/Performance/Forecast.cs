using Core.Calendar;
using NodaTime;

namespace Core.Performance;

/// <summary>One business day to come.</summary>
/// <param name="Day">The day.</param>
/// <param name="Due">Open requests whose deadline is the end of that day.</param>
/// <param name="Expected">How many of these will be missed if the office works as it did in the last year; null where too little is known.</param>
/// <param name="Requests">Which they are, the likeliest to be missed first.</param>
public sealed record ForecastDay(LocalDate Day, int Due, double? Expected, IReadOnlyList<ForecastRequest> Requests);

/// <summary>One request that is due.</summary>
/// <param name="Id">The request.</param>
/// <param name="Assignee">Its analyst.</param>
/// <param name="Risk">How likely its deadline is missed, 0 to 1; null where too little is known.</param>
public sealed record ForecastRequest(string Id, string? Assignee, double? Risk);

/// <summary>
/// Which deadlines of the next days are likely to be missed, from today's queue and the last year's deliveries. The risk of a request on its
/// n-th day of m is the share, among past deliveries that took at least n days, of those that took more than m. It is computed from
/// deliveries of the same level where there are enough of them, else from all.
/// </summary>
public static class Forecast
{
    /// <summary>Fewer past deliveries than this say nothing.</summary>
    public const int Enough = 20;

    /// <summary>The forecast.</summary>
    /// <param name="open">Today's queue. What waits for the requester has a deadline that moves, and is not counted.</param>
    /// <param name="past">The last year's deliveries.</param>
    /// <param name="today">Today.</param>
    /// <param name="calendar">Business days.</param>
    /// <param name="days">How many business days ahead; today is the first if it is one.</param>
    public static IReadOnlyList<ForecastDay> Of(
        IReadOnlyList<Underway> open, IReadOnlyList<Delivered> past, LocalDate today, BusinessCalendar calendar, int days)
    {
        var running = open.Where(one => one is { WaitsForRequester: false, DueOn: not null }).ToLookup(one => one.DueOn!.Value);
        return
        [
            .. Enumerable.Range(1, days).Select(number => calendar.Next(today.PlusDays(-1), number)).Select(day =>
            {
                var due = running[day].Select(one => new ForecastRequest(one.Id, one.Assignee, Risk(one, past)))
                    .OrderByDescending(one => one.Risk ?? 0).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
                return new ForecastDay(day, due.Count, due.Any(one => one.Risk is null) ? null : Math.Round(due.Sum(one => one.Risk!.Value), 2), due);
            }),
        ];
    }

    /// <summary>How likely the deadline of a request is missed, 0 to 1; null where too little is known.</summary>
    public static double? Risk(Underway one, IReadOnlyList<Delivered> past)
    {
        var alike = Reached(past.Where(delivered => delivered.Level == one.Level));
        var known = alike.Count >= Enough ? alike : Reached(past);
        return known.Count < Enough ? null : Math.Round((double)known.Count(days => days > one.DaysAllowed) / known.Count, 4);

        List<int> Reached(IEnumerable<Delivered> deliveries) =>
            [.. deliveries.Select(delivered => delivered.BusinessDays).Where(days => days >= one.DaysCounted)];
    }
}
