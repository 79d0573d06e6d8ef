using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Service.Reports;

/// <summary>
/// Counts something beside the pages: a page shows what was counted last and waits a moment at most, so that its time does not grow with
/// what is counted. Whoever looks has it counted again where it is old, once at a time.
/// </summary>
/// <typeparam name="T">What is counted.</typeparam>
internal sealed class CountBeside<T>(
    Func<CancellationToken, Task<T>> count, TimeSpan fresh, TimeSpan worthWaiting, IClock clock, TimeProvider time, IHostApplicationLifetime life)
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private T? counted;
    private long countedAt;
    private Instant officeTime;
    private Task? counting;

    /// <summary>What was counted last; null where it is not counted yet.</summary>
    public async Task<T?> LatestAsync(CancellationToken cancel)
    {
        Task running;
        lock (gate)
        {
            if (counted is not null && time.GetElapsedTime(countedAt) < fresh && IsOfNow())
            {
                return counted;
            }

            counting = running = counting is { IsCompleted: false } ? counting : CountAsync(life.ApplicationStopping);
        }

        await Task.WhenAny(running, Task.Delay(worthWaiting, time, cancel));
        lock (gate)
        {
            return counted;
        }
    }

    // In Development the office's clock may have been moved by days since.
    private bool IsOfNow() => clock.GetCurrentInstant() - officeTime is var passed && passed >= Duration.Zero && passed.ToTimeSpan() < fresh + fresh;

    private async Task CountAsync(CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Patience);
        // What a page asked for must not hold that page up.
        await Task.Yield();
        var at = clock.GetCurrentInstant();
        var now = await count(limit.Token);
        lock (gate)
        {
            (counted, countedAt, officeTime) = (now, time.GetTimestamp(), at);
        }
    }
}
