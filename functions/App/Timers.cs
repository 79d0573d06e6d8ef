using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Audit;
using Service.Engine;
using Service.Upkeep;

namespace App;

/// <summary>What comes by the clock, whatever instances live. Times are UTC; what has an hour in the office decides that itself.</summary>
internal sealed partial class Timers(Sweep sweep, DigestWork digest, DailyWork daily, DurableEngine engine, IClock clock, ILogger<Timers> logger)
{
    private static readonly Duration HistoryKept = Duration.FromDays(30);

    /// <summary>Finds and wakes what nobody would have woken, daily.</summary>
    [Function(nameof(Sweep))]
    public async Task Sweep([TimerTrigger("0 15 5 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        engine.Use(client);
        await sweep.RunAsync(cancel);
        await engine.SettleAsync();
    }

    /// <summary>Sends the administrators their digest, where its hour has come and it has not left.</summary>
    [Function(nameof(Digest))]
    public Task Digest([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancel) => digest.RunAsync(cancel);

    /// <summary>Seals the records after midnight in the office, and tidies up after crashes.</summary>
    [Function(nameof(Seal))]
    public Task Seal([TimerTrigger("0 30 5 * * *")] TimerInfo timer, CancellationToken cancel) => daily.RunAsync(cancel);

    /// <summary>Deletes the history of instances that ended long ago, weekly; the event store keeps the truth.</summary>
    [Function(nameof(Purge))]
    public async Task Purge([TimerTrigger("0 45 5 * * 0")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        engine.Use(client);
        Log.Purged(logger, await engine.PurgeAsync(clock.GetCurrentInstant() - HistoryKept, cancel));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Purge: the history of {Count} ended instances was deleted.")]
        public static partial void Purged(ILogger logger, int count);
    }
}
