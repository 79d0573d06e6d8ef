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
            "Your data is ready",
            [
                delivered.DeliverableIds.Count == 1 ? "The file you asked for is on your page:" : "The files you asked for are on your page:",
                new Passage.Listed(Names(about, delivered.DeliverableIds)),
                .. delivered.Note is { } note ? (Passage[])["The analyst adds:", new Passage.Quoted(about.Quote(note))] : [],
                "Please download what you need in time. After that date the files are deleted, and a new request is needed.",
                .. Duties(about),
            ],
            "Download your data",
            Occasion.Known(("Available until", about.Moment(delivered.ExpiresAt))),
            $"Please download by {about.Moment(delivered.ExpiresAt)}.");
    }

    public static Letter LinkReminder(Occasion about)
    {
        var delivered = about.About<RequestEvents.Delivered>();
        var live = delivered.DeliverableIds.Where(id => about.State.Deliverables.Exists(file => file.Id == id && file.RecalledBecause is null));
        return about.ToRequester(
            "Reminder: your data can be downloaded for a few more days",
            [
                $"On {about.Day(about.At)} we put data on your page:",
                new Passage.Listed(Names(about, live)),
                "It is deleted soon. If you already have it, you need not do anything.",
            ],
            "Download your data",
            Occasion.Known(("Available until", about.Moment(delivered.ExpiresAt))),
            $"Please download by {about.Moment(delivered.ExpiresAt)}.");
    }

    public static Letter Recalled(Occasion about)
    {
        var recalled = about.About<RequestEvents.Recalled>();
        return about.ToRequester(
            "Please do not use a file we gave you",
            [
                "We had to take back a file that we released to you:",
                new Passage.Listed(Names(about, [recalled.DeliverableId])),
                "The reason:",
                new Passage.Quoted(about.Quote(recalled.Reason)),
                "If you downloaded it, please do not use it, do not pass it on, and delete every copy and everything made from it. " +
                    "If you already passed it on, please tell us to whom. The file can no longer be downloaded.",
            ],
            "See your request",
            Occasion.Known(("Recalled", about.Moment(about.At))),
            "Please do this today.");
    }

    public static Letter DestructionDue(Occasion about) => about.ToRequester(
        "Please destroy the data and tell us so",
        [
            "The agreement under which you received student-level data is at its end. It asks you to destroy the data, " +
                "with every copy and extract that concerns single students.",
            "Please do so now, and attest on your page who did it and how. It takes a minute.",
            "Until your attestation is there, we cannot release other data to you (34 CFR 99.31(a)(6)).",
        ],
        "Attest the destruction",
        Occasion.Known(("Last day of the agreement", about.State.Nda?.EndsOn is { } ended ? about.Day(ended) : null)),
        about.State.Nda?.EndsOn is { } end ? $"Please do it by {about.Day(end)}, or today if that day has passed." : "Please do it today.");

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
        [.. ids.Select(id => about.State.Deliverables.Find(file => file.Id == id)?.FileName ?? "a file").Select(about.QuoteLine)];

    private static IEnumerable<Passage> Duties(Occasion about) => about.State.Decision.EffectiveLevel switch
    {
        DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster or DataLevel.IndividualRecord =>
            [about.State.Nda?.EndsOn is { } ends
                ? $"This data concerns single students. Keep to the agreement: do not pass it on, and destroy it by {about.Day(ends)}."
                : "This data concerns single students. Use it for your stated purpose only, and do not pass it on."],
        _ => [],
    };
}
