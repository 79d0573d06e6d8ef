using System.Diagnostics;
using Core.Requests;
using NodaTime;
using NodaTime.Text;

namespace Service.Engine;

/// <summary>What a request waits for, in words for the people who run the system. Times are the office's. No name, no address.</summary>
internal static class WaitingWords
{
    private static readonly ZonedDateTimePattern Minute = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm", null);

    /// <summary>Says what is waited for, when that wait ends by itself, and when the engine looks next.</summary>
    public static string Of(RequestState state, Instant? next, Circumstances circumstances)
    {
        var what = What(Standing.StatusOf(state));
        var end = Timeouts.Of(state, circumstances) is [var first, ..] ? $" until {At(first.At)}" : "";
        var look = next is { } at && (end.Length == 0 || Timeouts.Of(state, circumstances)[0].At != at) ? $"; next look {At(at)}" : "";
        return what + end + look;

        string At(Instant instant) => Minute.Format(instant.InZone(circumstances.Calendar.Zone));
    }

    private static string What(RequestStatus status) => status switch
    {
        RequestStatus.Submitted => "waiting for an analyst",
        RequestStatus.AwaitingApproval => "waiting for the approval",
        RequestStatus.AwaitingClarification => "waiting for the answer to a question",
        RequestStatus.AwaitingFeeDecision => "waiting for the decision on the fee",
        RequestStatus.AwaitingDocuments => "waiting for documents",
        RequestStatus.AwaitingNda => "waiting for the NDA signature",
        RequestStatus.InProgress => "waiting for the files",
        RequestStatus.Delivered => "delivered; its links are open",
        RequestStatus.Redirected or RequestStatus.Refused or RequestStatus.Denied or RequestStatus.Withdrawn or RequestStatus.Lapsed
            or RequestStatus.Closed => "ended",
        _ => throw new UnreachableException(),
    };
}
