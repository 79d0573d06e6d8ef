using System.Diagnostics;
using Core.Languages;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>What happened, in sentences to the requester, in their language. Who of the office did it is left out.</summary>
internal sealed record RequesterTimeline(RequestState State, Circumstances Circumstances, Texts Say)
{
    /// <summary>The sentence; null where it is for the office alone.</summary>
    public string? SentenceOf(RecordedEvent recorded) => recorded.Event switch
    {
        Submitted { Decision: var decision } => Say.TimelineSubmitted(Routed(decision)),
        Assigned => Say.TimelineAssigned,
        ClarificationAsked { Question: var question } => Say.TimelineAsked(Say.Quote(question)),
        Answered { Text: var text } => Say.TimelineAnswered(Say.Quote(text)),
        FeeEstimated { Estimate: { Total: > 0 } fee } => Say.TimelineFeeEstimated(Say.Money(fee.Total, fee.Currency)),
        FeeEstimated => Say.TimelineFeeNothing,
        FeeAccepted => Say.TimelineFeeAccepted,
        FeeDeclined => Say.TimelineFeeDeclined,
        FeeWaived => Say.TimelineFeeWaived,
        NdaMadeRequired => Say.TimelineNdaRequired,
        DocumentsRequested { Requirements: var requirements } =>
            Say.TimelineDocumentsRequested(requirements.Select(Say.ToHandIn).DefaultIfEmpty("").Aggregate(Say.ListSemicolon)),
        DocumentReceived { FileName: var name, Kind: var kind } => Say.TimelineDocumentReceived(name, Say.Within(kind)),
        DocumentAccepted { Kind: var kind } => Say.TimelineDocumentAccepted(Say.Within(kind)),
        DocumentRejected { Kind: var kind, Reason: var reason } => Say.TimelineDocumentRejected(Say.Within(kind), Say.Quote(reason)),
        NdaSent => Say.TimelineNdaSent,
        NdaSigned { Signature: var signature } => Say.TimelineNdaSigned(signature.FullName, signature.Title),
        NdaExecuted { EndsOn: var endsOn } => Say.TimelineNdaExecuted(Say.Day(endsOn)),
        NdaReused { Agreement: var agreement } => Say.TimelineNdaReused(Say.Day(agreement.EndsOn)),
        FamilyNotified told => Say.TimelineFamilyNotified(Say.Day(told.SentOn), Say.CountBusinessDays(told.WaitBusinessDays)),
        FamilyNoticeEnded => Say.TimelineFamilyNoticeEnded,
        Approved => Say.TimelineApproved,
        Denied { Reason: var reason, Alternative: var alternative } => Say.TimelineDenied(Say.Quote(reason), Say.Quote(alternative)),
        Rerouted { Office: var office, Reason: var reason } => Say.TimelineRerouted(NameOf(office), Say.Quote(reason)),
        Extended { BusinessDays: var days, Reason: var reason } => Say.TimelineExtended(Say.CountBusinessDays(days), Say.Quote(reason)),
        Delivered { Note: null } delivered => Say.TimelineDelivered(Files(delivered), Moment(delivered.ExpiresAt)),
        Delivered delivered => Say.TimelineDeliveredNote(Files(delivered), Moment(delivered.ExpiresAt), Say.Quote(delivered.Note)),
        Downloaded { DeliverableId: var id } => recorded.By is Actor.Staff ? null : Say.TimelineDownloaded(FileName(id)),
        Recalled { DeliverableId: var id, Reason: var reason } => Say.TimelineRecalled(FileName(id), Say.Quote(reason)),
        DestructionAttested attested => Say.TimelineDestroyed(attested.FullName, Say.Quote(attested.Method)),
        DestructionFellOverdue { Since: var since } => Say.TimelineDestructionOverdue(Moment(since)),
        DestructionReminded => Say.TimelineDestructionReminded,
        DestructionExempted => Say.TimelineDestructionExempted,
        FulfilmentBreached { Due: var due } => Say.TimelineBreached(Moment(due)),
        DeadlineMoved moved => Say.TimelineMoved(moved.Because, Moment(moved.From), Moment(moved.To)),
        Withdrawn { Reason: null } => Say.TimelineWithdrawn,
        Withdrawn { Reason: var reason } => Say.TimelineWithdrawnBecause(Say.Quote(reason)),
        Lapsed { WaitedFor: var status } => Say.TimelineLapsed(Say.OwedIn(status)),
        Closed => Say.TimelineClosed,
        Reminded => Say.TimelineReminded,
        AccessRenewed => Say.TimelineLinkRenewed,
        AccessRevoked => Say.TimelineLinkRevoked,
        DownloadCodeSent { DeliverableId: var id } => Say.TimelineCodeSent(FileName(id)),
        DownloadCodeRefused { DeliverableId: var id } => Say.TimelineCodeRefused(FileName(id)),
        FileQuarantined or CheckCutOff or DeliverableAdded or CheckOverridden or ConsentExcepted or Noted or OutreachBreached or WordingConfirmed
            or FamilyNoticeForbidden or ReviewBreached or SuperintendentReported or StudentsDescribed => null,
        _ => throw new UnreachableException($"No sentence for {recorded.Event.GetType().Name}."),
    };

    private string Routed(Decision decision) => decision.Disposition switch
    {
        Disposition.Accept => Say.TimelineFulfils(NameOf(decision.Office)),
        Disposition.Review => Say.TimelineDecides(NameOf(decision.Office)),
        Disposition.Redirect => Say.TimelineHandedOver(NameOf(decision.Office)),
        Disposition.Refuse => Say.TimelineRefused,
        _ => throw new UnreachableException(),
    };

    private string NameOf(Office office) => Circumstances.Policy.Offices.GetValueOrDefault(office)?.Name ?? office.ToString();

    private string Files(Delivered delivered) => Say.Listed(delivered.DeliverableIds.Select(FileName));

    private string FileName(string id) => State.Deliverables.Find(file => file.Id == id)?.FileName ?? Say.TimelineAFile;

    private string Moment(Instant at) => Say.Moment(at, Circumstances.Calendar.Zone);
}
