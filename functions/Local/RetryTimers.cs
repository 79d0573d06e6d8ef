using System.Collections.Concurrent;

namespace Local;

/// <summary>Wakes requests up again after a failure, in real time; one timer a request. A restart finds them without these.</summary>
internal sealed class RetryTimers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, bool> waiting = new(StringComparer.Ordinal);

    public void Add(string requestId, TimeSpan wait, Action<string> wake, CancellationToken stop)
    {
        if (waiting.TryAdd(requestId, true))
        {
            _ = WakeAsync(requestId, wait, wake, stop);
        }
    }

    private async Task WakeAsync(string requestId, TimeSpan wait, Action<string> wake, CancellationToken stop)
    {
        await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        waiting.TryRemove(requestId, out _);
        if (!stop.IsCancellationRequested)
        {
            wake(requestId);
        }
    }
}
