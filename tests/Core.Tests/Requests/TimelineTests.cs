using Core.Agreements;
using Core.Calendar;
using Core.Fees;
using Core.Release;
using Core.Notifications;
using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Tests.Requests;

public sealed class TimelineTests
{
    private static readonly RequestEvent[] OneOfEach =
    [
        new Submitted(Some.Submission(), Some.Decision(), 1),
        new Assigned("Ana Lyst"),
        new ClarificationAsked("Which year?"),
        new Answered("The last."),
        new FeeEstimated(new FeeEstimate([], 12.5m, "USD", null)),
        new FeeAccepted(),
        new FeeDeclined(),
        new FeeWaived(),
        new NdaMadeRequired(),
        new DocumentsRequested([Requirement.FamilyConsent]),
        new DocumentReceived("d1", DocumentKind.FamilyConsent, "consent.pdf", 10, "00"),
        new DocumentAccepted(DocumentKind.FamilyConsent),
        new DocumentRejected(DocumentKind.FamilyConsent, "Not signed"),
        new NdaSent(new NdaDocument("n1", 1, "Text", "00")),
        new NdaSigned(new NdaSignature("Rita Quester", "Director", "00")),
        new NdaExecuted("Ana Lyst", new LocalDate(2027, 6, 30)),
        new NdaReused(new CurrentNda("n0", "DR-0", new LocalDate(2027, 6, 30))),
        new Approved("Fine"),
        new Denied("Too much", "Less"),
        new FamilyNotified(new LocalDate(2026, 3, 4), 10, "By mail"),
        new FamilyNoticeForbidden("Page 2 says so"),
        new FamilyNoticeEnded(Some.Monday),
        new ReviewBreached(Some.Monday),
        new SuperintendentReported("What was decided"),
        new StudentsDescribed(StudentRace.Asian, EnglishLearners.Yes, 2),
        new Rerouted(Office.LegalAdvisor, "A subpoena"),
        new Extended(5, "Large"),
        new DeliverableAdded("f1", "rates.csv", "text/csv", 10, "00", new FileCheck(Verdict.Pass, []), "Ana Lyst"),
        new CheckOverridden("f1", "Not pupils", "Ap Prover"),
        new ConsentExcepted(FerpaException.Audit, "The state's program review"),
        new Delivered(["f1"], Some.Monday + Duration.FromDays(30), null),
        new Downloaded("f1"),
        new Reminded(MessageKind.FeeReminder, 3),
        new AccessRenewed(),
        new AccessRevoked("Passed on"),
        new DownloadCodeSent("f1", Some.Monday + Duration.FromMinutes(10)),
        new DownloadCodeRefused("f1"),
        new Recalled("f1", "Wrong year"),
        new DestructionAttested("Rita Quester", "Shredded"),
        new DestructionFellOverdue(Some.Monday),
        new DestructionReminded(),
        new DestructionExempted("Dissolved"),
        new FileQuarantined("f0", "rates.csv", 10, "Ana Lyst"),
        new CheckCutOff("f0"),
        new Noted("Between ourselves"),
        new WordingConfirmed(["text"]),
        new OutreachBreached(Some.Monday),
        new FulfilmentBreached(Some.Monday),
        new DeadlineMoved(2, Some.Monday, Some.Monday + Duration.FromDays(1), "added: Snow day"),
        new Withdrawn("Found it"),
        new Lapsed(RequestStatus.AwaitingNda),
        new Closed(),
    ];

    [Fact]
    public void Every_event_has_a_sentence_for_the_office()
    {
        OneOfEach.Select(one => one.GetType()).ShouldBe(
            typeof(RequestEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestEvent))), ignoreOrder: true);
        var entries = Timeline.Of(State(), Some.Now(Some.Monday), ClockReader.Office);
        entries.Select(entry => entry.Type).ShouldBe(OneOfEach.Select(one => one.GetType().Name));
        entries.ShouldAllBe(entry => entry.Text.Length > 10);
    }

    [Fact]
    public void The_requester_reads_what_concerns_them_and_nobodys_name_of_the_office()
    {
        var entries = Timeline.Of(State(), Some.Now(Some.Monday), ClockReader.Requester);
        OneOfEach.Select(one => one.GetType().Name).Except(entries.Select(entry => entry.Type))
            .ShouldBe(["FileQuarantined", "CheckCutOff", "DeliverableAdded", "CheckOverridden", "ConsentExcepted", "Noted", "WordingConfirmed", "OutreachBreached",
                "FamilyNoticeForbidden", "ReviewBreached", "SuperintendentReported", "StudentsDescribed"], ignoreOrder: true);
        entries.ShouldAllBe(entry => !entry.Text.Contains("Ana Lyst") && !entry.Text.Contains("Ap Prover"));
    }

    /// <summary>A history that no lifecycle allows; the sentences must not need one that it does.</summary>
    private static RequestState State() => Story.Of(Some.Decision()).It with
    {
        History = [.. OneOfEach.Select((one, index) => new RecordedEvent(
            index + 1, Some.Monday, one is Downloaded or Submitted or Answered ? Actor.Requester : Some.Analyst, one))],
    };
}
