using Core.Requests;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about destroying student-level data when its agreement ends, and attesting it.</summary>
internal static class DestructionLetters
{
    public static Letter Due(Occasion about) => about.ToRequester(
        about.Say.DestructionSubject,
        [about.Say.DestructionWhy, about.Say.DestructionAttest, about.Say.DestructionBlocks],
        about.Say.DestructionDo,
        Agreement(about),
        about.State.Nda?.EndsOn is { } end ? about.Say.DestructionBy(about.Day(end)) : about.Say.DestructionToday);

    public static Letter Reminder(Occasion about) => about.ToRequester(
        about.Say.DestructionReminderSubject,
        [about.Say.DestructionReminderWhy, about.Say.DestructionReminderDo],
        about.Say.DestructionDo,
        Agreement(about),
        OverdueFrom(about) is { } from ? about.Say.DestructionReminderBy(from) : about.Say.DestructionToday);

    public static Letter Overdue(Occasion about) => about.ToRequester(
        about.Say.DestructionOverdueSubject,
        [
            about.Say.DestructionOverdueWhy(about.Moment(about.About<RequestEvents.DestructionFellOverdue>().Since)),
            about.Say.DestructionOverdueBlocks,
            about.Say.DestructionOverdueWrite,
        ],
        about.Say.DestructionDo,
        Agreement(about),
        about.Say.DestructionToday);

    public static Letter Escalation(Occasion about) => about.ToStaff(
        "Destruction of data is overdue",
        [
            "A receiver of student-level data has not attested its destruction, though the agreement has ended and they were reminded. It is on record.",
            "Until they attest it, their next requests are refused. Please get in touch with them; where the attestation can be done without, " +
                "say so with your reason.",
        ],
        "See the request",
        Occasion.Known(
            ("Last day of the agreement", about.State.Nda?.EndsOn is { } ended ? about.Day(ended) : null),
            ("Overdue since", about.Moment(about.About<RequestEvents.DestructionFellOverdue>().Since))),
        "Please act this week.");

    public static Letter Exempted(Occasion about) => about.ToRequester(
        about.Say.DestructionExemptedSubject, [about.Say.DestructionExempted], about.Say.LetterSeeRequest);

    public static Letter Attested(Occasion about)
    {
        var attested = about.About<RequestEvents.DestructionAttested>();
        return about.ToStaff(
            "Destruction of the data was attested",
            [
                "The receiver attested that the data was destroyed. How:",
                new Passage.Quoted(about.Quote(attested.Method)),
                "There is nothing left to do.",
            ],
            "See the request",
            Occasion.Known(("Attested by", Discretion.Line(attested.FullName)), ("Attested", about.Moment(about.At))));
    }

    private static IEnumerable<Fact> Agreement(Occasion about) =>
        Occasion.Known((about.Say.FactLastDay, about.State.Nda?.EndsOn is { } ended ? about.Day(ended) : null));

    private static string? OverdueFrom(Occasion about) => about.State.DestructionOverdueSince is null
        && Destruction.OverdueFrom(about.State, about.Context.Calendar, about.Policy.Destruction) is { } from
            ? about.Moment(from)
            : null;
}
