using System.Diagnostics;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said when a request ends.</summary>
internal static class EndingLetters
{
    public static Letter WithdrawnConfirmation(Occasion about) => about.ToRequester(
        "Your data request is closed",
        [
            about.Event switch
            {
                RequestEvents.Withdrawn => "You withdrew your request, and we have closed it. Nothing more happens with it.",
                RequestEvents.FeeDeclined => "You declined the fee, so we have closed your request. You pay nothing, and nothing more happens with it. " +
                    "Asking for less, such as fewer school years, can lower a fee or make it nothing.",
                var other => throw new UnreachableException($"A request is not withdrawn by {other.GetType().Name}."),
            },
            "If this was a mistake, please send a new request.",
        ],
        "See your request",
        Occasion.Known(("Closed", about.Moment(about.At))));

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
        "We have closed your data request",
        [
            $"We waited for {Words.OwedIn(about.About<RequestEvents.Lapsed>().WaitedFor)}, and reminded you. Nothing came in time, so we have closed the request.",
            "You can ask again whenever you like: send a new request, and mention the number below. What you told us before is still on your page.",
        ],
        "See your request",
        Occasion.Known(("Closed", about.Moment(about.At))));

    public static Letter Closed(Occasion about) => about.ToRequester(
        "Your data request is complete",
        [
            "Your request is complete, and we have closed it. Thank you for working with us.",
            .. about.State.OwesDestruction
                ? (Passage[])[$"One thing stays: the data has to be destroyed when the agreement ends, on {about.Day(about.State.Nda!.EndsOn!.Value)}. We write to you then."]
                : [],
            "If something is not right with the data, please tell us.",
        ],
        "See your request",
        Occasion.Known(("Closed", about.Moment(about.At))));
}
