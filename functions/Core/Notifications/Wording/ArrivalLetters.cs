using Core.Routing;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What a requester is told when a request comes in.</summary>
internal static class ArrivalLetters
{
    public static Letter Confirmation(Occasion about)
    {
        var decision = DecisionOf(about);
        return about.ToRequester(
            about.Say.ArrivalSubject,
            [
                about.Say.ArrivalThanks,
                decision.Disposition != Disposition.Review ? Analyst(about, decision)
                    : decision.Expedited ? about.Say.ArrivalDecidesUrgently(about.NameOf(decision.Office)) : about.Say.ArrivalDecides(about.NameOf(decision.Office)),
                .. PartRefused(about, decision),
                .. Needed(about, decision),
                about.Say.ArrivalWhyThisWay,
                new Passage.Listed(Reasons(about, decision)),
            ],
            about.Say.LetterSeeRequest,
            Occasion.Known(
                (about.Say.FactReceived, about.Moment(about.At)),
                (about.Say.FactData, about.Say.MeaningOf(decision.EffectiveLevel)),
                (about.Say.FactHandledBy, about.NameOf(decision.Office)))
                .Concat(about.ClockFacts));
    }

    public static Letter Redirected(Occasion about)
    {
        var decision = DecisionOf(about);
        return about.ToRequester(
            about.Say.RedirectedSubject(about.NameOf(decision.Office)),
            [
                about.Say.RedirectedHandedOver(about.NameOf(decision.Office)),
                about.Say.RedirectedWhy,
                new Passage.Listed(Reasons(about, decision)),
                .. Alternative(about, decision),
                about.Say.RedirectedThere,
            ],
            about.Say.RedirectedSee,
            about.WaysTo(decision.Office));
    }

    public static Letter Refused(Occasion about)
    {
        var decision = DecisionOf(about);
        return about.ToRequester(
            about.Say.RefusedSubject,
            [
                about.Say.RefusedClosed,
                about.Say.RedirectedWhy,
                new Passage.Listed(Reasons(about, decision)),
                .. Alternative(about, decision),
                about.Say.RefusedAgain,
            ],
            about.Say.LetterSeeDecision,
            Occasion.Known((about.Say.FactData, about.Say.MeaningOf(decision.EffectiveLevel)), (about.Say.FactDecided, about.Moment(about.At))));
    }

    private static Decision DecisionOf(Occasion about) => about.About<Submitted>().Decision.In(about.Say, about.Submission, about.Policy);

    private static IReadOnlyList<string> Reasons(Occasion about, Decision decision) =>
        [.. decision.Reasons.Select(reason => about.Say.ReasonWithSource(Discretion.Line(reason.Text), reason.Source))];

    private static IEnumerable<Passage> Alternative(Occasion about, Decision decision) =>
        string.IsNullOrWhiteSpace(decision.Alternative) ? [] : [about.Say.RedirectedInstead(Discretion.Line(decision.Alternative))];

    private static IEnumerable<Passage> PartRefused(Occasion about, Decision decision) => decision.RefusedAttributes.Count == 0 ? [] :
        [about.Say.ArrivalPartRefused, new Passage.Listed([.. decision.RefusedAttributes.Select(about.QuoteLine)])];

    private static IEnumerable<Passage> Needed(Occasion about, Decision decision) => decision.Requirements.Count == 0 ? [] :
    [
        about.Say.ArrivalNeeded,
        // One document is both where both are required.
        new Passage.Listed([.. decision.Requirements
            .Where(one => one != Requirement.Nda || !decision.Requirements.Contains(Requirement.DataSharingAgreement)).Select(about.Say.ToHandIn)]),
    ];

    private static string Analyst(Occasion about, Decision decision)
    {
        var say = about.Say;
        var analyst = decision.ClarifyWithinBusinessDays is { } within ? say.ArrivalAnalystWithin(say.CountBusinessDays(within)) : say.ArrivalAnalystSoon;
        return decision.FulfilWithinBusinessDays is not { } days ? analyst
            : decision.Requirements.Contains(Requirement.Nda) || decision.Requirements.Contains(Requirement.DataSharingAgreement)
                ? say.ArrivalFulfilAgreement(analyst, say.CountBusinessDays(days))
                : say.ArrivalFulfil(analyst, say.CountBusinessDays(days));
    }
}
