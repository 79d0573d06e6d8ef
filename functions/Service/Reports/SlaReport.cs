using Core.Calendar;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Calendar;
using Service.Desk;
using Service.Storage;
using Service.Telemetry;

namespace Service.Reports;

/// <summary>How the office keeps its deadlines.</summary>
/// <param name="Open">Requests that are open and not delivered.</param>
/// <param name="DueSoon">Of these, those that enter the warned part of their days.</param>
/// <param name="Breached">Of these, those past a deadline: to reach out or to fulfil.</param>
/// <param name="OnTimeRate">Share of the last year's deliveries that came by their deadline, 0 to 1; null where there were none.</param>
/// <param name="MedianBusinessDays">Business days those took; null where there were none.</param>
internal sealed record SlaSummary(
    int Open, int DueSoon, int Breached, double? OnTimeRate, double? MedianBusinessDays,
    IReadOnlyList<SlaOfOffice> ByOffice, IReadOnlyList<SlaOfKind> ByKind);

/// <summary>The same for one office.</summary>
internal sealed record SlaOfOffice(Office Office, int Open, int DueSoon, int Breached, double? OnTimeRate, double? MedianBusinessDays);

/// <summary>The same for one kind of requester.</summary>
internal sealed record SlaOfKind(RequesterKind Kind, int Open, int DueSoon, int Breached, double? OnTimeRate, double? MedianBusinessDays);

/// <summary>Which deadline was missed.</summary>
internal enum MissedDeadline
{
    /// <summary>Reaching out to the requester.</summary>
    Outreach,
    /// <summary>Fulfilling the request.</summary>
    Fulfilment,
}

/// <summary>One missed deadline of a request that is open. Both the original and the extended one are shown (policy section 4).</summary>
internal sealed record Breach(
    string Id, MissedDeadline Missed, Office Office, RequesterKind Kind, RequestStatus Status, string? Assignee, Instant SubmittedAt,
    Instant? OriginalDueAt, Instant? DueAt, int DaysCounted);

/// <summary>Deadlines kept and missed, from the rows that the queue is made of.</summary>
internal sealed class SlaReport(OpenRequests requests, CurrentCircumstances current)
{
    private static readonly Duration Year = Duration.FromDays(365);

    /// <summary>The summary as things stand now.</summary>
    public async Task<SlaSummary> SummaryAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var open = await OpenAsync(cancel);
        var delivered = new List<RequestSummary>();
        await foreach (var one in requests.FinishedSinceAsync(circumstances.Now - Year, cancel))
        {
            if (one.DeliveredAt is not null)
            {
                delivered.Add(one);
            }
        }

        var all = Figures.Of(open, delivered, circumstances);
        return new(
            all.Open, all.DueSoon, all.Breached, all.OnTime, all.Median,
            [.. By(one => one.Office).Select(one => new SlaOfOffice(one.Key, one.Of.Open, one.Of.DueSoon, one.Of.Breached, one.Of.OnTime, one.Of.Median))],
            [.. By(one => one.Kind).Select(one => new SlaOfKind(one.Key, one.Of.Open, one.Of.DueSoon, one.Of.Breached, one.Of.OnTime, one.Of.Median))]);

        IEnumerable<(T Key, Figures Of)> By<T>(Func<RequestSummary, T> key) where T : struct, Enum =>
            open.Concat(delivered).Select(key).Distinct().Order()
                .Select(value => (value, Figures.Of(
                    [.. open.Where(one => key(one).Equals(value))], [.. delivered.Where(one => key(one).Equals(value))], circumstances)));
    }

    /// <summary>The open requests, counted alone: what costs little enough to be asked every few minutes.</summary>
    public async Task<OpenCounts> CountAsync(CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var now = Figures.Of(await OpenAsync(cancel), [], circumstances);
        return new(now.Open, now.DueSoon, now.Breached);
    }

    /// <summary>Every deadline that is missed now, the longest missed first.</summary>
    public async Task<IReadOnlyList<Breach>> BreachesAsync(CancellationToken cancel)
    {
        var now = (await current.NowAsync(cancel)).Now;
        return
        [
            .. (await OpenAsync(cancel)).SelectMany(one => Missed(one, now).Select(missed => new Breach(
                one.Id, missed, one.Office, one.Kind, one.Status, one.Assignee, one.SubmittedAt, one.OriginalDueAt, one.DueAt, one.DaysCounted)))
                .OrderBy(one => one.DueAt ?? one.SubmittedAt),
        ];
    }

    private async Task<List<RequestSummary>> OpenAsync(CancellationToken cancel)
    {
        var open = new List<RequestSummary>();
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            if (one.DeliveredAt is null)
            {
                open.Add(one);
            }
        }

        return open;
    }

    /// <summary>The deadlines that an open request misses now.</summary>
    public static IEnumerable<MissedDeadline> Missed(RequestSummary one, Instant now)
    {
        // Once somebody has it, outreach was late and is no longer missing.
        if (one is { OutreachBreached: true, Assignee: null })
        {
            yield return MissedDeadline.Outreach;
        }

        if (one.DueAt < now && one.WaitingOn != WaitingOn.Requester)
        {
            yield return MissedDeadline.Fulfilment;
        }
    }

    private sealed record Figures(int Open, int DueSoon, int Breached, double? OnTime, double? Median)
    {
        public static Figures Of(IReadOnlyList<RequestSummary> open, IReadOnlyList<RequestSummary> delivered, Circumstances circumstances)
        {
            var now = circumstances.Now;
            var soon = Soon.Until(circumstances);
            return new(
                open.Count,
                open.Count(one => one.DueAt >= now && one.DueAt <= soon),
                open.Count(one => Missed(one, now).Any()),
                delivered.Count == 0 ? null : (double)delivered.Count(IsOnTime) / delivered.Count,
                MedianOf(delivered));
        }

        private static bool IsOnTime(RequestSummary one) =>
            one.FulfilmentBreachedAt is not { } missed || one.DeliveredAt <= missed || one.DueAt >= one.DeliveredAt;

        private static double? MedianOf(IReadOnlyList<RequestSummary> delivered)
        {
            var days = delivered.Select(one => one.DaysCounted).Order().ToList();
            return days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
        }
    }
}
