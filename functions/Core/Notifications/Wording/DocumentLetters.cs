using Core.Requests;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about documents. File names are not repeated: they tend to carry students' names.</summary>
internal static class DocumentLetters
{
    public static Letter Needed(Occasion about) => about.ToRequester(
        about.Say.DocumentsSubject,
        [
            about.Say.DocumentsNeed,
            new Passage.Listed([.. about.About<DocumentsRequested>().Requirements.Select(about.Say.ToHandIn)]),
            about.Say.DocumentsUpload,
            about.Say.DocumentsLapse(about.Say.CountBusinessDays(about.Policy.Documents.LapseAfter)),
        ],
        about.Say.DocumentsDo,
        about.ClockFacts,
        HandInBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        about.Say.DocumentsReminderSubject,
        [about.Say.DocumentsReminderWaiting, new Passage.Listed([.. Missing(about)]), about.Say.DocumentsReminderHelp, about.Say.DocumentsReminderLapse],
        about.Say.DocumentsDo,
        about.ClockFacts,
        HandInBy(about));

    public static Letter Received(Occasion about) => about.ToStaff(
        "A document came in",
        [$"The requester handed in a document: {Words.For(about.About<DocumentReceived>().Kind)}. Please look at it, and accept or reject it."],
        "Look at the document",
        about.ClockFacts);

    public static Letter Rejected(Occasion about)
    {
        var rejected = about.About<DocumentRejected>();
        return about.ToRequester(
            about.Say.DocumentRejectedSubject,
            [
                about.Say.DocumentRejectedBecause(about.Say.Within(rejected.Kind)),
                new Passage.Quoted(about.Quote(rejected.Reason)),
                about.Say.DocumentRejectedAgain,
            ],
            about.Say.DocumentRejectedDo,
            about.ClockFacts,
            HandInBy(about));
    }

    // What is missing now; where everything came in between, what had been asked for.
    private static IEnumerable<string> Missing(Occasion about)
    {
        var missing = about.State.Documents.Where(one => one.Value == DocumentStanding.Missing).Select(one => one.Key).ToList();
        return (missing.Count > 0 ? missing : [.. about.State.Documents.Keys]).Select(about.Say.ToHandIn);
    }

    private static string HandInBy(Occasion about) => about.Say.DocumentsBy(about.After(about.Policy.Documents.LapseAfter));
}
