using Core.Disclosure;
using Core.Policy;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>
/// The one-time code of a file of identifiable data, as the events say it stands. The code itself is nowhere: it follows from a key of
/// the server and the event that sent it.
/// </summary>
/// <param name="Sequence">The event that sent it.</param>
/// <param name="ExpiresAt">It opens nothing from then on.</param>
/// <param name="WrongTries">How often a wrong one was given since.</param>
public sealed record DownloadCode(int Sequence, Instant ExpiresAt, int WrongTries)
{
    /// <summary>Whether this reader needs one: the requester, for data that names students. Staff are known by their sign-in.</summary>
    public static bool IsNeeded(RequestState state, Actor by) => by is not Actor.Staff && Entries.AreOwed(state);

    /// <summary>The code sent last for a file; null where none was, or it has opened the file already.</summary>
    public static DownloadCode? Of(RequestState state, string deliverableId)
    {
        var wrong = 0;
        foreach (var recorded in state.History.Reverse())
        {
            switch (recorded)
            {
                case { Event: DownloadCodeRefused refused } when refused.DeliverableId == deliverableId:
                    wrong++;
                    break;
                case { By: Actor.TheRequester, Event: Downloaded downloaded } when downloaded.DeliverableId == deliverableId:
                    return null;
                case { Event: DownloadCodeSent sent } when sent.DeliverableId == deliverableId:
                    return new(recorded.Sequence, sent.ExpiresAt, wrong);
            }
        }

        return null;
    }

    /// <summary>It still opens its file.</summary>
    public bool IsLive(Instant now, AccessRules rules) => now < ExpiresAt && WrongTries < rules.CodeTries;
}

/// <summary>What a code given with a download was found to be.</summary>
/// <param name="Sequence">The event whose code it was compared with.</param>
/// <param name="IsRight">It is that code.</param>
public sealed record CodeGiven(int Sequence, bool IsRight);
