using Core.Authorities;
using Core.Routing;
using RequestEvents = Core.Requests.RequestEvent;

namespace Core.Notifications.Wording;

/// <summary>What is said about requests by authorities: to the school, the reviewers and the superintendent. No letter names a student.</summary>
internal static class AuthorityLetters
{
    public static Letter VisitRecorded(Occasion about)
    {
        var visit = about.Submission.Visit;
        var advice = CounterAdvice.For(visit?.Authority ?? Authority.Other, about.Submission.LegalProcess, about.Submission.ClaimedException);
        return about.ToStaff(
            "The visit you wrote down is on record",
            [
                $"{Discretion.Line(visit?.RecordedBy.Name ?? "Somebody")} wrote down that an authority asked for student information at {Discretion.Line(visit?.School ?? "a school")}. " +
                    $"{about.NameOf(about.State.Decision.Office)} has it and decides. You need not decide anything.",
                "You may say:", new Passage.Listed([.. advice.Say.Select(line => line.Text)]),
                "Please:", new Passage.Listed([.. advice.Do.Select(line => line.Text)]),
                "Please do not:", new Passage.Listed([.. advice.DoNot.Select(line => line.Text)]),
            ],
            "Open the request (for staff with access)",
            advice.Call.SelectMany(about.WaysTo));
    }

    public static Letter VisitDecided(Occasion about) => about.ToStaff(
        "The request of an authority at your school was decided",
        [
            about.Event is RequestEvents.Approved
                ? "The request was approved, within limits. What may be given out is given out by the office that decided, never at the counter."
                : "The request was denied. Nothing is given out.",
            "If the officers come back, please call that office again.",
        ],
        "Open the request (for staff with access)",
        about.WaysTo(about.State.Office));

    public static Letter ReviewWarning(Occasion about) => about.ToStaff(
        "Urgent: an expedited review is due soon",
        [$"Law enforcement claims an exception, and the review has {Hours(about)} of office time. {about.Policy.Fulfilment.WarnAtPercent} % of them are used."],
        "Decide on the request", byWhen: "Please decide now.");

    public static Letter ReviewBreach(Occasion about) => about.ToStaff(
        "Urgent: an expedited review is overdue",
        [
            $"The review had {Hours(about)} of office time. They ended on {about.Moment(about.About<RequestEvents.ReviewBreached>().Due)}. It is on record.",
            "Please approve or deny the request. If nobody does, the superintendent is told.",
        ],
        "Decide on the request", byWhen: "Please decide now.");

    public static Letter ReviewEscalation(Occasion about) => about.ToStaff(
        "An expedited review is still not decided",
        [
            $"Law enforcement claims an exception that may not wait. {about.NameOf(about.State.Office)} had {Hours(about)} of office time to decide and has not. " +
                "Please see that somebody does.",
        ],
        "Open the request", about.WaysTo(about.State.Office), "Please act now.");

    public static Letter Report(Occasion about) => about.ToStaff(
        "Report on an expedited decision",
        [
            "Law enforcement claimed an exception, so this was decided without your review (PLAN-2020). The report:",
            new Passage.Quoted(about.Quote(about.About<RequestEvents.SuperintendentReported>().Text)),
        ],
        "Open the request",
        Occasion.Known(("Exception claimed", about.Submission.ClaimedException is { } claimed ? Words.For(claimed) : null),
            ("Ground", about.State.LawEnforcement.Ground is { } ground ? AuthorityWords.For(ground) : null),
            ("Decided", about.State.LawEnforcement.DecidedAt is { } decided ? about.Moment(decided) : null)));

    public static Letter ReportDue(Occasion about) => about.ToStaff(
        "A report to the superintendent is still to be written",
        ["This was decided as an expedited review. The superintendent has to be told afterwards what was decided, on what ground, and what left (PLAN-2020)."],
        "Write the report", byWhen: "It stays owed until it is written.");

    public static Letter FamilyNoticeOver(Occasion about) => about.ToStaff(
        "The family's time to object is over",
        ["The family was told of the subpoena or court order, and its time to object is over. If nothing came, what was approved may leave."],
        "Open the request",
        about.ClockFacts);

    private static string Hours(Occasion about) => about.Policy.LawEnforcement.ExpeditedReviewHours == 1
        ? "1 hour" : $"{about.Policy.LawEnforcement.ExpeditedReviewHours} hours";
}
