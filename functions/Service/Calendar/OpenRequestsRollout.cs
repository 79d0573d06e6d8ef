using Core.Requests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Desk;
using Service.Engine;
using Service.Storage;

namespace Service.Calendar;

/// <summary>
/// Tells every open request that the calendar (or the policy's day and waits) changed: its deadline moves, whom it concerns is told,
/// and its queue row and wake-up follow. What a crash interrupts goes on at the next start.
/// </summary>
internal sealed partial class OpenRequestsRollout(CalendarStore calendars, OpenRequests requests, RequestDesk desk, OfficeWork office, DueWork due, IEngine engine, IClock clock)
{
    private const int AtOnce = 8;

    /// <summary>Applies the change of the calendar that is still to be told, if there is one.</summary>
    /// <returns>How many open requests were told.</returns>
    public async Task<int> CalendarAsync(CancellationToken cancel)
    {
        if (await calendars.PendingAsync(cancel) is not { } pending)
        {
            return 0;
        }

        var told = await TellAsync(new(pending.Before), cancel);
        await calendars.MarkAppliedAsync(pending.After.Version, cancel);
        return told;
    }

    /// <summary>Lets every open request look again, after a change of the policy.</summary>
    public async Task<int> PolicyAsync(CancellationToken cancel) => await TellAsync(new(await calendars.CurrentAsync(cancel)), cancel);

    private async Task<int> TellAsync(RequestCommand.ApplyCalendar change, CancellationToken cancel)
    {
        // What the office owes by itself follows calendar and policy, too.
        var now = clock.GetCurrentInstant();
        foreach (var work in office.Ids)
        {
            await due.MoveAsync(null, new(work, now), cancel);
            engine.Changed(work);
        }

        var told = 0;
        await Parallel.ForEachAsync(
            requests.AllOpenAsync(cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (one, token) =>
            {
                await desk.ExecuteAsync(one.Id, change, Actor.System, expectedVersion: null, token);
                Interlocked.Increment(ref told);
            });
        return told;
    }

    /// <summary>Goes on with what a crash interrupted.</summary>
    internal sealed partial class AtStart(OpenRequestsRollout rollout, ILogger<AtStart> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                await rollout.CalendarAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The app serves all the same: deadlines are read from the calendar in force; only the telling is late.
                Log.NotTold(log, failure);
            }
        }

        private static partial class Log
        {
            [LoggerMessage(1, LogLevel.Error, "Not all open requests could be told of the changed calendar; the next start tries again")]
            public static partial void NotTold(ILogger log, Exception failure);
        }
    }
}
