using System.Collections.Concurrent;
using System.Diagnostics;
using Core.Notifications;
using Core.Requests;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Service.Calendar;
using Service.Desk;
using Service.Engine;
using Service.Mail;
using Service.Storage;
using Service.Telemetry;

namespace Service.Upkeep;

/// <summary>
/// Finds what nobody would wake: an open request that the engine does not watch, one that is marked as unfinished, one past its wake-up.
/// All are woken; what was not watched or late is reported to the administrators. Safe to repeat.
/// </summary>
internal sealed partial class Sweep(
    OpenRequests open, EventStore store, DueWork due, OfficeWork office, OpenRequestsRollout rollout, IEngine engine, OfficeMail mail,
    CurrentCircumstances current, LastTimes last, OfficeMetrics metrics, ILogger<Sweep> logger)
{
    private const int AtOnce = 8;
    private const int MostLate = 500;
    private static readonly Duration Late = Duration.FromHours(1);

    /// <summary>Sweeps.</summary>
    /// <returns>What was found and started again, by request.</returns>
    public async Task<IReadOnlyList<DigestLine>> RunAsync(CancellationToken cancel)
    {
        // A change of the calendar that was stored and not told to all.
        await rollout.CalendarAsync(cancel);

        var now = await current.NowAsync(cancel);
        var found = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var watched = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        foreach (var id in office.Ids)
        {
            await engine.WatchAsync(id, cancel);
        }

        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(open.AllOpenAsync(cancel), limits, async (one, token) => await WatchAsync(one.Id, token));
        await Parallel.ForEachAsync(store.DirtyAsync(cancel), limits, async (id, token) =>
        {
            await WatchAsync(id, token);
            engine.Changed(id);
        });
        foreach (var row in (await due.EarliestAsync(MostLate, cancel)).TakeWhile(row => row.At <= now.Now - Late).Where(row => RequestIds.CanBe(row.RequestId)))
        {
            if ((await store.LoadAsync(row.RequestId, cancel))?.Head.WakeAt != row.At)
            {
                // Left over from an earlier wait.
                await due.MoveAsync(row, null, cancel);
                continue;
            }

            await WatchAsync(row.RequestId, cancel);
            found.TryAdd(row.RequestId, "its wake-up was overdue");
            engine.Changed(row.RequestId);
        }

        List<DigestLine> lines = [.. found.Select(pair => new DigestLine(pair.Key, pair.Value)).OrderBy(line => line.RequestId, StringComparer.Ordinal)];
        metrics.Swept(lines.Count);
        Log.Swept(logger, watched.Count, lines.Count);
        await last.WriteAsync(
            new LastSweep(now.Now, watched.Count, lines.Count, [.. lines.Take(LastSweep.MostLines).Select(line => $"{line.RequestId}: {line.What}")]), cancel);
        await ReportAsync(lines, now, cancel);
        return lines;

        async Task WatchAsync(string id, CancellationToken token)
        {
            if (watched.TryAdd(id, 0) && await engine.WatchAsync(id, token) is var watch && watch != Watch.Awake)
            {
                found[id] = Says(watch);
                if (watch == Watch.HadFailed)
                {
                    metrics.OrchestrationFailed();
                }

                Log.Restarted(logger, id, watch);
            }
        }
    }

    private async Task ReportAsync(IReadOnlyList<DigestLine> lines, Circumstances now, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return;
        }

        try
        {
            await mail.SendAsync(UpkeepLetters.Restarted(lines, now.Policy, mail.Site), "SweepReport", InstantPattern.ExtendedIso.Format(now.Now),
                now.Policy.Administrators, cancel);
        }
        catch (MailDelayedException delay)
        {
            // It is in the logs and the measurements, and the digest tells what is stuck.
            Log.NotReported(logger, delay);
        }
    }

    private static string Says(Watch watch) => watch switch
    {
        Watch.WasMissing => "nothing would have woken it",
        Watch.HadFailed => "what would have woken it had failed",
        _ => throw new UnreachableException(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} was started again: {Found}.")]
        public static partial void Restarted(ILogger logger, string requestId, Watch found);

        [LoggerMessage(Level = LogLevel.Information, Message = "Sweep: {Watched} requests looked at, {Restarted} of them had to be woken.")]
        public static partial void Swept(ILogger logger, int watched, int restarted);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What the sweep found could not be sent to the administrators.")]
        public static partial void NotReported(ILogger logger, Exception delay);
    }
}
