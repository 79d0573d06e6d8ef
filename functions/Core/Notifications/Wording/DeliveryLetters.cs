using Core.Requests;
using Core.Routing;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said once data has left: fetching it, its link's end, recall.</summary>
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
                .. about.State.FetchesOf(recalled.DeliverableId).LastOrDefault(one => one.By is Actor.TheRequester) is { } fetched
                    ? (Passage[])[about.Say.RecalledFetched(about.Moment(fetched.At))]
                    : [],
                about.Say.RecalledDelete,
            ],
            about.Say.LetterSeeRequest,
            Occasion.Known((about.Say.FactRecalled, about.Moment(about.At))),
            about.Say.RecalledBy);
    }

    public static Letter RecalledNotice(Occasion about)
    {
        var recalled = about.About<RequestEvents.Recalled>();
        var fetched = about.State.FetchesOf(recalled.DeliverableId);
        return about.ToStaff(
            "A file was recalled",
            [
                "A file that was released is recalled and can no longer be downloaded:",
                new Passage.Listed(Names(about, [recalled.DeliverableId])),
                "The reason:",
                new Passage.Quoted(about.Quote(recalled.Reason)),
                .. fetched.Count == 0
                    ? (Passage[])["Nobody had fetched it by then."]
                    : ["Who had fetched it by then, and is to delete it:", new Passage.Listed([.. fetched.Select(one => $"{Who(one)}, {about.Moment(one.At)}")])],
            ],
            "See the request",
            Occasion.Known(("Recalled", about.Moment(about.At))));
    }

    private static string Who(RecordedEvent fetched) => fetched.By is Actor.Staff staff ? Discretion.Line(staff.Name) : "The requester";

    private static IReadOnlyList<string> Names(Occasion about, IEnumerable<string> ids) =>
        [.. ids.Select(id => about.State.Deliverables.Find(file => file.Id == id)?.FileName ?? about.Say.TimelineAFile).Select(about.QuoteLine)];

    private static IEnumerable<Passage> Duties(Occasion about) => about.State.Decision.EffectiveLevel switch
    {
        DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster or DataLevel.IndividualRecord =>
            [about.State.Nda?.EndsOn is { } ends ? about.Say.DeliveredDestroy(about.Day(ends)) : about.Say.DeliveredOwnUse],
        _ => [],
    };
}
