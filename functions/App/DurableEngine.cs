using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Engine;

namespace App;

/// <summary>
/// The engine in Azure: one orchestration a request, whose instance id is the request's. What cannot be told here (storage is away, the
/// process ends) stays marked in the store, and the sweep finds it.
/// </summary>
internal sealed partial class DurableEngine(ILogger<DurableEngine> logger) : IEngine
{
    private const int AtOnce = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly OrchestrationRuntimeStatus[] Living =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    private readonly ConcurrentDictionary<string, byte> untold = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> telling = new();
    private readonly SemaphoreSlim places = new(AtOnce);
    private volatile DurableTaskClient? client;

    /// <inheritdoc/>
    public void Changed(string requestId)
    {
        if (client is not { } known)
        {
            untold.TryAdd(requestId, 0);
            return;
        }

        var told = TellAsync(known, requestId);
        telling.TryAdd(told, 0);
        _ = told.ContinueWith(done => telling.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public async Task<Watch> WatchAsync(string requestId, CancellationToken cancel)
    {
        var known = client ?? throw new InvalidOperationException("No trigger has brought a client yet.");
        var found = await known.GetInstanceAsync(requestId, cancel) switch
        {
            { IsCompleted: false } => Watch.Awake,
            { RuntimeStatus: OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated } => Watch.HadFailed,
            _ => Watch.WasMissing,
        };
        if (found != Watch.Awake)
        {
            await StartAsync(known, requestId, cancel);
        }

        return found;
    }

    /// <inheritdoc/>
    public async Task<int> PurgeAsync(Instant before, CancellationToken cancel)
    {
        var known = client ?? throw new InvalidOperationException("No trigger has brought a client yet.");
        return (await known.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedTo: before.ToDateTimeOffset(), Statuses: Ended), cancel)).PurgedInstanceCount;
    }

    /// <summary>The client comes with a trigger: what changed before the first one is told now.</summary>
    public void Use(DurableTaskClient given)
    {
        client = given;
        foreach (var id in untold.Keys.Where(id => untold.TryRemove(id, out _)))
        {
            Changed(id);
        }
    }

    /// <summary>Waits until all that changed is told; never for long.</summary>
    public async Task SettleAsync() =>
        await Task.WhenAll(telling.Keys).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task TellAsync(DurableTaskClient known, string requestId)
    {
        await places.WaitAsync(CancellationToken.None);
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            if (await known.GetInstanceAsync(requestId, limit.Token) is { IsCompleted: false }
                || !await StartAsync(known, requestId, limit.Token))
            {
                await known.RaiseEventAsync(requestId, RequestOrchestration.Changed, limit.Token);
            }
        }
        catch (Exception failure)
        {
            Log.NotTold(logger, failure, requestId);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Starts a request's instance; false where one lives already, which twice at once comes to.</summary>
    private static async Task<bool> StartAsync(DurableTaskClient known, string requestId, CancellationToken cancel)
    {
        try
        {
            await known.ScheduleNewOrchestrationInstanceAsync(
                nameof(RequestOrchestration), 0, new StartOrchestrationOptions(requestId).WithDedupeStatuses(Living), cancel);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} changed, and its instance could not be told; the sweep will find it.")]
        public static partial void NotTold(ILogger logger, Exception failure, string requestId);
    }
}
