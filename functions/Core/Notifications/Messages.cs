using System.Diagnostics;
using Core.Requests;
using Core.Routing;
using static Core.Requests.RequestEvent;

namespace Core.Notifications;

/// <summary>
/// Who is told what when something happens: one row an event. What time alone brings (reminders, warnings) is in
/// <see cref="Owed"/>. The words are in the letters.
/// </summary>
public static class Messages
{
    /// <summary>The messages owed because of an event.</summary>
    public static IEnumerable<Message> About(RecordedEvent recorded, RequestState state)
    {
        IEnumerable<(MessageKind Kind, Audience To)> owed = recorded.Event switch
        {
            Submitted submitted => submitted.Decision.Disposition switch
            {
                Disposition.Accept => [(MessageKind.Confirmation, Audience.Requester), (MessageKind.NewRequest, Audience.Analyst)],
                Disposition.Review => [(MessageKind.Confirmation, Audience.Requester), (MessageKind.ReviewNeeded, Audience.Approvers)],
                Disposition.Redirect => [(MessageKind.Redirected, Audience.Requester), (MessageKind.HandedOver, Audience.ReceivingOffice)],
                Disposition.Refuse => [(MessageKind.Refused, Audience.Requester)],
                _ => throw new UnreachableException(),
            },
            Assigned => IsFirst<Assigned>(recorded, state)
                ? [(MessageKind.AssignedToAnalyst, Audience.Requester), (MessageKind.AssignedToYou, Audience.Analyst)]
                : [(MessageKind.AssignedToYou, Audience.Analyst)],
            ClarificationAsked => [(MessageKind.ClarificationQuestion, Audience.Requester)],
            Answered => [(MessageKind.AnswerReceived, Audience.Analyst)],
            FeeEstimated { Estimate.Total: > 0 } => [(MessageKind.FeeEstimate, Audience.Requester)],
            FeeEstimated or WordingConfirmed => [],
            FeeAccepted => [(MessageKind.FeeDecided, Audience.Analyst)],
            FeeDeclined => [(MessageKind.FeeDecided, Audience.Analyst), (MessageKind.WithdrawnConfirmation, Audience.Requester)],
            FeeWaived => [(MessageKind.FeeWaived, Audience.Requester)],
            NdaMadeRequired => [],
            DocumentsRequested => [(MessageKind.DocumentsNeeded, Audience.Requester)],
            DocumentReceived => [(MessageKind.DocumentReceived, Audience.Analyst)],
            DocumentAccepted => [],
            DocumentRejected => [(MessageKind.DocumentRejected, Audience.Requester)],
            NdaSent => [(MessageKind.NdaToSign, Audience.Requester)],
            NdaSigned => [(MessageKind.NdaSigned, Audience.Analyst)],
            NdaExecuted => [(MessageKind.NdaExecuted, Audience.Requester)],
            NdaReused => [(MessageKind.NdaReused, Audience.Requester)],
            Approved => state.Assignee is null
                ? [(MessageKind.Approved, Audience.Requester), (MessageKind.NewRequest, Audience.Analyst)]
                : [(MessageKind.Approved, Audience.Requester)],
            Denied => [(MessageKind.Denied, Audience.Requester)],
            FamilyNotified or FamilyNoticeForbidden or StudentsDescribed => [],
            FamilyNoticeEnded => [(MessageKind.FamilyNoticeOver, Audience.Analyst)],
            ReviewBreached => [(MessageKind.ReviewBreach, Audience.Approvers), (MessageKind.ReviewBreachNotice, Audience.Administrators)],
            SuperintendentReported => [(MessageKind.SuperintendentReport, Audience.Superintendent)],
            Rerouted { Office: var office } => (Offices.InThisSystem(office), Offices.Reviews(office)) switch
            {
                (true, true) => [(MessageKind.Rerouted, Audience.Requester), (MessageKind.ReviewNeeded, Audience.Approvers)],
                (true, false) => [(MessageKind.Rerouted, Audience.Requester)],
                _ => [(MessageKind.Rerouted, Audience.Requester), (MessageKind.HandedOver, Audience.ReceivingOffice)],
            },
            Extended => [(MessageKind.Extended, Audience.Requester)],
            DeliverableAdded or CheckOverridden or ConsentExcepted or Downloaded or Noted or Reminded or AccessRevoked or DownloadCodeRefused => [],
            AccessRenewed => [(MessageKind.LinkRenewed, Audience.Requester)],
            DownloadCodeSent => [(MessageKind.DownloadCode, Audience.Requester)],
            Delivered => [(MessageKind.Delivered, Audience.Requester)],
            FileQuarantined or CheckCutOff => [],
            Recalled => [(MessageKind.Recalled, Audience.Requester), (MessageKind.RecalledNotice, Audience.Analyst)],
            DestructionFellOverdue => [(MessageKind.DestructionEscalation, Audience.Administrators), (MessageKind.DestructionOverdue, Audience.Requester)],
            DestructionReminded => [(MessageKind.DestructionReminder, Audience.Requester)],
            DestructionExempted => [(MessageKind.DestructionExempted, Audience.Requester)],
            DestructionAttested => [(MessageKind.DestructionAttested, Audience.Analyst)],
            OutreachBreached => [(MessageKind.OutreachBreach, Audience.Administrators)],
            FulfilmentBreached => [(MessageKind.FulfilmentBreach, Audience.Analyst), (MessageKind.FulfilmentLate, Audience.Requester)],
            DeadlineMoved => [(MessageKind.DeadlineMoved, Audience.Requester), (MessageKind.DeadlineMovedAnalyst, Audience.Analyst)],
            Withdrawn => [(MessageKind.WithdrawnConfirmation, Audience.Requester), (MessageKind.WithdrawnNotice, Audience.Analyst)],
            Lapsed => [(MessageKind.Lapsed, Audience.Requester)],
            Closed => [(MessageKind.Closed, Audience.Requester)],
            _ => throw new UnreachableException($"No row for {recorded.Event.GetType().Name}."),
        };
        // Where an authority asked at a school, the person who wrote it down is told as well.
        IEnumerable<(MessageKind Kind, Audience To)> school = (state.Submission.Visit, recorded.Event) switch
        {
            (null, _) => [],
            (_, Submitted) => [(MessageKind.VisitRecorded, Audience.School)],
            (_, Approved or Denied) => [(MessageKind.VisitDecided, Audience.School)],
            _ => [],
        };
        return owed.Concat(school).Select(row => new Message(row.Kind, row.To, recorded.Sequence));
    }

    private static bool IsFirst<TEvent>(RecordedEvent recorded, RequestState state) =>
        state.History.First(earlier => earlier.Event is TEvent).Sequence == recorded.Sequence;
}
