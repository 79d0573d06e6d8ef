using System.Collections.Concurrent;
using Core.Requests;
using NodaTime;
using Service.Audit;
using Service.Desk;
using Service.Engine;
using Service.Storage;
using Service.Storage.Events;
using Service.Upkeep;

namespace Service.Health;

/// <summary>
/// Asks storage how mail and engine are. Every question has an end however many requests there are: so many rows, so many requests, so
/// many seconds; what was left out is said.
/// </summary>
internal sealed class HealthReport(
    FailedSteps failed, EventStore store, DueWork due, SealBook seals, LastTimes last, OnceADay once, CurrentCircumstances current, TimeProvider time)
{
    /// <summary>The most failed steps, wake-ups and unfinished requests that are looked at, each.</summary>
    public const int Most = 100;

    private const int AtOnce = 8;
    private const int DaysOfDigests = 14;

    /// <summary>How long the search for unfinished requests may take: it is the one question that reads past all requests.</summary>
    public static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(3);

    /// <summary>How long after its time a wake-up counts as missed, and a request that nobody works on as left.</summary>
    public static readonly Duration Late = Duration.FromMinutes(15);

    private static readonly Duration Month = Duration.FromDays(30);

    /// <summary>How it is now.</summary>
    public async Task<OfficeHealth> NowAsync(CancellationToken cancel)
    {
        var now = await current.NowAsync(cancel);
        var delayed = DelayedAsync(now, cancel);
        var givenUp = failed.GivenUpAsync(now.Now - Month, Most, cancel);
        var overdue = OverdueAsync(now, cancel);
        var unfinished = store.UnfinishedAsync(Most, LongestSearch, cancel);
        var days = seals.DaysAsync(cancel);
        var (sweep, verified) = (last.ReadAsync<LastSweep>(cancel), last.ReadAsync<LastVerification>(cancel));
        var digest = once.LastDoneAsync(DigestWork.WorkId, now.Today.PlusDays(-DaysOfDigests), now.Today, cancel);
        await Task.WhenAll(delayed, givenUp, overdue, unfinished, days, sweep, verified, digest);

        var real = Instant.FromDateTimeOffset(time.GetUtcNow());
        var heads = (await unfinished).Found.Select(head => new UnfinishedRequest(
            head.RequestId, Instant.FromDateTimeOffset(head.TouchedAt),
            head.Lease is { } lease && Instant.FromDateTimeOffset(lease.Until) is var until && until > real ? until : null)).OrderBy(one => one.TouchedAt).ToList();
        var sealedOn = (await days) is [.., var day] ? day : (LocalDate?)null;
        return new(now.Now)
        {
            Delayed = (await delayed).Steps,
            HasMoreDelayed = (await delayed).More,
            GivenUp = await givenUp,
            Overdue = (await overdue).Wakes,
            HasMoreOverdue = (await overdue).More,
            Unfinished = [.. heads.Where(one => one.HeldUntil is null && one.TouchedAt < real - Late)],
            AtWork = [.. heads.Where(one => one.HeldUntil is not null)],
            SearchedAll = (await unfinished).IsWhole,
            Sweep = await sweep,
            Verified = await verified,
            SealedOn = sealedOn,
            IsSealLate = sealedOn < now.Today.PlusDays(-1),
            DigestOn = await digest,
            IsDigestLate = DigestWork.DueOn(now) is { } at && at + Late < now.Now && (await digest is null || await digest < now.Today),
        };
    }

    /// <summary>What failed and is still owed, and what waits behind it in the same request. Rows that are old are struck off on the way.</summary>
    private async Task<(IReadOnlyList<DelayedStep> Steps, bool More)> DelayedAsync(Circumstances now, CancellationToken cancel)
    {
        var rows = await failed.ListAsync(Most + 1, cancel);
        var found = new ConcurrentBag<DelayedStep>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(rows.Take(Most).GroupBy(row => row.RequestId, StringComparer.Ordinal), limits, async (steps, token) =>
        {
            var owed = await store.LoadAsync(steps.Key, token) is { } request ? Outlook.DueNow(request, now).ToDictionary(one => one.Id, StringComparer.Ordinal) : [];
            Instant? next = null;
            foreach (var step in steps)
            {
                if (!owed.Remove(step.EffectId))
                {
                    await failed.StrikeAsync(step.RequestId, step.EffectId, token);
                    continue;
                }

                var again = step.LastAt + Duration.FromTimeSpan(Backoff.After(step.Times));
                next = next is null || again < next ? again : next;
                found.Add(new(step.RequestId, step.What, step.IsMail, step.Times, step.FirstAt, again, step.Why));
            }

            foreach (var behind in next is null ? [] : owed.Values.Where(one => one.Effect is Effect.SendMail))
            {
                found.Add(new(steps.Key, FailedSteps.NameOf(behind.Effect), IsMail: true, 0, behind.DueAt, next, null));
            }
        });
        return ([.. found.OrderByDescending(step => step.IsMail).ThenBy(step => step.Since).ThenBy(step => step.RequestId, StringComparer.Ordinal)], rows.Count > Most);
    }

    /// <summary>A row that its request does not know is left over from an earlier wait; the sweep takes it away.</summary>
    private async Task<(IReadOnlyList<OverdueWake> Wakes, bool More)> OverdueAsync(Circumstances now, CancellationToken cancel)
    {
        var rows = (await due.EarliestAsync(Most + 1, cancel)).TakeWhile(row => row.At <= now.Now - Late).ToList();
        var found = new ConcurrentBag<OverdueWake>();
        await Parallel.ForEachAsync(rows.Take(Most), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (row, token) =>
        {
            if (!RequestIds.CanBe(row.RequestId))
            {
                found.Add(new(null, row.RequestId, row.At));
            }
            else if ((await store.LoadAsync(row.RequestId, token))?.Head.WakeAt == row.At)
            {
                found.Add(new(row.RequestId, null, row.At));
            }
        });
        return ([.. found.OrderBy(wake => wake.At)], rows.Count > Most);
    }
}
