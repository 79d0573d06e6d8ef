using System.Diagnostics;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about fees.</summary>
internal static class FeeLetters
{
    public static Letter Estimate(Occasion about)
    {
        var estimate = about.About<FeeEstimated>().Estimate;
        return about.ToRequester(
            $"A fee estimate for your data request: {Dates.Money(estimate.Total, estimate.Currency)}",
            [
                "Your request takes work for which the district charges a fee. How it is made up is below. Please accept or decline it on your page.",
                .. estimate.Note is { } note ? (Passage[])["The analyst adds:", new Passage.Quoted(about.Quote(note))] : [],
                "Nothing is charged before you accept. Until you decide, the days we have for your request are not counted.",
                $"If you decline, the request is closed. It is also closed if no decision comes within {Dates.BusinessDays(about.Policy.FeeDecision.LapseAfter)}.",
                "Asking for less can lower the fee: fewer school years, fewer attributes. Tell us if you would like that.",
            ],
            "Accept or decline the fee",
            Breakdown(estimate),
            DecideBy(about));
    }

    public static Letter Reminder(Occasion about)
    {
        var estimate = about.About<FeeEstimated>().Estimate;
        return about.ToRequester(
            "Reminder: please decide on the fee",
            [
                $"On {about.Day(about.At)} we sent you a fee estimate. Please accept or decline it on your page.",
                "Until you decide, your request stands still. If no decision comes in time, we close it. You can always send a new one.",
            ],
            "Accept or decline the fee",
            Breakdown(estimate),
            DecideBy(about));
    }

    public static Letter Waived(Occasion about) => about.ToRequester(
        "No fee for your data request",
        ["Good news: the office has waived the fee. You pay nothing and need not do anything. We go on with your request."],
        "See your request",
        about.ClockFacts);

    public static Letter Decided(Occasion about) => about.Event switch
    {
        FeeAccepted => about.ToStaff(
            "The requester accepted the fee",
            ["The requester accepted the fee. Please go on with the request."],
            "Go on with the request",
            about.ClockFacts,
            about.Context.Standing.DueAt is { } due ? $"It is due on {about.Moment(due)}." : null),
        FeeDeclined => about.ToStaff(
            "The requester declined the fee",
            ["The requester declined the fee. The request is closed, and there is nothing left to do."],
            "See the request"),
        var other => throw new UnreachableException($"A fee is not decided by {other.GetType().Name}."),
    };

    private static IEnumerable<Fact> Breakdown(Core.Fees.FeeEstimate estimate) =>
    [
        .. estimate.Lines.Select(line => new Fact(Discretion.Line(line.Label), Dates.Money(line.Amount, estimate.Currency))),
        new("Total", Dates.Money(estimate.Total, estimate.Currency)),
    ];

    private static string DecideBy(Occasion about) => $"Please decide by {about.After(about.Policy.FeeDecision.LapseAfter)}.";
}
