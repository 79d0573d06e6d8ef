using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>A clock of a request that was started, and the policy in force then: for whoever has to prove which rules a wait began under.</summary>
/// <param name="Clock">What it counts, in words.</param>
/// <param name="At">When it was started.</param>
/// <param name="PolicyVersion">The version of the policy in force; null where it was recorded before versions were kept with every event.</param>
public sealed record ClockStart(string Clock, Instant At, int? PolicyVersion)
{
    /// <summary>All clocks that were ever started, the oldest first (policy section 4).</summary>
    public static IReadOnlyList<ClockStart> Of(RequestState state) =>
    [
        .. state.History
            .Select(recorded => (recorded.At, Clock: Started(recorded.Event, state), recorded.PolicyVersion))
            .Where(start => start.Clock is not null)
            .Select(start => new ClockStart(start.Clock!, start.At, start.PolicyVersion))
            // The days of fulfilment were promised with the decision, so they are those of the policy it was made under.
            .Concat(state.Ledger.Take(1).Select(first => new ClockStart("Fulfilment", first.At, first.PolicyVersion)))
            .OrderBy(start => start.At),
    ];

    private static string? Started(RequestEvent happened, RequestState state) => happened switch
    {
        Submitted when state.Decision is { Expedited: true } => "The expedited review",
        Submitted { Decision.Disposition: not Disposition.Review } => "Reaching out to the requester",
        Approved => "Reaching out to the requester",
        ClarificationAsked => "The answer to a question",
        FeeEstimated { Estimate.Total: > 0 } => "The fee decision",
        DocumentsRequested => "Handing in the documents",
        NdaSent => "Signing the agreement",
        FamilyNotified => "The family's time to object",
        FulfilmentBreached => "The escalation of the missed deadline",
        Delivered => "Fetching the files",
        DestructionFellOverdue => "Reminders of the destruction",
        _ => null,
    };
}
