using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Service.Reports;

/// <summary>
/// Counts something beside the pages: a page shows what was counted last and waits a moment at most, so that its time does not grow with
/// what is counted. Whoever looks has it counted again where it is old, once at a time; what takes long is waited for by nobody after its first
/// moment, and counted more seldom.
/// </summary>
/// <typeparam name="T">What is counted.</typeparam>
internal sealed class CountBeside<T>(
    Func<CancellationToken, Task<T>> count, TimeSpan fresh, TimeSpan worthWaiting, IClock clock, TimeProvider time, IHostApplicationLifetime life)
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Counting takes no more than about this share of the time.
    private const int SharesOfTime = 20;

    private readonly Lock gate = new();
    private T? counted;
    private long countedAt;
    private Instant officeTime;
    private TimeSpan took;
    private Task? counting;
    private long began;

    /// <summary>What was counted last; null where it is not counted yet.</summary>
    public async Task<T?> LatestAsync(CancellationToken cancel)
    {
        Task running;
        TimeSpan left;
        lock (gate)
        {
            if (counted is not null && time.GetElapsedTime(countedAt) < Fresh && IsOfNow())
            {
                return counted;
            }

            if (counting is not { IsCompleted: false })
            {
                began = time.GetTimestamp();
                counting = CountAsync(began, life.ApplicationStopping);
            }

            running = counting;
            left = counted is not null && took > worthWaiting ? TimeSpan.Zero : worthWaiting - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return counted;
            }
        }

        await Task.WhenAny(running, Task.Delay(left, time, cancel));
        lock (gate)
        {
            return counted;
        }
    }

    private TimeSpan Fresh => took * SharesOfTime > fresh ? took * SharesOfTime : fresh;

    // In Development the office's clock may have been moved by days since.
    private bool IsOfNow() => clock.GetCurrentInstant() - officeTime is var passed && passed >= Duration.Zero && passed.ToTimeSpan() < Fresh + Fresh;

    private async Task CountAsync(long from, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Patience);
        // What a page asked for must not hold that page up.
        await Task.Yield();
        var at = clock.GetCurrentInstant();
        var now = await count(limit.Token);
        lock (gate)
        {
            (counted, countedAt, officeTime, took) = (now, time.GetTimestamp(), at, time.GetElapsedTime(from));
        }
    }
}
