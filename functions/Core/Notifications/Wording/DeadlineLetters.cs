using NodaTime;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about the fulfilment deadline. Each carries the clock's own sentence.</summary>
internal static class DeadlineLetters
{
    public static Letter Extended(Occasion about)
    {
        var extended = about.About<RequestEvents.Extended>();
        return about.ToRequester(
            about.Say.ExtendedSubject,
            [
                about.Say.ExtendedBecause(about.Say.CountBusinessDays(extended.BusinessDays)),
                new Passage.Quoted(about.Quote(extended.Reason)),
                about.Say.ExtendedDates,
            ],
            about.Say.LetterSeeRequest,
            about.ClockFacts);
    }

    public static Letter Moved(Occasion about)
    {
        var moved = about.About<RequestEvents.DeadlineMoved>();
        return about.ToRequester(
            about.Say.MovedSubject,
            [about.Say.MovedBecause(Discretion.Line(moved.Because)), about.Say.MovedNothing],
            about.Say.LetterSeeRequest,
            MovedFacts(about, moved));
    }

    public static Letter MovedAnalyst(Occasion about)
    {
        var moved = about.About<RequestEvents.DeadlineMoved>();
        return about.ToStaff(
            "The deadline has moved",
            [$"The calendar has changed: {Discretion.Line(moved.Because)}. The deadline moved with it, and the requester was told."],
            "Open the request",
            MovedFacts(about, moved),
            $"It is now due on {about.Moment(moved.To)}.");
    }

    public static Letter Warning(Occasion about) => about.ToStaff(
        "The deadline is near",
        [
            $"{about.Policy.Fulfilment.WarnAtPercent} % of the days for this request are used. Please finish it in time. " +
                "If it is too large for that, extend the deadline with a reason; the requester is told.",
        ],
        "Open the request",
        about.ClockFacts,
        about.Context.Standing.DueAt is { } due ? $"It is due on {about.Moment(due)}." : null);

    public static Letter Breach(Occasion about) => about.ToStaff(
        "The deadline has passed",
        [
            $"The deadline of this request was {about.Moment(Missed(about))}. It is on record, and the requester was told that we are late.",
            "Please finish it, or extend it with a reason. " +
                $"If it is still open {Dates.BusinessDays(about.Policy.Fulfilment.EscalateAfter)} later, the administrators are told.",
        ],
        "Open the request",
        Sentence(about),
        $"The administrators are told on {about.After(Missed(about), about.Policy.Fulfilment.EscalateAfter)}.");

    public static Letter Escalation(Occasion about) => about.ToStaff(
        "Still open past its deadline",
        [
            $"The deadline of this request was {about.Moment(Missed(about))}. " +
                $"{Dates.BusinessDays(about.Policy.Fulfilment.EscalateAfter)} later it is still open.",
            "Please see what keeps it, and who can help. A new date can be given by extending it, with a reason.",
        ],
        "Open the request",
        [.. Occasion.Known(("Assigned to", about.State.Assignee is { } assignee ? Discretion.Line(assignee) : "nobody")), .. Sentence(about)],
        "Please act today.");

    public static Letter Late(Occasion about) => about.ToRequester(
        about.Say.LateSubject,
        [about.Say.LateSorry(about.Moment(Missed(about))), about.Say.LateGoOn(about.Say.CountBusinessDays(about.Policy.Fulfilment.EscalateAfter))],
        about.Say.LetterSeeRequest,
        Sentence(about));

    private static Instant Missed(Occasion about) => about.About<RequestEvents.FulfilmentBreached>().Due;

    private static IEnumerable<Fact> MovedFacts(Occasion about, RequestEvents.DeadlineMoved moved) =>
        [.. Occasion.Known((about.Say.FactBefore, about.Moment(moved.From)), (about.Say.FactNow, about.Moment(moved.To))), .. Sentence(about)];

    // Past the deadline, or next to a date of its own, only the sentence: "Due" would be a second date.
    private static IEnumerable<Fact> Sentence(Occasion about) =>
        Occasion.Known((about.Say.FactHowCounted, about.ClockSentence));
}
