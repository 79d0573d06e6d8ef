using Core.Requests;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about documents. File names are not repeated: they tend to carry students' names.</summary>
internal static class DocumentLetters
{
    public static Letter Needed(Occasion about) => about.ToRequester(
        "We need documents for your data request",
        [
            "Before we can release the data, we need from you:",
            new Passage.Listed([.. about.About<DocumentsRequested>().Requirements.Select(Words.For)]),
            "Please upload them on your page; do not send them by e-mail. Until they are there, the days we have for your request are not counted.",
            $"If they do not come within {Dates.BusinessDays(about.Policy.Documents.LapseAfter)}, we close the request. You can always send a new one.",
        ],
        "Upload documents",
        about.ClockFacts,
        HandInBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        "Reminder: documents are still missing",
        [
            "We are still waiting for:",
            new Passage.Listed([.. Missing(about)]),
            "Please upload them on your page. If one of them is hard to get, tell us there: we can often help.",
            "Until they are there, your request stands still. If they do not come in time, we close it.",
        ],
        "Upload documents",
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
            "Please hand in a document again",
            [
                $"Thank you for the document you handed in ({Words.For(rejected.Kind)}). We could not accept it. The reason:",
                new Passage.Quoted(about.Quote(rejected.Reason)),
                "Please upload a new one on your page. Until it is there, the days we have for your request are not counted.",
            ],
            "Upload the document",
            about.ClockFacts,
            HandInBy(about));
    }

    // What is missing now; where everything came in between, what had been asked for.
    private static IEnumerable<string> Missing(Occasion about)
    {
        var missing = about.State.Documents.Where(one => one.Value == DocumentStanding.Missing).Select(one => one.Key).ToList();
        return (missing.Count > 0 ? missing : [.. about.State.Documents.Keys]).Select(Words.For);
    }

    private static string HandInBy(Occasion about) => $"Please upload by {about.After(about.Policy.Documents.LapseAfter)}.";
}
