using Core.Requests;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports;

/// <summary>How many requests the ready-made filters of the queue hold.</summary>
/// <param name="At">When they were counted.</param>
/// <param name="ByStatus">Open requests by status.</param>
/// <param name="ByAssignee">Open requests by analyst, delivered ones left out.</param>
/// <param name="Late">Past a deadline.</param>
/// <param name="DueSoon">Due soon.</param>
public sealed record QueueTotals(
    Instant At, IReadOnlyDictionary<RequestStatus, int> ByStatus, IReadOnlyDictionary<string, int> ByAssignee, int Late, int DueSoon)
{
    /// <summary>Open and not delivered.</summary>
    public int Open => ByStatus.Where(pair => pair.Key != RequestStatus.Delivered).Sum(pair => pair.Value);
}

/// <summary>
/// Counts the open requests beside the pages: a page shows what was counted last and never waits, so its time does not grow with the queue.
/// Somebody who looks at the queue has it counted again, once at a time.
/// </summary>
internal sealed class QueueCounts(OpenRequests requests, CurrentCircumstances current, IHostApplicationLifetime life, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // A small office sees exact counts at once; a large one does not wait for them.
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private QueueTotals? counted;
    private long countedAt;
    private Task? counting;

    /// <summary>What was counted last; null where it is not counted yet.</summary>
    public async Task<QueueTotals?> LatestAsync(CancellationToken cancel)
    {
        Task running;
        lock (gate)
        {
            if (counted is not null && time.GetElapsedTime(countedAt) < Fresh)
            {
                return counted;
            }

            counting = running = counting is { IsCompleted: false } ? counting : CountAsync(life.ApplicationStopping);
        }

        await Task.WhenAny(running, Task.Delay(WorthWaiting, cancel));
        lock (gate)
        {
            return counted;
        }
    }

    private async Task CountAsync(CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Patience);
        // What a page asked for must not hold that page up.
        await Task.Yield();
        var circumstances = await current.NowAsync(limit.Token);
        var soon = Soon.Until(circumstances);
        var byStatus = new Dictionary<RequestStatus, int>();
        var byAssignee = new Dictionary<string, int>(StringComparer.Ordinal);
        var (late, dueSoon) = (0, 0);
        await foreach (var one in requests.AllOpenAsync(limit.Token))
        {
            byStatus[one.Status] = byStatus.GetValueOrDefault(one.Status) + 1;
            if (one.DeliveredAt is not null)
            {
                continue;
            }

            if (one.Assignee is { } analyst)
            {
                byAssignee[analyst] = byAssignee.GetValueOrDefault(analyst) + 1;
            }

            late += SlaReport.Missed(one, circumstances.Now).Any() ? 1 : 0;
            dueSoon += one.DueAt >= circumstances.Now && one.DueAt <= soon ? 1 : 0;
        }

        lock (gate)
        {
            counted = new(circumstances.Now, byStatus, byAssignee, late, dueSoon);
            countedAt = time.GetTimestamp();
        }
    }
}
