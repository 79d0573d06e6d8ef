using Core.Calendar;
using Core.Performance;
using Core.Requests;
using NodaTime;

namespace Service.Storage;

/// <summary>What the queue's row of a request says.</summary>
internal static class Summaries
{
    public static RequestSummary Of(RequestState state, Circumstances circumstances)
    {
        var standing = Standing.Of(state, circumstances);
        return new()
        {
            Id = state.Id,
            Status = standing.Status,
            Version = state.Version,
            Office = state.Office,
            Kind = state.Submission.Requester.Kind,
            Level = state.Decision.EffectiveLevel,
            RequesterName = state.Submission.Requester.Name,
            Organization = state.Submission.Requester.Organization,
            Assignee = state.Assignee,
            WaitingOn = standing.WaitingOn,
            SubmittedAt = state.SubmittedAt,
            DueAt = standing.DueAt,
            OriginalDueAt = standing.Clock?.OriginalDueAt,
            DaysCounted = standing.Clock?.DaysCounted ?? 0,
            DaysAllowed = standing.Clock?.DaysAllowed ?? 0,
            LastDueAt = standing.Clock?.DueAt,
            Waited = Waiting(state, standing.Clock, circumstances),
            OutreachBreached = state.OutreachBreached,
            FulfilmentBreachedAt = state.FulfilmentBreached,
            DeliveredAt = state.DeliveredAt,
            EndedAt = state.EndedAt,
            Expedited = state.Decision.Expedited,
            ForLawEnforcement = state.IsForLawEnforcement,
        };
    }

    private static WaitingDays Waiting(RequestState state, ClockReading? clock, Circumstances circumstances)
    {
        var paused = clock?.DaysPaused ?? new Dictionary<PauseCause, int>();
        return new(
            Days(PauseCause.Answer), Days(PauseCause.FeeDecision), Days(PauseCause.Documents), Agreement(state, circumstances),
            paused.Where(pause => pause.Key is not (PauseCause.Answer or PauseCause.FeeDecision or PauseCause.Documents)).Sum(pause => pause.Value));

        int Days(PauseCause cause) => paused.GetValueOrDefault(cause);
    }

    /// <summary>Business days from the agreement being sent to its execution, or to now, or to an ending.</summary>
    private static int Agreement(RequestState state, Circumstances circumstances)
    {
        if (state.Nda is not { SentAt: { } sent, Reused: null } nda)
        {
            return 0;
        }

        var until = Instant.Min(nda.ExecutedAt ?? state.EndedAt ?? circumstances.Now, circumstances.Now);
        return circumstances.Calendar.CountBetween(circumstances.Calendar.ReceivedOn(sent), circumstances.Calendar.DateOf(until));
    }
}
