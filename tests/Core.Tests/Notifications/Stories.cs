using Core.Agreements;
using Core.Calendar;
using Core.Fees;
using Core.Notifications;
using Core.Policy;
using Core.Release;
using Core.Requests;
using Core.Routing;
using Core.Training;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Tests.Notifications;

/// <summary>
/// Invented requests, lived through event by event. Together they bring every message about; a message that none of them brings
/// fails a test, so that a new one gets its story.
/// </summary>
internal static class Stories
{
    public const string Id = "DR-2026-0042";
    public const string StudentId = "481516";
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    public static readonly BusinessCalendar Calendar = new(1, Zone, new LocalTime(17, 0), []);
    public static readonly LetterLinks Links = LetterLinks.For("https://requests.district.example/", Id, "t-o-k-e-n");

    public static readonly OfficePolicy Policy = new()
    {
        District = new("Example Public Schools", "Office of Data and Accountability", "data-requests@district.example"),
        BusinessDay = new("America/New_York", "17:00"),
        Clarification = new(3, 5, 5, 20),
        Fulfilment = new(15, 25, 80, 2, 30),
        FeeDecision = new(5, 10),
        Documents = new(5, 20),
        NdaSignature = new(5, 20),
        Destruction = new(5, 10),
        Deliverable = new(30, 7, 2),
        Access = new(3, 10, 5, 5),
        Fees = new("USD", 40, 2, 10, 1000, 25, 10),
        LawEnforcement = new("08:00", 4, 2, 2, 10, 20, 30),
        SmallestGroup = 10,
        NarrowestRange = 4,
        Training = new(Required: true, BlockUnlisted: false, [30, 7], [new("privacy", "Student data privacy", 12, [TrainedWork.Approve, TrainedWork.Deliver])]),
        Offices = Enum.GetValues<Office>().ToDictionary(office => office,
            office => new OfficeContact($"The {office} office", $"{office}@district.example".ToLowerInvariant(), "617-555-0100")),
        DigestAt = "07:30",
        Administrators = ["chief@district.example", "deputy@district.example"],
        Languages = ["en"],
    };

    public static Submission Submission { get; } = new()
    {
        Requester = new()
        {
            Name = "Robin Example", Email = "robin@partner.example", Organization = "Harbor Learning", Kind = RequesterKind.CommunityPartner,
        },
        Purpose = $"See who of our tutoring group, such as {StudentId}, attends more",
        Audience = "Our program staff",
        Data = new()
        {
            Level = DataLevel.IdentifiableRoster, SchoolYears = ["2023-24", "2024-25"], Population = "Grade 6, tutored students",
            Attributes = ["attendance rate", "grade level"], Scope = $"Attendance of our students, among them {StudentId} and 7654321",
            SpecificStudents = true, StudentIds = [StudentId],
        },
    };

    public static Decision Decision { get; } = new()
    {
        Disposition = Disposition.Accept,
        Office = Office.DataAndAccountability,
        EffectiveLevel = DataLevel.IdentifiableRoster,
        Requirements = [Requirement.FamilyConsent, Requirement.Nda, Requirement.DataSharingAgreement],
        RefusedAttributes = ["place of birth"],
        ClarifyWithinBusinessDays = 5,
        FulfilWithinBusinessDays = 15,
        Reasons = [new("NdaRequired", "Student-level data needs a signed agreement.", "ODA-03")],
        Alternative = "You may ask for counts instead.",
    };

    public static IReadOnlyDictionary<string, RequestEvent[]> All { get; } = Make(Submission);

