using Core.Requests;
using Service.Portal.Layout;

namespace Service.Portal.Analyst;

/// <summary>What an action does to the clock, told from the states before and after it.</summary>
internal static class ClockEffect
{
    public static string Between(RequestState before, RequestState after, Circumstances circumstances, Dates dates)
    {
        var (was, will) = (Standing.Of(before, circumstances), Standing.Of(after, circumstances));
        return (was.Clock, will.Clock) switch
        {
            _ when after.Ending is not null && before.Ending is null => "Ends the request; the clock stops for good.",
            (null, { DueAt: { } due }) => $"Starts the clock: due {dates.Day(due)}.",
            ({ IsRunning: true }, { IsRunning: false }) when after.DeliveredAt is not null => "Stops the clock: fulfilled.",
            ({ IsRunning: true }, { IsRunning: false }) => "The clock stands still until the requester has done their part.",
            ({ IsRunning: false }, { IsRunning: true, DueAt: { } due }) => $"The clock runs again: due {dates.Day(due)}.",
            ({ DueAt: { } from }, { DueAt: { } to }) when from != to => $"Moves the deadline from {dates.Day(from)} to {dates.Day(to)}.",
            _ => "Does not change the clock.",
        };
    }
}
