using Core.Requests;

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
            OutreachBreached = state.OutreachBreached,
            FulfilmentBreachedAt = state.FulfilmentBreached,
            DeliveredAt = state.DeliveredAt,
            EndedAt = state.EndedAt,
            Expedited = state.Decision.Expedited,
            LegalProcess = state.Submission.LegalProcess is not null,
        };
    }
}
