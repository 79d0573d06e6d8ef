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

/// <summary>Counts the open requests beside the pages, so that the queue's time does not grow with them.</summary>
internal sealed class QueueCounts
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(20);

    // A small office sees exact counts at once; a large one does not wait for them.
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMilliseconds(300);

    private readonly OpenRequests requests;
    private readonly CurrentCircumstances current;
    private readonly CountBeside<QueueTotals> counted;

    public QueueCounts(OpenRequests requests, CurrentCircumstances current, IHostApplicationLifetime life, IClock clock, TimeProvider time)
    {
        (this.requests, this.current) = (requests, current);
        counted = new(CountAsync, Fresh, WorthWaiting, clock, time, life);
    }

    /// <summary>What was counted last; null where it is not counted yet.</summary>
    public Task<QueueTotals?> LatestAsync(CancellationToken cancel) => counted.LatestAsync(cancel);

    private async Task<QueueTotals> CountAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var soon = Soon.Until(circumstances);
        var byStatus = new Dictionary<RequestStatus, int>();
        var byAssignee = new Dictionary<string, int>(StringComparer.Ordinal);
        var (late, dueSoon) = (0, 0);
        await foreach (var one in requests.AllOpenAsync(cancel))
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

        return new(circumstances.Now, byStatus, byAssignee, late, dueSoon);
    }
}
