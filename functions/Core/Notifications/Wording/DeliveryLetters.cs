using Core.Requests;
using Core.Routing;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said once data has left: fetching it, its link's end, recall, destruction.</summary>
internal static class DeliveryLetters
{
    public static Letter Delivered(Occasion about)
    {
        var delivered = about.About<RequestEvents.Delivered>();
        return about.ToRequester(
            about.Say.DeliveredSubject,
            [
                about.Say.DeliveredFiles(delivered.DeliverableIds.Count),
                new Passage.Listed(Names(about, delivered.DeliverableIds)),
                .. delivered.Note is { } note ? (Passage[])[about.Say.LetterAnalystAdds, new Passage.Quoted(about.Quote(note))] : [],
                about.Say.DeliveredInTime,
                .. Duties(about),
            ],
            about.Say.DeliveredDo,
            Occasion.Known((about.Say.FactAvailableUntil, about.Moment(delivered.ExpiresAt))),
            about.Say.DeliveredBy(about.Moment(delivered.ExpiresAt)));
    }

    public static Letter LinkReminder(Occasion about)
    {
        var delivered = about.About<RequestEvents.Delivered>();
        var live = delivered.DeliverableIds.Where(id => about.State.Deliverables.Exists(file => file.Id == id && file.RecalledBecause is null));
        return about.ToRequester(
            about.Say.LinkReminderSubject,
            [about.Say.LinkReminderPut(about.Day(about.At)), new Passage.Listed(Names(about, live)), about.Say.LinkReminderSoon],
            about.Say.DeliveredDo,
            Occasion.Known((about.Say.FactAvailableUntil, about.Moment(delivered.ExpiresAt))),
            about.Say.DeliveredBy(about.Moment(delivered.ExpiresAt)));
    }

    public static Letter Recalled(Occasion about)
    {
        var recalled = about.About<RequestEvents.Recalled>();
        return about.ToRequester(
            about.Say.RecalledSubject,
            [
                about.Say.RecalledFile,
                new Passage.Listed(Names(about, [recalled.DeliverableId])),
                about.Say.LetterTheReason,
                new Passage.Quoted(about.Quote(recalled.Reason)),
                about.Say.RecalledDelete,
            ],
            about.Say.LetterSeeRequest,
            Occasion.Known((about.Say.FactRecalled, about.Moment(about.At))),
            about.Say.RecalledBy);
    }

    public static Letter DestructionDue(Occasion about) => about.ToRequester(
        about.Say.DestructionSubject,
        [about.Say.DestructionWhy, about.Say.DestructionAttest, about.Say.DestructionBlocks],
        about.Say.DestructionDo,
        Occasion.Known((about.Say.FactLastDay, about.State.Nda?.EndsOn is { } ended ? about.Day(ended) : null)),
        about.State.Nda?.EndsOn is { } end ? about.Say.DestructionBy(about.Day(end)) : about.Say.DestructionToday);

    public static Letter DestructionAttested(Occasion about)
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

    private static IReadOnlyList<string> Names(Occasion about, IEnumerable<string> ids) =>
        [.. ids.Select(id => about.State.Deliverables.Find(file => file.Id == id)?.FileName ?? about.Say.TimelineAFile).Select(about.QuoteLine)];

    private static IEnumerable<Passage> Duties(Occasion about) => about.State.Decision.EffectiveLevel switch
    {
        DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster or DataLevel.IndividualRecord =>
            [about.State.Nda?.EndsOn is { } ends ? about.Say.DeliveredDestroy(about.Day(ends)) : about.Say.DeliveredOwnUse],
        _ => [],
    };
}
