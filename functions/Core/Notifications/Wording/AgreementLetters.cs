using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about the non-disclosure agreement.</summary>
internal static class AgreementLetters
{
    public static Letter ToSign(Occasion about) => about.ToRequester(
        "Please read and sign the agreement for your data request",
        [
            "The data you asked for may only be released under a non-disclosure agreement. It is on your page, with the terms of your request.",
            "Please read it. If you agree, sign it there with your name and title. Then the office signs, too.",
            $"The days we have for your request are counted from the office's signature. If the agreement is not signed within " +
                $"{Dates.BusinessDays(about.Policy.NdaSignature.LapseAfter)}, we close the request. You can always send a new one.",
        ],
        "Read and sign the agreement",
        byWhen: SignBy(about));

    public static Letter Reminder(Occasion about) => about.ToRequester(
        "Reminder: the agreement is not signed yet",
        [
            $"On {about.Day(about.At)} we sent you a non-disclosure agreement. We cannot go on before it is signed.",
            "If you have a question about it, or it names something wrongly, please tell us. If it is not signed in time, we close the request.",
        ],
        "Read and sign the agreement",
        byWhen: SignBy(about));

    public static Letter Signed(Occasion about) => about.ToStaff(
        "The agreement is signed: please countersign",
        ["The requester signed the non-disclosure agreement. Please countersign it and enter its last day. The fulfilment clock starts then."],
        "Countersign the agreement",
        Occasion.Known(("Signed", about.Moment(about.At))));

    public static Letter Executed(Occasion about) => about.ToRequester(
        "The agreement is signed by both sides",
        [
            "The office has signed the agreement, too. It is in force, and the days we have for your request are counted from now.",
            "Your copy is on your page. When the agreement ends, the data has to be destroyed if it concerns single students. We write to you then.",
        ],
        "See your request",
        Occasion.Known(("In force until", about.Day(about.About<NdaExecuted>().EndsOn))).Concat(about.ClockFacts));

    public static Letter Reused(Occasion about)
    {
        var agreement = about.About<NdaReused>().Agreement;
        return about.ToRequester(
            "You need not sign again",
            [
                $"A non-disclosure agreement that you signed for request {agreement.RequestId} is still in force. It covers this request as well, " +
                    "so you need not do anything. The days we have for your request are counted from now.",
            ],
            "See your request",
            Occasion.Known(("In force until", about.Day(agreement.EndsOn))).Concat(about.ClockFacts));
    }

    private static string SignBy(Occasion about) => $"Please sign by {about.After(about.Policy.NdaSignature.LapseAfter)}.";
}
