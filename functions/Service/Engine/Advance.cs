using System.Collections.Concurrent;
using Azure.Data.Tables;
using Core.Requests;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Mail;
using Service.Storage;
using Service.Storage.Events;
using Service.Telemetry;

namespace Service.Engine;

/// <summary>What came of advancing a request.</summary>
/// <param name="NextWake">When to look again, by the office's clock; null where nothing will ever be owed by itself.</param>
/// <param name="RetryAfter">When to look again all the same, in real time: something failed, or somebody else is at it.</param>
/// <param name="HeldElsewhere">Another process is carrying out this request's effects.</param>
internal sealed record Advanced(Instant? NextWake = null, TimeSpan? RetryAfter = null, bool HeldElsewhere = false);

/// <summary>
/// What the engine of one machine does when a request is woken: record what time did, carry out what is owed and not done, write down
/// when to wake next. Safe to repeat at any point: all of it follows from the stored events and the ids of what is done.
/// </summary>
internal sealed partial class Advance(
    RequestWork work, Effects effects, OfficeWork officeWork, EngineIdentity engine, TimeProvider time, OfficeMetrics metrics,
    ILogger<Advance> logger)
{
    private const int MostRounds = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Unsettled> unsettled = new(StringComparer.Ordinal);

    /// <summary>Advances a request.</summary>
    /// <param name="woken">The wake-up that is seen to by this, if one was.</param>
    public async Task<Advanced> RunAsync(string id, DueRow? woken, CancellationToken cancel)
    {
        using var span = OfficeTraces.Start("advance", id);
        if (await officeWork.TryRunAsync(id, woken, cancel) is { } office)
        {
            return office;
        }

        if (woken is not null)
        {
            work.Heed(woken);
        }

        var open = unsettled.GetOrAdd(id, _ => new());
        var failed = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; round <= MostRounds; round++)
        {
            var (opened, circumstances, isBusy) = await work.OpenAsync(id, cancel);
            if (opened is not { } request)
            {
                return await GoneOrBusyAsync(isBusy, woken, cancel);
            }

            var owed = OwedNow(request, open, failed, circumstances);
            if (owed.Count > 0 && !engine.Holds(request.Head, time))
            {
                var (leased, isHeldElsewhere) = await work.LeaseAsync(request, engine.Name, cancel);
                if (isHeldElsewhere)
                {
                    return new(RetryAfter: LookAgain, HeldElsewhere: true);
                }

                if (leased is null)
                {
                    await work.LoadAsync(id, cancel);
                    continue;
                }

                request = leased;
            }

            await CarryOutAsync(request, owed, open, failed, cancel);

            var done = request.Done.Union(open.Left.Keys);
            var next = Owed.NextWake(request.State, done.Union(failed), circumstances);
            var wake = await work.ScheduleAsync(request, woken, next, circumstances.Now, cancel);
            woken = null;

            var more = next <= circumstances.Now;
            var rows = open.Left.Values.Where(row => row is not null).Select(row => row!);
            if (await work.SettleAsync(request, done, rows, wake, isUnfinished: more || failed.Count > 0, cancel) is null)
            {
                await work.LoadAsync(id, cancel);
                continue;
            }

            open.Left.Clear();
            if (!more)
            {
                return new(next, Retry(id, open, failed));
            }
        }

        return new(RetryAfter: LookAgain);
    }

    private async Task<Advanced> GoneOrBusyAsync(bool isBusy, DueRow? woken, CancellationToken cancel)
    {
        if (isBusy)
        {
            return new(RetryAfter: LookAgain);
        }

        await work.ForgetAsync(woken, cancel);
        return new();
    }

    /// <summary>Due, not done, not tried in vain just now; what failed least often first.</summary>
    private static List<OwedEffect> OwedNow(
        StoredRequest request, Unsettled open, IReadOnlySet<string> failed, Circumstances circumstances) =>
    [
        .. Outlook.DueNow(request, circumstances)
            .Where(effect => !open.Left.ContainsKey(effect.Id) && !failed.Contains(effect.Id))
            .OrderBy(effect => open.Failures.GetValueOrDefault(effect.Id)),
    ];

    /// <summary>One after the other, as long as the lease is good; what fails is left for later and holds up nothing else.</summary>
    private async Task CarryOutAsync(
        StoredRequest request, IReadOnlyList<OwedEffect> owed, Unsettled open, HashSet<string> failed, CancellationToken cancel)
    {
        var mailIsDown = false;
        foreach (var effect in owed)
        {
            if (mailIsDown && effect.Effect is Effect.SendMail)
            {
                failed.Add(effect.Id);
                continue;
            }

            if (!engine.Holds(request.Head, time))
            {
                return;
            }

            try
            {
                open.Left[effect.Id] = await effects.CarryOutAsync(request.State, effect, cancel);
                open.Failures.Remove(effect.Id);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                mailIsDown = failure is MailDelayedException;
                failed.Add(effect.Id);
                var times = open.Failures[effect.Id] = open.Failures.GetValueOrDefault(effect.Id) + 1;
                metrics.EffectFailed(effect.Effect);
                Log.Failed(logger, failure, effect.Id, request.Id, times);
            }
        }
    }

    private TimeSpan? Retry(string id, Unsettled open, IReadOnlySet<string> failed)
    {
        if (failed.Count == 0)
        {
            unsettled.TryRemove(id, out _);
            return null;
        }

        return Backoff.After(failed.Max(effect => open.Failures.GetValueOrDefault(effect)));
    }

    /// <summary>What this process knows about a request's effects besides what is stored. One worker at a time uses it.</summary>
    private sealed class Unsettled
    {
        /// <summary>Carried out and not recorded yet, with the row that says so.</summary>
        public Dictionary<string, TableEntity?> Left { get; } = new(StringComparer.Ordinal);

        /// <summary>How often each failed.</summary>
        public Dictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{EffectId} of {RequestId} failed {Times} times and will be tried again.")]
        public static partial void Failed(ILogger logger, Exception failure, string effectId, string requestId, int times);
    }
}
