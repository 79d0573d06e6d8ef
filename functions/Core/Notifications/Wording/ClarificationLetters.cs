using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said while an analyst and a requester talk.</summary>
internal static class ClarificationLetters
{
    public static Letter AssignedToAnalyst(Occasion about) => about.ToRequester(
        "An analyst is working on your request",
        [
            "An analyst has your request now. You do not need to do anything. If something is unclear or has to be handed in, we write to you.",
        ],
        "See your request",
        about.ClockFacts);

    public static Letter Question(Occasion about) => about.ToRequester(
        "We have a question about your data request",
        [
            "To give you the right data, we need to know more. Our question:",
            new Passage.Quoted(about.Quote(about.About<ClarificationAsked>().Question)),
            "Please answer on your page. Until you do, the days we have for your request are not counted.",
            $"If no answer comes within {Dates.BusinessDays(about.Policy.Clarification.LapseAfter)}, we close the request. You can always send a new one.",
        ],
        "Answer the question",
        about.ClockFacts,
        AnswerBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        "Reminder: we are waiting for your answer",
        [
            $"On {about.Day(about.At)} we asked you:",
            new Passage.Quoted(about.Quote(about.About<ClarificationAsked>().Question)),
            "We have no answer yet. A short one helps, too. Until then your request stands still.",
            "If no answer comes in time, we close the request. You can always send a new one.",
        ],
        "Answer the question",
        about.ClockFacts,
        AnswerBy(about));

    public static Letter AnswerReceived(Occasion about) => about.ToStaff(
        "The requester answered",
        [
            "The requester answered your question:",
            new Passage.Quoted(about.Quote(about.About<Answered>().Text)),
        ],
        "Go on with the request",
        about.ClockFacts,
        about.Context.Standing.DueAt is { } due ? $"It is due on {about.Moment(due)}." : null);

    private static string AnswerBy(Occasion about) => $"Please answer by {about.After(about.Policy.Clarification.LapseAfter)}.";
}
