using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Audit;
using Service.Engine;
using Service.Storage;

namespace App;

/// <summary>Once a day: what should be awake and is not, is woken and reported; history of instances that ended is deleted.</summary>
internal sealed partial class Timers(
    OpenRequests open, EventStore store, DueWork due, DurableEngine engine, DailyWork daily, IClock clock, ILogger<Timers> logger)
{
    private const int MostLate = 500;
    private static readonly Duration Late = Duration.FromHours(1);
    private static readonly Duration HistoryKept = Duration.FromDays(30);

    /// <summary>Wakes what nobody would have woken.</summary>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("0 15 5 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        engine.Use(client);
        var (woken, missing) = (0, 0);
        await foreach (var id in Sleepers(client, cancel))
        {
            woken++;
            if (await engine.WatchAsync(id, cancel) != Watch.Awake)
            {
                missing++;
                Log.Restarted(logger, id);
            }
            else
            {
                engine.Changed(id);
            }
        }

        await engine.SettleAsync();
        Log.Swept(logger, woken, missing);
    }

    /// <summary>Seals the records after midnight in the office, and tidies up after crashes.</summary>
    [Function(nameof(Seal))]
    public Task Seal([TimerTrigger("0 30 5 * * *")] TimerInfo timer, CancellationToken cancel) => daily.RunAsync(cancel);

    /// <summary>Deletes the history of instances that ended long ago; the event store keeps the truth.</summary>
    [Function(nameof(Purge))]
    public async Task Purge([TimerTrigger("0 45 5 * * 0")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        engine.Use(client);
        Log.Purged(logger, await engine.PurgeAsync(clock.GetCurrentInstant() - HistoryKept, cancel));
    }

    /// <summary>Marked as unfinished, past its wake-up, or open without an instance that lives.</summary>
    private async IAsyncEnumerable<string> Sleepers(
        DurableTaskClient client, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in store.DirtyAsync(cancel))
        {
            if (seen.Add(id))
                yield return id;
        }

        var latest = clock.GetCurrentInstant() - Late;
        foreach (var row in (await due.EarliestAsync(MostLate, cancel)).TakeWhile(row => row.At <= latest))
        {
            if (seen.Add(row.RequestId))
                yield return row.RequestId;
        }

        await foreach (var request in open.AllOpenAsync(cancel))
        {
            if (seen.Add(request.Id) && await client.GetInstanceAsync(request.Id, cancel) is not { IsCompleted: false })
                yield return request.Id;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} had no living instance and was started again.")]
        public static partial void Restarted(ILogger logger, string requestId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Sweep: {Woken} woken, {Missing} of them had no living instance.")]
        public static partial void Swept(ILogger logger, int woken, int missing);

        [LoggerMessage(Level = LogLevel.Information, Message = "Purge: the history of {Count} ended instances was deleted.")]
        public static partial void Purged(ILogger logger, int count);
    }
}
