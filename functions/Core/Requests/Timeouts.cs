using Core.Calendar;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>Something that happens by itself if nothing else does.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What is then recorded.</param>
public sealed record Timeout(Instant At, RequestEvent Event);

/// <summary>
/// What time alone does to a request (policy section 4). One list serves both <see cref="RequestCommand.PassTime"/>, which records
/// what is due, and <see cref="Owed.NextWake"/>, which sleeps until the next: they cannot disagree. Timers are never cancelled;
/// the state decides whether they still matter.
/// </summary>
public static class Timeouts
{
    /// <summary>All that will happen by itself, in time order, as things stand.</summary>
    public static IReadOnlyList<Timeout> Of(RequestState state, Circumstances circumstances) =>
        [.. (state.Ending is null ? All(state, circumstances) : []).Concat(Always(state, circumstances)).OrderBy(timeout => timeout.At)];

    /// <summary>Since when somebody of the office should reach out; null where somebody has or an approver decides first.</summary>
    public static Instant? OutreachOwedSince(RequestState state) =>
        state.FirstOutreachAt is null && !state.NeedsApproval ? state.ApprovedAt ?? state.SubmittedAt : null;

    /// <summary>What time does to a request even after its ending.</summary>
    private static IEnumerable<Timeout> Always(RequestState state, Circumstances circumstances)
    {
        if (state.DestructionOverdueSince is null
            && Destruction.OverdueFrom(state, circumstances.Calendar, circumstances.Policy.Destruction) is { } overdue)
        {
            yield return new(overdue, new DestructionFellOverdue(overdue));
        }

        foreach (var file in state.Quarantined)
        {
            yield return new(file.UploadedAt + Duration.FromHours(circumstances.Policy.Deliverable.CheckWithinHours), new CheckCutOff(file.Id));
        }
    }

    private static IEnumerable<Timeout> All(RequestState state, Circumstances circumstances)
    {
        var (now, policy, calendar) = (circumstances.Now, circumstances.Policy, circumstances.Calendar);

        foreach (var timeout in ReviewOwed.Timeouts(state, circumstances))
        {
            yield return timeout;
        }

        if (OutreachOwedSince(state) is { } since && !state.OutreachBreached)
        {
            var due = calendar.After(since, policy.Clarification.BreachAfter);
            yield return new(due, new OutreachBreached(due));
        }

        if (state.DeliveredAt is not null)
        {
            yield return new(LastLinkEnds(state), new Closed());
            yield break;
        }

        if (state.OpenClarification is { } open)
        {
            yield return Lapse(open.AskedAt, policy.Clarification.LapseAfter, RequestStatus.AwaitingClarification);
        }

        if (state.Fee is { Decision: FeeDecision.Pending } fee)
        {
            yield return Lapse(fee.EstimatedAt, policy.FeeDecision.LapseAfter, RequestStatus.AwaitingFeeDecision);
        }

        if (state is { DocumentsRequestedAt: { } requested, DocumentsMissing: true })
        {
            yield return Lapse(requested, policy.Documents.LapseAfter, RequestStatus.AwaitingDocuments);
        }

        if (state.Nda is { SentAt: { } sent, Signature: null })
        {
            yield return Lapse(sent, policy.NdaSignature.LapseAfter, RequestStatus.AwaitingNda);
        }

        var clock = Clock.Read(state.Ledger, calendar, now, policy.Fulfilment.WarnAtPercent);
        if (clock is { IsRunning: true, DueAt: { } deadline } && !(state.FulfilmentBreached >= deadline))
        {
            yield return new(deadline, new FulfilmentBreached(deadline));
        }

        Timeout Lapse(Instant from, int businessDays, RequestStatus waitedFor) =>
            new(calendar.After(from, businessDays), new Lapsed(waitedFor));
    }

    /// <summary>When no released file can be fetched any more; a recalled one counts as ended when it was recalled.</summary>
    private static Instant LastLinkEnds(RequestState state) =>
        state.Deliverables.Where(file => file is { DeliveredAt: not null, RecalledBecause: null })
            .Select(file => file.ExpiresAt!.Value)
            .DefaultIfEmpty(state.Deliverables.Where(file => file.DeliveredAt is not null).Max(file => file.ExpiresAt!.Value))
            .Max();
}
