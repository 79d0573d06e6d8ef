using Local.Dev;
using NodaTime;
using Service.Audit;
using Service.Engine;
using Service.Storage;

namespace Local;

/// <summary>
/// The engine of one machine: workers that advance whatever changed, and a look at <c>due</c> every few seconds. All it knows is in
/// storage, so that it may be killed anywhere: what it left is found at the next start, or by another process that shares the storage.
/// </summary>
internal sealed partial class EmbeddedEngine(
    Advance advance, EventStore store, DueWork due, OfficeWork office, DailyWork daily, IClock clock, TimeProvider time, IServiceProvider services,
    IHostApplicationLifetime lifetime, ILogger<EmbeddedEngine> logger) : BackgroundService, IEngine
{
    private const int Workers = 16;
    private const int Batch = 200;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    private readonly WakeQueue queue = new();
    private readonly RetryTimers retries = new(time);
    private readonly SemaphoreSlim steps = new(1);

    /// <inheritdoc/>
    public void Changed(string requestId) => queue.Add(requestId);

    /// <inheritdoc/>
    public Task<Watch> WatchAsync(string requestId, CancellationToken cancel)
    {
        // All it watches is in storage, and it looks there; so nothing can be missing. A look more does no harm.
        LookAfresh(requestId);
        return Task.FromResult(Watch.Awake);
    }

    /// <inheritdoc/>
    public Task<int> PurgeAsync(Instant before, CancellationToken cancel) => Task.FromResult(0);

    /// <summary>Runs until nothing is due and nobody is working. What failed and waits to be tried again is not waited for.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        var seen = new Dictionary<DueRow, int>();
        do
        {
            await queue.WhenIdleAsync(cancel);
        }
        while (await TakeUpDueAsync(row => (seen[row] = seen.GetValueOrDefault(row) + 1) <= 3, cancel) is { TakenUp: > 0 });
        await DoDailyWorkAsync(cancel);
    }

    /// <summary>
    /// Moves the simulated clock, and lets all that becomes due on the way happen at its own time, in order. Returns when it has.
    /// </summary>
    public async Task AdvanceToAsync(Instant target, CancellationToken cancel)
    {
        var simulated = services.GetRequiredService<SimulatedClock>();
        await steps.WaitAsync(cancel);
        try
        {
            // The clock may have been set back since the office's own work was last looked at.
            WakeOffice();
            await DrainAsync(cancel);
            while (await NextAsync(cancel) is { } next && next.At <= target)
            {
                await simulated.SetAsync(next.At, cancel);
                await DrainAsync(cancel);
            }

            await simulated.SetAsync(target, cancel);
            await DrainAsync(cancel);
        }
        finally
        {
            steps.Release();
        }
    }

    public override void Dispose()
    {
        steps.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await lifetime.StartedAsync(stoppingToken))
            return;
        await Task.WhenAll(
        [
            .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)),
            WatchDueAsync(stoppingToken),
            SweepAsync(stoppingToken),
        ]);
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        while (await queue.TakeAsync(stop) is { } taken)
        {
            try
            {
                // What was begun is ended even while the program stops; cut off, it would hold its lease for nothing.
                using var limit = new CancellationTokenSource(LongestRun, time);
                var advanced = await advance.RunAsync(taken.RequestId, taken.Row, limit.Token);
                if (advanced is { HeldElsewhere: true, RetryAfter: { } wait })
                {
                    await Task.Delay(wait, time, stop);
                    queue.Add(taken.RequestId);
                }
                else if (advanced.RetryAfter is { } later)
                {
                    retries.Add(taken.RequestId, later, queue.Add, stop);
                }
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                Log.Failed(logger, failure, taken.RequestId);
                retries.Add(taken.RequestId, AfterFailure, queue.Add, stop);
            }
            catch (OperationCanceledException)
            {
                // The program stops while this waited for another process.
            }
            finally
            {
                queue.Finish(taken);
            }
        }
    }

    private async Task WatchDueAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var pause = LongestPause;
            try
            {
                var (_, next) = await TakeUpDueAsync(_ => true, stop);
                await DoDailyWorkAsync(stop);
                pause = next is null ? LongestPause : Clamp((next.At - clock.GetCurrentInstant()).ToTimeSpan());
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                Log.StorageFailed(logger, failure);
            }

            await PauseAsync(pause, stop);
        }

        static TimeSpan Clamp(TimeSpan wait) => wait < ShortestPause ? ShortestPause : wait > LongestPause ? LongestPause : wait;
    }

    /// <summary>Finds what a crash left: at the start, and what another process left, from time to time.</summary>
    private async Task SweepAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var pause = BetweenSweeps;
            try
            {
                WakeOffice();
                await foreach (var id in store.DirtyAsync(stop))
                {
                    LookAfresh(id);
                }
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                Log.StorageFailed(logger, failure);
                pause = AfterFailure;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await PauseAsync(pause, stop);
        }
    }

    /// <summary>What a new day brings. Where storage fails it is tried again with the next look; nothing else waits for it.</summary>
    private async Task DoDailyWorkAsync(CancellationToken cancel)
    {
        try
        {
            await daily.RunIfDueAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Log.DayNotDone(logger, failure);
        }
    }

    private async Task<(int TakenUp, DueRow? Next)> TakeUpDueAsync(Func<DueRow, bool> isWanted, CancellationToken cancel)
    {
        var rows = await due.EarliestAsync(Batch, cancel);
        var now = clock.GetCurrentInstant();
        var wanted = rows.TakeWhile(row => row.At <= now).Where(isWanted).ToList();
        foreach (var row in wanted)
        {
            queue.Add(row.RequestId, row);
        }

        return (wanted.Count, rows.FirstOrDefault(row => row.At > now));
    }

    private async Task<DueRow?> NextAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return (await due.EarliestAsync(Batch, cancel)).FirstOrDefault(row => row.At > now);
    }

    /// <summary>Another process may have changed it: what is remembered here is no reason to do nothing.</summary>
    private void LookAfresh(string requestId)
    {
        store.Forget(requestId);
        queue.Add(requestId);
    }

    private void WakeOffice()
    {
        foreach (var id in office.Ids)
        {
            queue.Add(id);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken stop) =>
        await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} could not be advanced; it will be tried again.")]
        public static partial void Failed(ILogger logger, Exception failure, string requestId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The day's seal and tidying did not come to an end; they will be tried again.")]
        public static partial void DayNotDone(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "Storage could not be asked what is due; it will be asked again.")]
        public static partial void StorageFailed(ILogger logger, Exception failure);
    }
}
