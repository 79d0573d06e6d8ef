using Core.Requests;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What a requester is told when people decide.</summary>
internal static class DecisionLetters
{
    public static Letter Approved(Occasion about) => about.ToRequester(
        "Your data request was approved",
        [
            $"{about.NameOf(about.State.Office)} approved your request. An analyst goes on with it. You need not do anything now; if we need something, we write to you.",
            .. about.About<RequestEvents.Approved>().Note is { } note
                ? (Passage[])["The office adds:", new Passage.Quoted(about.Quote(note))]
                : [],
        ],
        "See your request",
        about.ClockFacts);

    public static Letter Denied(Occasion about)
    {
        var denied = about.About<RequestEvents.Denied>();
        return about.ToRequester(
            "Your data request was denied",
            [
                "We looked at your request with care and cannot fulfil it. It is closed. The reason:",
                new Passage.Quoted(about.Quote(denied.Reason)),
                "What you can ask for instead:",
                new Passage.Quoted(about.Quote(denied.Alternative)),
                "The office may deny a request, always with its reason in writing and with what may be asked instead (Source: ODA-03). " +
                    "If we misunderstood you, please tell us.",
            ],
            "See the decision",
            Occasion.Known(("Decided", about.Moment(about.At))));
    }

    public static Letter Rerouted(Occasion about)
    {
        var rerouted = about.About<RequestEvents.Rerouted>();
        var stays = Offices.InThisSystem(rerouted.Office);
        return about.ToRequester(
            $"Your data request now goes to {about.NameOf(rerouted.Office)}",
            [
                $"Your request is now with {about.NameOf(rerouted.Office)}. The reason:",
                new Passage.Quoted(about.Quote(rerouted.Reason)),
                stays
                    ? Offices.Reviews(rerouted.Office)
                        ? "That office decides first. You need not do anything: we write to you as soon as there is a decision."
                        : "You need not do anything. We go on with your request."
                    : "We have handed it over, so you do not have to write it again. It is closed with us. " +
                        "From here on please speak to that office. How to reach it is below.",
            ],
            "See your request",
            stays ? about.ClockFacts : about.WaysTo(rerouted.Office));
    }
}
