using Core.Routing;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What a requester is told when a request comes in.</summary>
internal static class ArrivalLetters
{
    public static Letter Confirmation(Occasion about)
    {
        var decision = about.About<Submitted>().Decision;
        return about.ToRequester(
            "We received your data request",
            [
                "Thank you for your request. We received it and gave it a number, which is below. Please keep this message: its link opens your page.",
                .. decision.Disposition == Disposition.Review
                    ? (Passage[])[$"{about.NameOf(decision.Office)} decides on it first." +
                        (decision.Expedited ? " It was marked as urgent." : "") + " We write to you as soon as there is a decision."]
                    : [$"An analyst will be in touch {WithinDays(decision.ClarifyWithinBusinessDays)}." + Fulfilment(decision)],
                .. Refused(about, decision),
                .. Needed(decision),
                "Why we handle it this way:",
                new Passage.Listed(Reasons(decision)),
            ],
            "See your request",
            Occasion.Known(
                ("Received", about.Moment(about.At)),
                ("Data", Words.For(decision.EffectiveLevel)),
                ("Handled by", about.NameOf(decision.Office)))
                .Concat(about.ClockFacts));
    }

    public static Letter Redirected(Occasion about)
    {
        var decision = about.About<Submitted>().Decision;
        return about.ToRequester(
            $"Your data request now goes to {about.NameOf(decision.Office)}",
            [
                $"Thank you for your request. It belongs with another office: {about.NameOf(decision.Office)}. " +
                    "We have handed it over, so you do not have to write it again. It is closed with us.",
                "Why:",
                new Passage.Listed(Reasons(decision)),
                .. Alternative(decision),
                "From here on please speak to that office. How to reach it is below.",
            ],
            "See what became of it",
            about.WaysTo(decision.Office));
    }

    public static Letter Refused(Occasion about)
    {
        var decision = about.About<Submitted>().Decision;
        return about.ToRequester(
            "We cannot release the data you asked for",
            [
                "Thank you for your request. We looked at it and cannot release what you asked for. The request is closed.",
                "Why:",
                new Passage.Listed(Reasons(decision)),
                .. Alternative(decision),
                "You are welcome to send a new request at any time.",
            ],
            "See the decision",
            Occasion.Known(("Data", Words.For(decision.EffectiveLevel)), ("Decided", about.Moment(about.At))));
    }

    private static IReadOnlyList<string> Reasons(Decision decision) =>
        [.. decision.Reasons.Select(reason => $"{Discretion.Line(reason.Text)} (Source: {reason.Source})")];

    private static IEnumerable<Passage> Alternative(Decision decision) =>
        string.IsNullOrWhiteSpace(decision.Alternative) ? [] : [$"What you can do instead: {Discretion.Line(decision.Alternative)}"];

    private static IEnumerable<Passage> Refused(Occasion about, Decision decision) => decision.RefusedAttributes.Count == 0 ? [] :
    [
        "One part we cannot give. The rest of your request goes on without it:",
        new Passage.Listed([.. decision.RefusedAttributes.Select(about.QuoteLine)]),
    ];

    private static IEnumerable<Passage> Needed(Decision decision) => decision.Requirements.Count == 0 ? [] :
    [
        "Before data can leave, these have to be there. You need not do anything yet: we ask for each of them when it is its turn.",
        // One document is both where both are required.
        new Passage.Listed([.. decision.Requirements
            .Where(one => one != Requirement.Nda || !decision.Requirements.Contains(Requirement.DataSharingAgreement)).Select(Words.For)]),
    ];

    private static string WithinDays(int? days) => days is { } within ? $"within {Dates.BusinessDays(within)}" : "soon";

    private static string Fulfilment(Decision decision) => decision.FulfilWithinBusinessDays is not { } days ? ""
        : decision.Requirements.Contains(Requirement.Nda) || decision.Requirements.Contains(Requirement.DataSharingAgreement)
            ? $" We fulfil requests like yours within {Dates.BusinessDays(days)}, counted from the day on which the agreement is signed by both sides."
            : $" We fulfil requests like yours within {Dates.BusinessDays(days)}.";
}
