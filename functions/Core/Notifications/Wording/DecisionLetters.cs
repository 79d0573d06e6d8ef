using Core.Requests;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What a requester is told when people decide.</summary>
internal static class DecisionLetters
{
    public static Letter Approved(Occasion about) => about.ToRequester(
        about.Say.ApprovedSubject,
        [
            about.Say.ApprovedNews(about.NameOf(about.State.Office)),
            .. about.About<RequestEvents.Approved>().Note is { } note
                ? (Passage[])[about.Say.LetterOfficeAdds, new Passage.Quoted(about.Quote(note))]
                : [],
            .. about.About<RequestEvents.Approved>().Conditions is { } conditions
                ? (Passage[])[about.Say.ApprovedConditions, new Passage.Quoted(about.Quote(conditions))]
                : [],
            .. about.About<RequestEvents.Approved>().ApprovedInformation is { } only
                ? (Passage[])[about.Say.ApprovedOnly, new Passage.Listed([.. only.Select(about.QuoteLine)])]
                : [],
        ],
        about.Say.LetterSeeRequest,
        about.ClockFacts);

    public static Letter Denied(Occasion about)
    {
        var denied = about.About<RequestEvents.Denied>();
        return about.ToRequester(
            about.Say.DeniedSubject,
            [
                about.Say.DeniedBecause,
                new Passage.Quoted(about.Quote(denied.Reason)),
                about.Say.DeniedInstead,
                new Passage.Quoted(about.Quote(denied.Alternative)),
                about.Say.DeniedRight,
            ],
            about.Say.LetterSeeDecision,
            Occasion.Known((about.Say.FactDecided, about.Moment(about.At))));
    }

    public static Letter Rerouted(Occasion about)
    {
        var rerouted = about.About<RequestEvents.Rerouted>();
        var stays = Offices.InThisSystem(rerouted.Office);
        return about.ToRequester(
            about.Say.RedirectedSubject(about.NameOf(rerouted.Office)),
            [
                about.Say.ReroutedBecause(about.NameOf(rerouted.Office)),
                new Passage.Quoted(about.Quote(rerouted.Reason)),
                !stays ? about.Say.ReroutedThere : Offices.Reviews(rerouted.Office) ? about.Say.ReroutedDecides : about.Say.ReroutedGoesOn,
            ],
            about.Say.LetterSeeRequest,
            stays ? about.ClockFacts : about.WaysTo(rerouted.Office));
    }
}
