using Core.Requests;
using NodaTime;
using Service.Storage.Events;

namespace Service.Engine;

/// <summary>What an engine has to know about a request: what to do now, and how long to sleep then.</summary>
/// <param name="Words">For people who look at an instance: "waiting for the NDA signature until 2026-03-30 17:00; next look 2026-03-09 17:00".</param>
/// <param name="Owed">Ids of the effects that are due and not done, in the order to do them in.</param>
/// <param name="WakeAt">When to look again, by the office's clock; null where only a change can bring anything about.</param>
/// <param name="Over">Nothing will ever be owed by itself: an instance may end. A later change starts it again.</param>
internal sealed record Outlook(string Words, IReadOnlyList<string> Owed, Instant? WakeAt, bool Over)
{
    /// <summary>There is no such request.</summary>
    public static readonly Outlook Nothing = new("there is no such request", [], null, Over: true);

    /// <summary>Another process is at this request at the moment.</summary>
    public static Outlook Busy(Instant lookAgain) => new("another process is at it", [], lookAgain, Over: false);

    /// <summary>The outlook as things stand.</summary>
    public static Outlook Of(StoredRequest request, Circumstances circumstances)
    {
        var owed = DueNow(request, circumstances).Select(effect => effect.Id).ToList();
        var next = Core.Requests.Owed.NextWake(request.State, request.Done, circumstances);
        return new(WaitingWords.Of(request.State, next, circumstances), owed, next, next is null && request.State.Ending is not null);
    }

    /// <summary>The effects that are due and not done.</summary>
    public static IEnumerable<OwedEffect> DueNow(StoredRequest request, Circumstances circumstances) =>
        Core.Requests.Owed.Effects(request.State, circumstances)
            .Where(effect => effect.DueAt <= circumstances.Now && !request.Done.Contains(effect.Id));
}
