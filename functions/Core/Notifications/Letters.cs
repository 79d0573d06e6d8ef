using System.Diagnostics;
using Core.Notifications.Wording;
using Core.Requests;

namespace Core.Notifications;

/// <summary>
/// The words of every message. This is the index; the words themselves are in <c>Wording/</c>, a file per theme. A new
/// message is a kind, a row here and its words.
/// </summary>
public static class Letters
{
    /// <summary>Writes the letter for a message. The same message, request and surroundings give the same words.</summary>
    public static Letter Write(Message message, RequestState state, LetterContext context)
    {
        var about = new Occasion(message, state, context);
        return message.Kind switch
        {
            MessageKind.Confirmation => ArrivalLetters.Confirmation(about),
            MessageKind.Redirected => ArrivalLetters.Redirected(about),
            MessageKind.Refused => ArrivalLetters.Refused(about),
            MessageKind.HandedOver => OfficeLetters.HandedOver(about),
            MessageKind.ReviewNeeded => OfficeLetters.ReviewNeeded(about),
            MessageKind.NewRequest => OfficeLetters.NewRequest(about),
            MessageKind.OutreachNudge => OfficeLetters.OutreachNudge(about),
            MessageKind.OutreachBreach => OfficeLetters.OutreachBreach(about),
            MessageKind.AssignedToYou => OfficeLetters.AssignedToYou(about),

            MessageKind.AssignedToAnalyst => ClarificationLetters.AssignedToAnalyst(about),
            MessageKind.ClarificationQuestion => ClarificationLetters.Question(about),
            MessageKind.ClarificationReminder => ClarificationLetters.Reminder(about),
            MessageKind.AnswerReceived => ClarificationLetters.AnswerReceived(about),

            MessageKind.FeeEstimate => FeeLetters.Estimate(about),
            MessageKind.FeeReminder => FeeLetters.Reminder(about),
            MessageKind.FeeWaived => FeeLetters.Waived(about),
            MessageKind.FeeDecided => FeeLetters.Decided(about),

            MessageKind.DocumentsNeeded => DocumentLetters.Needed(about),
            MessageKind.DocumentsReminder => DocumentLetters.Reminder(about),
            MessageKind.DocumentReceived => DocumentLetters.Received(about),
            MessageKind.DocumentRejected => DocumentLetters.Rejected(about),

            MessageKind.NdaToSign => AgreementLetters.ToSign(about),
            MessageKind.NdaReminder => AgreementLetters.Reminder(about),
            MessageKind.NdaSigned => AgreementLetters.Signed(about),
            MessageKind.NdaExecuted => AgreementLetters.Executed(about),
            MessageKind.NdaReused => AgreementLetters.Reused(about),

            MessageKind.Approved => DecisionLetters.Approved(about),
            MessageKind.Denied => DecisionLetters.Denied(about),
            MessageKind.Rerouted => DecisionLetters.Rerouted(about),

            MessageKind.Extended => DeadlineLetters.Extended(about),
            MessageKind.DeadlineMoved => DeadlineLetters.Moved(about),
            MessageKind.DeadlineMovedAnalyst => DeadlineLetters.MovedAnalyst(about),
            MessageKind.FulfilmentWarning => DeadlineLetters.Warning(about),
            MessageKind.FulfilmentBreach => DeadlineLetters.Breach(about),
            MessageKind.FulfilmentEscalation => DeadlineLetters.Escalation(about),
            MessageKind.FulfilmentLate => DeadlineLetters.Late(about),

            MessageKind.Delivered => DeliveryLetters.Delivered(about),
            MessageKind.LinkReminder => DeliveryLetters.LinkReminder(about),
            MessageKind.LinkRenewed => AccessLetters.LinkRenewed(about),
            MessageKind.DownloadCode => AccessLetters.DownloadCode(about),
            MessageKind.Recalled => DeliveryLetters.Recalled(about),
            MessageKind.RecalledNotice => DeliveryLetters.RecalledNotice(about),
            MessageKind.DestructionDue => DestructionLetters.Due(about),
            MessageKind.DestructionReminder => DestructionLetters.Reminder(about),
            MessageKind.DestructionOverdue => DestructionLetters.Overdue(about),
            MessageKind.DestructionEscalation => DestructionLetters.Escalation(about),
            MessageKind.DestructionExempted => DestructionLetters.Exempted(about),
            MessageKind.DestructionAttested => DestructionLetters.Attested(about),

            MessageKind.WithdrawnConfirmation => EndingLetters.WithdrawnConfirmation(about),
            MessageKind.WithdrawnNotice => EndingLetters.WithdrawnNotice(about),
            MessageKind.Lapsed => EndingLetters.Lapsed(about),
            MessageKind.Closed => EndingLetters.Closed(about),

            MessageKind.VisitRecorded => AuthorityLetters.VisitRecorded(about),
            MessageKind.VisitDecided => AuthorityLetters.VisitDecided(about),
            MessageKind.ReviewWarning => AuthorityLetters.ReviewWarning(about),
            MessageKind.ReviewBreach or MessageKind.ReviewBreachNotice => AuthorityLetters.ReviewBreach(about),
            MessageKind.ReviewEscalation => AuthorityLetters.ReviewEscalation(about),
            MessageKind.SuperintendentReport => AuthorityLetters.Report(about),
            MessageKind.SuperintendentReportDue => AuthorityLetters.ReportDue(about),
            MessageKind.FamilyNoticeOver => AuthorityLetters.FamilyNoticeOver(about),
            _ => throw new UnreachableException($"No letter for {message.Kind}."),
        };
    }
}
