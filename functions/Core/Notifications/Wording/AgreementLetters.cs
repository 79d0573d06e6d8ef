using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about the non-disclosure agreement.</summary>
internal static class AgreementLetters
{
    public static Letter ToSign(Occasion about) => about.ToRequester(
        about.Say.NdaSubject,
        [about.Say.NdaWhy, about.Say.NdaHow, about.Say.NdaLapse(about.Say.CountBusinessDays(about.Policy.NdaSignature.LapseAfter))],
        about.Say.NdaDo,
        byWhen: SignBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        about.Say.NdaReminderSubject,
        [about.Say.NdaReminderSent(about.Day(about.At)), about.Say.NdaReminderLapse],
        about.Say.NdaDo,
        byWhen: SignBy(about));

    public static Letter Signed(Occasion about) => about.ToStaff(
        "The agreement is signed: please countersign",
        ["The requester signed the non-disclosure agreement. Please countersign it and enter its last day. The fulfilment clock starts then."],
        "Countersign the agreement",
        Occasion.Known(("Signed", about.Moment(about.At))));

    public static Letter Executed(Occasion about) => about.ToRequester(
        about.Say.NdaExecutedSubject,
        [about.Say.NdaExecutedRuns, about.Say.NdaExecutedCopy],
        about.Say.LetterSeeRequest,
        Occasion.Known((about.Say.FactInForceUntil, about.Day(about.About<NdaExecuted>().EndsOn))).Concat(about.ClockFacts));

    public static Letter Reused(Occasion about)
    {
        var agreement = about.About<NdaReused>().Agreement;
        return about.ToRequester(
            about.Say.NdaReusedSubject,
            [about.Say.NdaReusedCovers(agreement.RequestId)],
            about.Say.LetterSeeRequest,
            Occasion.Known((about.Say.FactInForceUntil, about.Day(agreement.EndsOn))).Concat(about.ClockFacts));
    }

    private static string SignBy(Occasion about) => about.Say.NdaBy(about.After(about.Policy.NdaSignature.LapseAfter));
}
