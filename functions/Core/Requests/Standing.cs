using Core.Calendar;
using NodaTime;

namespace Core.Requests;

/// <summary>Where a request stands at one moment: the same answer for page, API, queue and engine.</summary>
/// <param name="Status">Derived, the first that holds in the contract's order.</param>
/// <param name="WaitingOn">Whose turn it is; null where nobody owes anything.</param>
/// <param name="Clock">The fulfilment clock; null before it starts.</param>
/// <param name="DueAt">The fulfilment deadline; null before an NDA that is required is executed and after an ending.</param>
public sealed record Standing(RequestStatus Status, WaitingOn? WaitingOn, ClockReading? Clock, Instant? DueAt)
{
    /// <summary>Where the request stands now.</summary>
    public static Standing Of(RequestState state, Circumstances circumstances)
    {
        var status = StatusOf(state);
        var clock = state.ClockStarted
            ? Core.Calendar.Clock.Read(
                state.Ledger, circumstances.Calendar, circumstances.Now, circumstances.Policy.Fulfilment.WarnAtPercent)
            : null;
        return new(status, Turn(state, status), clock, state.Ending is null && !state.NdaPending ? clock?.DueAt : null);
    }

    /// <summary>The status, which no clock is needed for.</summary>
    public static RequestStatus StatusOf(RequestState state) => state switch
    {
        { Ending: { } ending } => ending,
        { DeliveredAt: not null } => RequestStatus.Delivered,
        { NeedsApproval: true } => RequestStatus.AwaitingApproval,
        { Assignee: null } => RequestStatus.Submitted,
        { OpenClarification: not null } => RequestStatus.AwaitingClarification,
        { Fee.Decision: FeeDecision.Pending } => RequestStatus.AwaitingFeeDecision,
        { DocumentsPending: true } => RequestStatus.AwaitingDocuments,
        { NdaPending: true } => RequestStatus.AwaitingNda,
        _ => RequestStatus.InProgress,
    };

    private static WaitingOn? Turn(RequestState state, RequestStatus status) => status switch
    {
        RequestStatus.AwaitingApproval => Requests.WaitingOn.Approver,
        RequestStatus.Submitted or RequestStatus.InProgress => Requests.WaitingOn.Office,
        RequestStatus.AwaitingClarification or RequestStatus.AwaitingFeeDecision => Requests.WaitingOn.Requester,
        RequestStatus.AwaitingDocuments => state.DocumentsMissing ? Requests.WaitingOn.Requester : Requests.WaitingOn.Office,
        RequestStatus.AwaitingNda => state.Nda?.Signature is null ? Requests.WaitingOn.Requester : Requests.WaitingOn.Office,
        _ => null,
    };
}
