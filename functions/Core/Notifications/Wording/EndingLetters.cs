using System.Diagnostics;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said when a request ends.</summary>
internal static class EndingLetters
{
    public static Letter WithdrawnConfirmation(Occasion about) => about.ToRequester(
        about.Say.WithdrawnSubject,
        [
            about.Event switch
            {
                RequestEvents.Withdrawn => about.Say.WithdrawnWithdrew,
                RequestEvents.FeeDeclined => about.Say.WithdrawnDeclined,
                var other => throw new UnreachableException($"A request is not withdrawn by {other.GetType().Name}."),
            },
            about.Say.WithdrawnMistake,
        ],
        about.Say.LetterSeeRequest,
        Occasion.Known((about.Say.FactClosed, about.Moment(about.At))));

    public static Letter WithdrawnNotice(Occasion about) => about.ToStaff(
        "The request was withdrawn",
        [
            "The requester withdrew the request. It is closed, and there is nothing left to do.",
            .. about.About<RequestEvents.Withdrawn>().Reason is { } reason
                ? (Passage[])["Their reason:", new Passage.Quoted(about.Quote(reason))]
                : [],
        ],
        "See the request");

    public static Letter Lapsed(Occasion about) => about.ToRequester(
        about.Say.LapsedSubject,
        [about.Say.LapsedWaited(about.Say.OwedIn(about.About<RequestEvents.Lapsed>().WaitedFor)), about.Say.LapsedAgain],
        about.Say.LetterSeeRequest,
        Occasion.Known((about.Say.FactClosed, about.Moment(about.At))));

    public static Letter Closed(Occasion about) => about.ToRequester(
        about.Say.ClosedSubject,
        [
            about.Say.ClosedThanks,
            .. about.State.OwesDestruction ? (Passage[])[about.Say.ClosedDestroy(about.Day(about.State.Nda!.EndsOn!.Value))] : [],
            about.Say.ClosedTellUs,
        ],
        about.Say.LetterSeeRequest,
        Occasion.Known((about.Say.FactClosed, about.Moment(about.At))));
}
