using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said while an analyst and a requester talk.</summary>
internal static class ClarificationLetters
{
    public static Letter AssignedToAnalyst(Occasion about) => about.ToRequester(
        about.Say.AnalystSubject, [about.Say.AnalystHas], about.Say.LetterSeeRequest, about.ClockFacts);

    public static Letter Question(Occasion about) => about.ToRequester(
        about.Say.QuestionSubject,
        [
            about.Say.QuestionOurs,
            new Passage.Quoted(about.Quote(about.About<ClarificationAsked>().Question)),
            about.Say.QuestionAnswerThere,
            about.Say.QuestionLapse(about.Say.CountBusinessDays(about.Policy.Clarification.LapseAfter)),
        ],
        about.Say.QuestionDo,
        about.ClockFacts,
        AnswerBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        about.Say.QuestionReminderSubject,
        [
            about.Say.QuestionReminderAsked(about.Day(about.At)),
            new Passage.Quoted(about.Quote(about.About<ClarificationAsked>().Question)),
            about.Say.QuestionReminderNoAnswer,
            about.Say.QuestionReminderLapse,
        ],
        about.Say.QuestionDo,
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

    private static string AnswerBy(Occasion about) => about.Say.QuestionBy(about.After(about.Policy.Clarification.LapseAfter));
}
