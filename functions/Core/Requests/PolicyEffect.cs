using NodaTime;

namespace Core.Requests;

/// <summary>Something about an open request that another policy would change.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="From">When it is due now; null where it is not.</param>
/// <param name="To">When it would be due; null where it would not.</param>
public sealed record PolicyEffect(string What, Instant? From, Instant? To);

/// <summary>
/// What a change of the policy does to a request that is open: the waits it is in follow the policy in force, so they end earlier or
/// later. Days once promised do not: a fulfilment clock keeps those it was started with (policy section 4).
/// </summary>
public static class PolicyEffects
{
    /// <summary>The effects, the earliest first.</summary>
    /// <param name="state">The request.</param>
    /// <param name="before">The circumstances now.</param>
    /// <param name="after">The same with the other policy.</param>
    public static IReadOnlyList<PolicyEffect> Of(RequestState state, Circumstances before, Circumstances after)
    {
        var (now, then) = (Due(state, before), Due(state, after));
        return
        [
            .. now.Keys.Union(then.Keys)
                .Select(what => new PolicyEffect(what, At(now, what), At(then, what)))
                .Where(effect => effect.From != effect.To)
                .OrderBy(effect => effect.To ?? effect.From).ThenBy(effect => effect.What, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, Instant> Due(RequestState state, Circumstances circumstances) =>
        Timeouts.Of(state, circumstances).GroupBy(timeout => Say(timeout.Event)).ToDictionary(same => same.Key, same => same.Min(timeout => timeout.At));

    private static Instant? At(Dictionary<string, Instant> due, string what) => due.TryGetValue(what, out var at) ? at : null;

    private static string Say(RequestEvent happens) => happens switch
    {
        RequestEvent.OutreachBreached => "Reaching out counts as late",
        RequestEvent.FulfilmentBreached => "The deadline",
        RequestEvent.Closed => "It closes by itself",
        RequestEvent.Lapsed { WaitedFor: RequestStatus.AwaitingClarification } => "It lapses without an answer",
        RequestEvent.Lapsed { WaitedFor: RequestStatus.AwaitingFeeDecision } => "It lapses without a fee decision",
        RequestEvent.Lapsed { WaitedFor: RequestStatus.AwaitingDocuments } => "It lapses without the documents",
        RequestEvent.Lapsed => "It lapses without a signature",
        _ => "The review counts as late",
    };
}
