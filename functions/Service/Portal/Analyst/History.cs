using System.Diagnostics;
using Core.Requests;
using Service.Portal.Layout;
using static Core.Requests.RequestEvent;

namespace Service.Portal.Analyst;

/// <summary>Everything that happened to a request, as staff read it.</summary>
internal static class History
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<HistoryLine> Of(RequestState state, Dates dates) =>
        [.. state.History.Select(recorded => Line(state, recorded, dates)).Reverse()];

    private static HistoryLine Line(RequestState state, RecordedEvent recorded, Dates dates)
    {
        var (text, detail) = Say(state, recorded.Event, dates);
        return new(recorded.At, Name(recorded.By), text, detail);
    }

    private static string Name(Actor by) => by switch
    {
        Actor.TheRequester => "Requester",
        Actor.Staff staff => staff.Name,
        Actor.TheSystem => "System",
        _ => throw new UnreachableException(),
    };

    private static (string Text, string? Detail) Say(RequestState state, RequestEvent happened, Dates dates) => happened switch
    {
        Submitted submitted => ($"Submitted; routed to {Words.Of(submitted.Decision.Office)}", null),
        Assigned assigned => ($"Assigned to {assigned.Assignee}", null),
        ClarificationAsked asked => ("Asked the requester", asked.Question),
        Answered answered => ("Answered", answered.Text),
        FeeEstimated estimated => ($"Estimated a fee of {Money.Of(estimated.Estimate.Total, estimated.Estimate.Currency)}", estimated.Estimate.Note),
        FeeAccepted => ("Accepted the fee", null),
        FeeDeclined => ("Declined the fee; the request ended", null),
        FeeWaived => ("Waived the fee", null),
        NdaMadeRequired => ("Required an agreement", null),
        DocumentsRequested requested => ($"Asked for documents: {string.Join(", ", requested.Requirements.Select(Words.Of))}", null),
        DocumentReceived received => ($"Handed in {received.FileName} ({Words.Of(received.Kind)})", null),
        DocumentAccepted accepted => ($"Accepted: {Words.Of(accepted.Kind)}", null),
        DocumentRejected rejected => ($"Rejected: {Words.Of(rejected.Kind)}", rejected.Reason),
        NdaSent => ("Put the agreement before the requester", null),
        NdaSigned signed => ($"Signed the agreement as {signed.Signature.FullName}, {signed.Signature.Title}", null),
        NdaExecuted executed => ($"Countersigned the agreement; it ends on {Dates.Day(executed.EndsOn)}", null),
        NdaReused reused => ($"Reused the agreement of request {reused.Agreement.RequestId}", null),
        Approved approved => ("Approved", approved.Note),
        Denied denied => ("Denied", $"{denied.Reason}\nInstead: {denied.Alternative}"),
        Rerouted rerouted => ($"Given to {Words.Of(rerouted.Office)}", rerouted.Reason),
        Extended extended => ($"Extended the deadline by {Words.Days(extended.BusinessDays)}", extended.Reason),
        DeliverableAdded added => ($"Uploaded {added.FileName}; the check says {added.Check.Verdict}", null),
        CheckOverridden overridden => ($"Overrode the check of {FileName(state, overridden.DeliverableId)}", overridden.Reason),
        Delivered delivered =>
            ($"Delivered {string.Join(", ", delivered.DeliverableIds.Select(id => FileName(state, id)))}, until {dates.Day(delivered.ExpiresAt)}", delivered.Note),
        Downloaded downloaded => ($"Downloaded {FileName(state, downloaded.DeliverableId)}", null),
        Recalled recalled => ($"Recalled {FileName(state, recalled.DeliverableId)}", recalled.Reason),
        DestructionAttested attested => ($"Destruction attested by {attested.FullName}", attested.Method),
        Noted noted => ("Note", noted.Text),
        OutreachBreached breached => ($"Nobody reached out by {dates.Full(breached.Due)}", null),
        FulfilmentBreached breached => ($"The deadline of {dates.Full(breached.Due)} passed", null),
        DeadlineMoved moved => ($"The deadline moved from {dates.Day(moved.From)} to {dates.Day(moved.To)}", moved.Because),
        Withdrawn withdrawn => ("Withdrew the request", withdrawn.Reason),
        Lapsed lapsed => ($"Closed unanswered: {Words.Of(lapsed.WaitedFor).ToLowerInvariant()}", null),
        Closed => ("Closed", null),
        _ => throw new UnreachableException(),
    };

    private static string FileName(RequestState state, string deliverableId) =>
        state.Deliverables.Find(file => file.Id == deliverableId)?.FileName ?? deliverableId;
}
