using Core.Requests;
using Core.Routing;
using static Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What the offices are told about requests that come in or wait for somebody.</summary>
internal static class OfficeLetters
{
    public static Letter HandedOver(Occasion about)
    {
        var requester = about.Submission.Requester;
        return about.ToStaff(
            "A request was handed to your office",
            [
                "A data request reached us that belongs with your office. We have told the requester, and closed it here. Please take it from here.",
                .. Why(about),
                .. Asked(about),
            ],
            "Read the request",
            Occasion.Known(
                ("Requester", Discretion.Line(requester.Name)),
                ("Organization", requester.Organization is { } organization ? Discretion.Line(organization) : null),
                ("Reply to", Discretion.Line(requester.Email)),
                ("Received", about.Moment(about.State.SubmittedAt))));
    }

    public static Letter ReviewNeeded(Occasion about)
    {
        var submission = about.Submission;
        return about.ToStaff(
            about.State.Decision.Expedited ? "Urgent: a request awaits your decision" : "A request awaits your decision",
            [
                "A data request needs a decision by an approver before anybody works on it. Please approve it or deny it. " +
                    "A denial states the reason and what may be asked instead.",
                .. Why(about),
                .. submission.LegalProcess is LegalProcess.Subpoena or LegalProcess.CourtOrder
                    ? (Passage[])["Before it is complied with, the family is notified, unless the order forbids it (34 CFR 99.31(a)(9)(ii))."]
                    : [],
            ],
            "Decide on the request",
            Occasion.Known(
                ("Received", about.Moment(about.State.SubmittedAt)),
                ("Brought with", submission.LegalProcess is { } process ? Words.For(process) : null),
                ("Exception claimed", submission.ClaimedException is { } exception ? Words.For(exception) : null)),
            about.State.Decision.Expedited ? "Please decide today." : $"Please decide by {about.After(about.Policy.Clarification.BreachAfter)}.");
    }

    public static Letter NewRequest(Occasion about) => about.ToStaff(
        "A new request has nobody yet",
        ["A data request came in and nobody has it. Please assign it and reach out to the requester."],
        "Assign the request",
        about.ClockFacts,
        $"Please reach out by {about.After(about.Policy.Clarification.BreachAfter)}.");

    public static Letter OutreachNudge(Occasion about)
    {
        var since = Timeouts.OutreachOwedSince(about.State) ?? about.At;
        return about.ToStaff(
            "Nobody has reached out yet",
            [$"This request has waited for {Dates.BusinessDays(about.Policy.Clarification.NudgeAfter)} and nobody has reached out to the requester."],
            "Assign the request",
            about.ClockFacts,
            $"Please reach out by {about.After(since, about.Policy.Clarification.BreachAfter)}; after that it counts as overdue.");
    }

    public static Letter OutreachBreach(Occasion about) => about.ToStaff(
        "Reaching out is overdue",
        [
            $"Nobody reached out to the requester within {Dates.BusinessDays(about.Policy.Clarification.BreachAfter)}. " +
                $"The time ended on {about.Moment(about.About<OutreachBreached>().Due)}. It is on record.",
            "Please see that somebody takes the request now.",
        ],
        "Assign the request",
        about.ClockFacts,
        "Please act today.");

    public static Letter AssignedToYou(Occasion about) => about.ToStaff(
        "A request was given to you",
        [
            "You have this data request now. Read it, see whether anything is unclear, and ask the requester where it is.",
            .. about.Event is Assigned { Note: { } note } ? new Passage[] { "What you should know:", new Passage.Quoted(about.Quote(note)) } : [],
        ],
        "Open the request",
        about.ClockFacts,
        about.Context.Standing.DueAt is { } due ? $"It is due on {about.Moment(due)}." : null);

    private static IEnumerable<Passage> Why(Occasion about) => about.Event switch
    {
        Rerouted rerouted => ["Why it comes to you:", new Passage.Quoted(about.Quote(rerouted.Reason))],
        _ => ["Why it comes to you:", new Passage.Listed(
            [.. about.State.Decision.Reasons.Select(reason => $"{Discretion.Line(reason.Text)} (Source: {reason.Source})")])],
    };

    // The words of a request about particular students may name them; they stay on the page, behind sign-in.
    private static IEnumerable<Passage> Asked(Occasion about) =>
        about.State.Decision.EffectiveLevel == DataLevel.IndividualRecord || about.Submission.Data.SpecificStudents
            ? ["What was asked concerns particular students and is not repeated in mail. Please read it on the page."]
            :
            [
                "What was asked:", new Passage.Quoted(about.Quote(about.Submission.Data.Scope)),
                "For what purpose:", new Passage.Quoted(about.Quote(about.Submission.Purpose)),
            ];
}