    public static IReadOnlyDictionary<string, RequestEvent[]> Make(Submission submission)
    {
        Submitted Start(Func<Decision, Decision> change) => new(submission, change(Decision), 1);
        var accepted = Start(decision => decision);
        var open = Start(decision => decision with { EffectiveLevel = DataLevel.Aggregate, Requirements = [], RefusedAttributes = [] });
        var due = Instant.FromUtc(2026, 3, 24, 21, 0);
        var estimate = new FeeEstimate([new("Time: 6 hours, the first 2 free", 4, 40, 160), new("School years beyond the first", 1, 25, 25)],
            185, "USD", "Fewer years would cost less.");
        var file = new DeliverableAdded("d1", "attendance.csv", "text/csv", 10, "aa", new(Verdict.Pass, []), "analyst@district.example");
        return new Dictionary<string, RequestEvent[]>(StringComparer.Ordinal)
        {
            ["all the way"] =
            [
                accepted, new Assigned("analyst@district.example"), new ClarificationAsked("Which grades?\nAnd which schools?"), new Answered("Grade 6."),
                new FeeEstimated(estimate), new FeeAccepted(), new DocumentsRequested([Requirement.FamilyConsent]),
                new DocumentReceived("h1", DocumentKind.FamilyConsent, "consent of a student.pdf", 10, "bb"),
                new DocumentRejected(DocumentKind.FamilyConsent, "A signature is missing."),
                new DocumentReceived("h2", DocumentKind.FamilyConsent, "consent.pdf", 10, "cc"), new DocumentAccepted(DocumentKind.FamilyConsent),
                new NdaSent(new(Id, 1, "Text", "hash")), new NdaSigned(new("Robin Example", "Director", "hash")),
                new NdaExecuted("Lee Analyst", new LocalDate(2027, 6, 30)), new Extended(5, "Two sources have to be joined."),
                new DeadlineMoved(2, due, due + Duration.FromDays(1), "Snow day on March 20, 2026"), new FulfilmentBreached(due), file,
                new Delivered(["d1"], Instant.FromUtc(2026, 5, 1, 21, 0), "With thanks for your patience."),
                new Recalled("d1", "A column too many."), new Closed(), new DestructionAttested("Robin Example", "Wiped"),
            ],
            ["late reminder of the link"] = [open, new Assigned("Lee Analyst"), file, new Delivered(["d1"], Instant.FromUtc(2026, 5, 1, 21, 0), null), new Closed()],
            ["the way in"] =
            [
                accepted, new Assigned("Lee Analyst"), file, new Delivered(["d1"], Instant.FromUtc(2026, 5, 1, 21, 0), null), new AccessRevoked("Passed on."),
                new AccessRenewed(), new DownloadCodeSent("d1", Instant.FromUtc(2026, 5, 1, 21, 0)), new DownloadCodeRefused("d1"),
            ],
            ["never attested"] =
            [
                accepted, new Assigned("Lee Analyst"), new NdaSent(new(Id, 1, "Text", "hash")), new NdaSigned(new("Robin Example", "Director", "hash")),
                new NdaExecuted("Lee Analyst", new LocalDate(2026, 3, 20)), new FileQuarantined("d0", "old.csv", 10, "Lee Analyst"), new CheckCutOff("d0"), file,
                new Delivered(["d1"], Instant.FromUtc(2026, 5, 1, 21, 0), null), new Downloaded("d1"), new Recalled("d1", "A column too many."),
                new DestructionFellOverdue(due), new DestructionReminded(), new DestructionExempted("The partner was dissolved."),
            ],
            ["late"] = [open, new OutreachBreached(due), new Assigned("Lee Analyst"), new FulfilmentBreached(due)],
            ["reused agreement"] = [accepted, new Assigned("Lee"), new NdaReused(new("n1", "DR-2025-0007", new LocalDate(2026, 12, 31)))],
            ["waived"] = [open, new Assigned("Lee"), new FeeEstimated(estimate), new FeeWaived(), new Withdrawn("No longer needed.")],
            ["declined"] = [open, new Assigned("Lee"), new FeeEstimated(estimate), new FeeDeclined()],
            ["lapsed"] = [open, new Assigned("Lee"), new ClarificationAsked("Which?"), new Lapsed(RequestStatus.AwaitingClarification)],
            ["reviewed"] =
            [
                Start(decision => decision with { Disposition = Disposition.Review, Office = Office.LegalAdvisor, Expedited = true }),
                new Approved("Within these bounds."), new Rerouted(Office.Superintendent, "Needs the superintendent's word."),
                new Denied("It cannot be de-identified.", "Ask for counts."),
            ],
            ["at the counter"] =
            [
                new Submitted(submission with
                {
                    Visit = new() { Authority = Authority.MunicipalPolice, School = "Harbor High", RecordedBy = new("Sam Counter", "counter@school.example") },
                    LegalProcess = LegalProcess.Subpoena, ClaimedException = ClaimedException.PoliceCriminalInvestigation,
                    Requester = submission.Requester with { Kind = RequesterKind.LawEnforcement },
                }, Decision with { Disposition = Disposition.Review, Office = Office.LegalAdvisor, Expedited = true, Requirements = [] }, 1),
                new ReviewBreached(due), new Approved(null, ReviewGround.Subpoena, "For this case only.", ["attendance"]),
                new FamilyNotified(new LocalDate(2026, 3, 5), 10, "By mail"), new SuperintendentReported("Attendance of one student was approved."),
                new FamilyNoticeEnded(due),
            ],
            ["a report owed"] =
            [
                new Submitted(submission with { Requester = submission.Requester with { Kind = RequesterKind.LawEnforcement } },
                    Decision with { Disposition = Disposition.Review, Office = Office.LegalAdvisor, Expedited = true, Requirements = [] }, 1),
                new Approved(null),
            ],
            ["redirected"] = [Start(decision => decision with { Disposition = Disposition.Redirect, Office = Office.Communications })],
            ["refused"] = [Start(decision => decision with { Disposition = Disposition.Refuse })],
            ["rerouted outside"] = [open, new Assigned("Lee"), new Rerouted(Office.ResearchReview, "It is research.")],
        };
    }

    /// <summary>Every message any of the stories owes after any of its events, with the state it is then written from.</summary>
    public static IEnumerable<(string Story, Message Message, RequestState State, LetterContext Context)> Messages(
        IReadOnlyDictionary<string, RequestEvent[]> stories)
    {
        foreach (var (story, events) in stories)
        {
            RequestState? state = null;
            var at = Instant.FromUtc(2026, 3, 2, 15, 0);
            foreach (var happened in events)
            {
                state = Fold.Apply(state, Id, new((state?.Sequence ?? 0) + 1, at, Actor.System, happened));
                var circumstances = new Circumstances(at, Policy, Calendar);
                var context = new LetterContext(Policy, Calendar, Standing.Of(state, circumstances), Links, "042917");
                foreach (var owed in Owed.Effects(state, circumstances))
                {
                    if (owed.Effect is Effect.SendMail { Message: var message })
                    {
                        yield return (story, message, state, context);
                    }
                }

                at += Duration.FromHours(26);
            }
        }
    }
}
