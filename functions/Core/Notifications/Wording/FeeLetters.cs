using System.Diagnostics;
using Core.Fees;
using Core.Languages;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about fees.</summary>
internal static class FeeLetters
{
    public static Letter Estimate(Occasion about)
    {
        var estimate = about.About<FeeEstimated>().Estimate;
        return about.ToRequester(
            about.Say.FeeSubject(about.Say.Money(estimate.Total, estimate.Currency)),
            [
                about.Say.FeeWhy,
                .. estimate.Note is { } note ? (Passage[])[about.Say.LetterAnalystAdds, new Passage.Quoted(about.Quote(note))] : [],
                about.Say.FeeBefore,
                about.Say.FeeLapse(about.Say.CountBusinessDays(about.Policy.FeeDecision.LapseAfter)),
                about.Say.FeeLower,
            ],
            about.Say.FeeDo,
            Breakdown(estimate, about.Say),
            DecideBy(about));
    }

    public static Letter Reminder(Occasion about)
    {
        var estimate = about.About<FeeEstimated>().Estimate;
        return about.ToRequester(
            about.Say.FeeReminderSubject,
            [about.Say.FeeReminderSent(about.Day(about.At)), about.Say.FeeReminderLapse],
            about.Say.FeeDo,
            Breakdown(estimate, about.Say),
            DecideBy(about));
    }

    public static Letter Waived(Occasion about) => about.ToRequester(
        about.Say.FeeWaivedSubject, [about.Say.FeeWaivedNews], about.Say.LetterSeeRequest, about.ClockFacts);

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

    private static IEnumerable<Fact> Breakdown(FeeEstimate estimate, Texts say) =>
    [
        .. estimate.Lines.Select(line => new Fact(Discretion.Line(line.In(say)), say.Money(line.Amount, estimate.Currency))),
        new(say.FactTotal, say.Money(estimate.Total, estimate.Currency)),
    ];

    private static string DecideBy(Occasion about) => about.Say.FeeBy(about.After(about.Policy.FeeDecision.LapseAfter));
}
