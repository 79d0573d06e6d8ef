using System.Diagnostics;
using Core.Languages;
using Core.Requests;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>Where a request stands and whose turn it is, in one sentence to the requester.</summary>
internal sealed record StandingWords(RequestPage Page, Dates Dates, Texts Say)
{
    private RequestState State => Page.State;

    /// <summary>Whose turn it is, in a few words.</summary>
    public string Turn => Page.Standing.WaitingOn switch
    {
        WaitingOn.Requester => Say.TurnRequester,
        WaitingOn.Office => Say.TurnOffice,
        WaitingOn.Approver => Say.TurnApprover,
        null when State.OwesDestruction && State.Ending is not null => Say.TurnOwed,
        null when Page.Standing.Status == RequestStatus.Delivered => Say.TurnReady,
        null => Say.TurnFinished,
        _ => throw new UnreachableException(),
    };

    /// <summary>The sentence.</summary>
    public string Sentence => Page.Standing.Status switch
    {
        RequestStatus.Submitted when State.OutreachBreached => Say.StandOutreachLate,
        RequestStatus.Submitted => Page.ContactBy is { } contact ? Say.StandSubmittedBy(Dates.Day(contact)) : Say.StandSubmitted,
        RequestStatus.AwaitingApproval => Say.StandApproval(Page.Office.Name),
        RequestStatus.AwaitingClarification => Say.StandClarification,
        RequestStatus.AwaitingFeeDecision => Say.StandFee,
        RequestStatus.AwaitingDocuments => Page.Standing.WaitingOn == WaitingOn.Requester ? Say.StandDocuments : Say.StandDocumentsHere,
        RequestStatus.AwaitingNda => Page.Standing.WaitingOn == WaitingOn.Requester ? Say.StandNda : Say.StandNdaSigned,
        RequestStatus.InProgress => InProgress,
        RequestStatus.Delivered => Page.Files.Any(file => file.IsLive(Dates.Now)) ? Say.StandReady : Say.StandDelivered,
        RequestStatus.Redirected => Say.StandRedirected(Page.Office.Name, Dates.Day(State.EndedAt ?? State.SubmittedAt)),
        RequestStatus.Refused => Say.StandRefused,
        RequestStatus.Denied => Say.StandDenied,
        RequestStatus.Withdrawn => Say.StandWithdrawn,
        RequestStatus.Lapsed => Say.StandLapsed,
        RequestStatus.Closed => Say.StandClosed,
        _ => throw new UnreachableException(),
    };

    /// <summary>The stages a request passes, and where this one is: -1 done, 0 now, 1 to come.</summary>
    public IEnumerable<(string Name, int Where)> Stages
    {
        get
        {
            List<string> names =
            [
                Say.StageSent,
                .. State.NeedsApproval || State.ApprovedAt is not null ? [Say.StageApproval] : Array.Empty<string>(),
                Say.StageQuestions,
                .. State.Documents.Count > 0 ? [Say.StageDocuments] : Array.Empty<string>(),
                .. State.NeedsNda ? [Say.StageAgreement] : Array.Empty<string>(),
                Say.StageWork,
                Say.StageDelivered,
            ];
            var now = names.IndexOf(Page.Standing.Status switch
            {
                RequestStatus.AwaitingApproval => Say.StageApproval,
                RequestStatus.Submitted => Say.StageSent,
                RequestStatus.AwaitingClarification or RequestStatus.AwaitingFeeDecision => Say.StageQuestions,
                RequestStatus.AwaitingDocuments => Say.StageDocuments,
                RequestStatus.AwaitingNda => Say.StageAgreement,
                RequestStatus.InProgress => Say.StageWork,
                _ => Say.StageDelivered,
            });
            return names.Select((name, index) => (name, index.CompareTo(now)));
        }
    }

    private string InProgress => Page.Standing.DueAt is not { } due ? Say.StandProgressOpen
        : due < Dates.Now ? Say.StandLate(Dates.Day(due)) : Say.StandProgress(Dates.Day(due));
}
