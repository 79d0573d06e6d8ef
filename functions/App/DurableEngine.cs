using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Service.Engine;

namespace App;

/// <summary>
/// The engine in Azure: one orchestration a request, whose instance id is the request's. What cannot be told here (storage is away, the
/// process ends) stays marked in the store, and the sweep finds it.
/// </summary>
internal sealed partial class DurableEngine(ILogger<DurableEngine> logger) : IEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, byte> untold = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private volatile DurableTaskClient? client;

    /// <inheritdoc/>
    public void Changed(string requestId)
    {
        if (client is not { } known)
        {
            untold.TryAdd(requestId, 0);
            return;
        }

        var telling = TellAsync(known, requestId);
        running.TryAdd(telling, 0);
        _ = telling.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
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
        await Task.WhenAll(running.Keys).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Wakes a request's instance, or starts it where none lives. Doing so twice is harmless.</summary>
    /// <returns>True where none lived.</returns>
    public static async Task<bool> WakeAsync(DurableTaskClient client, string requestId, CancellationToken cancel)
    {
        if (await client.GetInstanceAsync(requestId, cancel) is { IsCompleted: false })
        {
            await client.RaiseEventAsync(requestId, RequestOrchestration.Changed, cancel);
            return false;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(RequestOrchestration), new StartOrchestrationOptions(requestId), cancel);
        return true;
    }

    private async Task TellAsync(DurableTaskClient known, string requestId)
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await WakeAsync(known, requestId, limit.Token);
        }
        catch (Exception first)
        {
            try
            {
                // Somebody else started it in between: then it lives, and hears this.
                await known.RaiseEventAsync(requestId, RequestOrchestration.Changed, limit.Token);
            }
            catch (Exception second)
            {
                Log.NotTold(logger, new AggregateException(first, second), requestId);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} changed, and its instance could not be told; the sweep will find it.")]
        public static partial void NotTold(ILogger logger, Exception failure, string requestId);
    }
}
