using Core.Agreements;
using Core.Fees;
using Core.Release;
using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Local.Dev.Gallery;

/// <summary>
/// Requests lived through on paper, event by event. Together they bring every message about; a test finds one that none of them brings.
/// </summary>
internal static class SampleStories
{
    private const string Analyst = "Ana Lyst";
    private static readonly NdaSignature Signature = new("Robin Example", "Director", "hash");

    /// <summary>The stories, each by what it shows.</summary>
    /// <param name="now">When they begin, and by which rules.</param>
    /// <param name="language">The requester's language.</param>
    public static IEnumerable<(string Name, RequestEvent[] Events)> All(Circumstances now, string language)
    {
        Submitted Start(Submission asked, Func<Decision, Decision>? change = null)
        {
            // Decided as it would be: the letters then give the reasons that requesters get.
            var (decision, kept) = Triage.Decide(asked with { Language = language }, now.Policy, new Catalogue([]));
            return new(kept, change is null ? decision : change(decision), 1);
        }

        Submitted OpenOnce() => Start(SampleSubmissions.Open);
        Submitted AgreedOnce() => Start(SampleSubmissions.Partner, decision => decision with { Disposition = Disposition.Accept });
        var due = now.Now + Duration.FromDays(20);
        var ends = due + Duration.FromDays(30);
        var agreed = due.InZone(now.Calendar.Zone).Date.PlusDays(200);
        var estimate = FeeSchedule.Estimate(8, 12_000, 2, "Fewer school years would cost less.", now.Policy.Fees);
        var nda = new NdaDocument("nda-1", 1, "The text of the agreement", Signature.TextHash);
        var file = new DeliverableAdded("d1", "attendance.csv", "text/csv", 48_200, "aa", new(Verdict.Pass, []), Analyst);
        return
        [
            ("all the way",
            [
                AgreedOnce(), new Assigned(Analyst), new ClarificationAsked("Which grades do you mean?\nAnd which schools?"), new Answered("Grade 6, all schools."),
                new FeeEstimated(estimate), new FeeAccepted(), new DocumentsRequested([Requirement.FamilyConsent]),
                new DocumentReceived("h1", DocumentKind.FamilyConsent, "consent.pdf", 81_000, "bb"),
                new DocumentRejected(DocumentKind.FamilyConsent, "Page 2 lacks a signature."), new DocumentReceived("h2", DocumentKind.FamilyConsent, "consent-2.pdf", 82_000, "cc"),
                new DocumentAccepted(DocumentKind.FamilyConsent), new NdaSent(nda), new NdaSigned(Signature), new NdaExecuted(Analyst, agreed),
                new Extended(5, "Two sources have to be joined."), new DeadlineMoved(2, due, due + Duration.FromDays(1), "The schools were closed for snow"),
                new FulfilmentBreached(due), file, new Delivered(["d1"], ends, "Rates are rounded to one decimal."),
                new Recalled("d1", "One column too many had been included."), new Closed(), new DestructionAttested("Robin Example", "Wiped from all devices"),
            ]),
            ("the way in",
            [
                OpenOnce(), new Assigned(Analyst), file, new Delivered(["d1"], ends, null), new AccessRevoked("The link was passed on."), new AccessRenewed(),
                new DownloadCodeSent("d1", ends), new Closed(),
            ]),
            ("never attested",
            [
                AgreedOnce(), new Assigned(Analyst), new NdaSent(nda), new NdaSigned(Signature), new NdaExecuted(Analyst, agreed), file,
                new Delivered(["d1"], ends, null), new Downloaded("d1"), new Recalled("d1", "One column too many had been included."), new DestructionFellOverdue(due),
                new DestructionReminded(), new DestructionExempted("The partner was dissolved."),
            ]),
            ("late", [OpenOnce(), new OutreachBreached(due), new Assigned(Analyst), new FulfilmentBreached(now.Now + Duration.FromDays(90))]),
            ("an agreement that still holds", [AgreedOnce(), new Assigned(Analyst), new NdaReused(new("n1", "DR-0007", agreed))]),
            ("the fee waived", [OpenOnce(), new Assigned(Analyst), new FeeEstimated(estimate), new FeeWaived(), new Withdrawn("We no longer need it.")]),
            ("the fee declined", [OpenOnce(), new Assigned(Analyst), new FeeEstimated(estimate), new FeeDeclined()]),
            ("unanswered", [OpenOnce(), new Assigned(Analyst), new ClarificationAsked("Which schools?"), new Lapsed(RequestStatus.AwaitingClarification)]),
            ("reviewed",
            [
                Start(SampleSubmissions.Authority), new ReviewBreached(due), new Rerouted(Office.Superintendent, "It needs the superintendent's word."),
                new Denied("It cannot be given without a student's name.", "Ask for counts by school."),
            ]),
            ("approved", [Start(SampleSubmissions.Authority), new Approved("Within these bounds.")]),
            ("at the counter",
            [
                Start(SampleSubmissions.AtTheCounter), new ReviewBreached(due), new Approved(null, ReviewGround.Subpoena, "For this case only.", ["attendance"]),
                new FamilyNotified(now.Today, 10, "By mail"), new SuperintendentReported("Attendance of one student was approved."), new FamilyNoticeEnded(due),
            ]),
            ("handed over", [Start(SampleSubmissions.Media)]),
            ("refused", [Start(SampleSubmissions.Forbidden)]),
            ("found to be research", [OpenOnce(), new Assigned(Analyst), new Rerouted(Office.ResearchReview, "It is research.")]),
        ];
    }
}
