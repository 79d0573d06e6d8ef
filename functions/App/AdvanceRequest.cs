using Core.Requests;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Service.Desk;
using Service.Engine;
using Service.Storage;

namespace App;

/// <summary>What a request waits for.</summary>
/// <param name="Words">For people who look at the instance.</param>
/// <param name="WakeAt">In UTC; null where only an event can change anything.</param>
/// <param name="Over">Nothing will ever be owed: the instance may end. A later change starts it again.</param>
internal sealed record Outlook(string Words, DateTime? WakeAt, bool Over);

/// <summary>The activity: what is owed is done and recorded, as the engine of one machine does it.</summary>
internal sealed class AdvanceRequest(Advance advance, EventStore store, RequestDesk desk, CurrentCircumstances current, IClock clock)
{
    [Function(nameof(AdvanceRequest))]
    public async Task<Outlook> RunAsync([ActivityTrigger] string requestId, CancellationToken cancel)
    {
        // The wake-up that has come is struck off with this, or the sweep would take the request for late.
        var wake = (await store.LoadAsync(requestId, cancel))?.Head.WakeAt;
        var advanced = await advance.RunAsync(requestId, wake <= clock.GetCurrentInstant() ? new(requestId, wake.Value) : null, cancel);
        var again = advanced.RetryAfter is { } wait ? clock.GetCurrentInstant() + Duration.FromTimeSpan(wait) : (Instant?)null;
        var next = again ?? advanced.NextWake;
        if (await desk.FindAsync(requestId, cancel) is not { } state)
        {
            return new("there is no such request", null, Over: true);
        }

        var standing = Standing.Of(state, await current.NowAsync(cancel));
        return new(Words(standing, again, next), next?.ToDateTimeUtc(), Over: next is null && state.Ending is not null);
    }

    private static string Words(Standing standing, Instant? again, Instant? next)
    {
        var until = next is { } at ? $" until {at.InUtc():uuuu-MM-dd HH:mm} UTC" : "";
        return again is not null ? $"something failed or is busy: waiting to try again{until}" : $"{What(standing.Status)}{until}";
    }

    private static string What(RequestStatus status) => status switch
    {
        RequestStatus.Submitted => "waiting for an analyst",
        RequestStatus.AwaitingApproval => "waiting for the approval",
        RequestStatus.AwaitingClarification => "waiting for an answer to the question",
        RequestStatus.AwaitingFeeDecision => "waiting for the decision on the fee",
        RequestStatus.AwaitingDocuments => "waiting for documents",
        RequestStatus.AwaitingNda => "waiting for the NDA signature",
        RequestStatus.InProgress => "waiting for the files",
        RequestStatus.Delivered => "delivered; waiting for what is left to do",
        _ => "ended",
    };
}
