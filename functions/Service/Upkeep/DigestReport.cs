using System.Diagnostics;
using Core.Notifications;
using Core.Requests;
using NodaTime;
using Service.Reports;
using Service.Storage;

namespace Service.Upkeep;

/// <summary>Gathers the daily digest from the rows that the queue is made of.</summary>
internal sealed class DigestReport(OpenRequests open, EventStore store)
{
    private static readonly Duration LongForAStep = Duration.FromHours(1);

    /// <summary>The digest as things stand.</summary>
    public async Task<Digest> TodayAsync(Circumstances circumstances, CancellationToken cancel)
    {
        List<DigestLine> overdue = [], soon = [], stuck = [];
        var soonUntil = Soon.Until(circumstances);
        await foreach (var one in open.AllOpenAsync(cancel))
        {
            if (SlaReport.Missed(one, circumstances.Now).ToList() is { Count: > 0 } missed)
            {
                overdue.Add(new(one.Id, string.Join("; ", missed.Select(which => Says(which, one, circumstances)))));
            }
            else if (one.DeliveredAt is null && one.DueAt is { } due && due <= soonUntil && one.WaitingOn != WaitingOn.Requester)
            {
                soon.Add(new(one.Id, $"due on {Dates.Moment(due, circumstances.Calendar.Zone)}; {With(one)}"));
            }
            else if (one is { WaitingOn: WaitingOn.Approver } or { WaitingOn: WaitingOn.Office, DueAt: null, DeliveredAt: null }
                && await IdleSinceAsync(one.Id, circumstances, cancel) is { } since)
            {
                stuck.Add(new(one.Id, $"waiting for {(one.WaitingOn == WaitingOn.Approver ? "the approval" : "the office")} since {Dates.Day(since)}; {With(one)}"));
            }
        }

        await foreach (var id in store.DirtyAsync(cancel))
        {
            if (await store.LoadAsync(id, cancel) is { Head.Dirty: true } request && request.State.History[^1].At < circumstances.Now - LongForAStep)
            {
                stuck.Add(new(id, "a step, such as an e-mail, could not be done yet and is tried again"));
            }
        }

        return new(circumstances.Today, overdue, soon, stuck);
    }

    /// <summary>The day of the last event, where the office has let more business days pass since than it may before it is nudged.</summary>
    private async Task<LocalDate?> IdleSinceAsync(string id, Circumstances circumstances, CancellationToken cancel)
    {
        var (calendar, days) = (circumstances.Calendar, circumstances.Policy.Clarification.NudgeAfter);
        return await store.LoadAsync(id, cancel) is { } request && calendar.After(request.State.History[^1].At, days) < circumstances.Now
            ? request.State.History[^1].At.InZone(calendar.Zone).Date
            : null;
    }

    private static string Says(MissedDeadline missed, RequestSummary one, Circumstances circumstances) => missed switch
    {
        MissedDeadline.Outreach => "nobody has reached out yet",
        MissedDeadline.Fulfilment => $"was due on {Dates.Moment(one.DueAt!.Value, circumstances.Calendar.Zone)}; {With(one)}",
        _ => throw new UnreachableException(),
    };

    private static string With(RequestSummary one) => one.Assignee is { } analyst ? $"with {analyst}" : "nobody has it";
}
