using Core.Release;
using Core.Requests;
using Core.Routing;
using CsCheck;
using NodaTime;
using static Core.Requests.RequestCommand;

namespace Core.Tests.Requests;

/// <summary>Whatever people do in whatever order, a request stays whole.</summary>
public sealed class LifecycleProperties
{
    private static readonly Gen<RequestCommand> Commands = Gen.OneOf(
        Gen.OneOf<RequestCommand>(
            new Answer("yes"), new DecideFee(true), new DecideFee(false), new SignNda("A Signer", "Director", true), new SignNda("A", "B", false),
            new Withdraw(null), new AttestDestruction("A Signer", "deleted"), new Download("f1"), new Assign("Ana Lyst"), new Assign("Ben Lyst"),
            new AskClarification("Which?"), new WaiveFee(), new RequireNda(), new Approve("ok"), new Deny("no", "aggregate"),
            new Reroute(Office.Superintendent, "r"), new Reroute(Office.DataAndAccountability, "r"), new Reroute(Office.Communications, "r"),
            new Extend(3, "large"), new OverrideCheck("f2", "seen"), new ExceptConsent(FerpaException.Studies, "a study"), new Deliver(["f1"], null), new Deliver(["f1", "f2"], "note"),
            new Recall("f1", "wrong"), new QuarantineFile("f1", "rates.csv", 120), new QuarantineFile("q1", "more.csv", 9), new AbandonFile("q1"),
            new RemindDestruction(), new ExemptDestruction("dissolved"), new Remind(), new RenewAccess(), new RevokeAccess("lost"), new SendDownloadCode("f1"),
            new Download("f1", new(7, true)), new Download("f1", new(7, false)), new Download("f1", new(9, true)), new AddNote("note"), new Close(), new PassTime(), new CountersignNda(new LocalDate(2027, 6, 30)),
            Some.File("f1"), Some.File("f2", Verdict.Fix), Some.File("f3", Verdict.Block)),
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 5000], (hours, records) => (RequestCommand)new EstimateFee(hours, records, null)),
        Gen.Enum<DocumentKind>().Select(kind => (RequestCommand)new HandInDocument($"doc-{kind}", kind, "a.pdf", 9, "00")),
        Gen.Enum<DocumentKind>().Select(kind => (RequestCommand)new AcceptDocument(kind)),
        Gen.Enum<DocumentKind>().Select(kind => (RequestCommand)new RejectDocument(kind, "unreadable")));

    private static readonly Gen<Actor> Actors = Gen.OneOf(Actor.Requester, Some.Analyst, Some.Approver, Some.Administrator);

    private static readonly Gen<Decision> Decisions = Gen.Select(
        Gen.OneOf(Disposition.Accept, Disposition.Accept, Disposition.Accept, Disposition.Review, Disposition.Redirect, Disposition.Refuse),
        Gen.OneOf(DataLevel.Aggregate, DataLevel.DeIdentifiedStudentLevel, DataLevel.IdentifiableRoster),
        Gen.OneOf(Requirement.Nda, Requirement.FamilyConsent, Requirement.PartnerRegistration, Requirement.StudentIds).List[0, 3],
        (disposition, level, requirements) => Some.Decision(disposition, level, requirements: [.. requirements.Distinct()]));

    private static readonly Gen<(Decision Decision, List<(RequestCommand Command, Actor By, int Hours)> Steps)> Stories =
        Gen.Select(Decisions, Gen.Select(Commands, Actors, Gen.Frequency((3, Gen.Int[0, 30]), (1, Gen.Int[100, 900]))).List[0, 40]);

    private static Story Tell((Decision Decision, List<(RequestCommand Command, Actor By, int Hours)> Steps) told, Action<Story>? afterEach = null)
    {
        var story = Story.Of(told.Decision);
        foreach (var (command, by, hours) in told.Steps)
        {
            story.Until(story.Now + Duration.FromHours(hours));
            story.Do(command, by);
            afterEach?.Invoke(story);
        }

        return story;
    }

    [Fact]
    public void The_fold_of_the_events_is_the_state() => Stories.Sample(told =>
    {
        var story = Tell(told);
        var again = Fold.Over("DR-1", story.It.History).ShouldNotBeNull();
        (again.Sequence, again.Version, Standing.StatusOf(again)).ShouldBe((story.It.Sequence, story.It.Version, story.Status));
        again.Ledger.ShouldBe(story.It.Ledger);
        again.Deliverables.ShouldBe(story.It.Deliverables);
    }, iter: 400);

    [Fact]
    public void After_an_ending_nothing_happens_but_care_for_files_already_released() => Stories.Sample(told =>
    {
        var history = Tell(told).Until(2028, 1, 3).It.History;
        var end = history.FindIndex(one => Fold.Over("DR-1", history.Take(one.Sequence))!.Ending is not null);
        history.Skip(end + 1).Where(_ => end >= 0).Select(one => one.Event).ShouldAllBe(happened =>
            happened is RequestEvent.DownloadCodeSent || happened is RequestEvent.DownloadCodeRefused || happened is RequestEvent.AccessRenewed
            || happened is RequestEvent.AccessRevoked || happened is RequestEvent.Downloaded || happened is RequestEvent.Recalled || happened is RequestEvent.DestructionAttested
            || happened is RequestEvent.DestructionFellOverdue || happened is RequestEvent.DestructionReminded || happened is RequestEvent.DestructionExempted
            || happened is RequestEvent.CheckCutOff || happened is RequestEvent.DocumentAccepted || happened is RequestEvent.DocumentRejected);
    }, iter: 200);

    [Fact]
    public void No_effect_is_owed_twice_and_none_is_owed_before_its_cause() => Stories.Sample(told =>
    {
        var story = Tell(told);
        var owed = Owed.Effects(story.It, story.Circumstances);
        owed.Select(effect => effect.Id).ShouldBeUnique();
        owed.ShouldAllBe(effect => effect.DueAt >= story.It.SubmittedAt);
    }, iter: 200);

    [Fact]
    public void Time_always_brings_a_request_to_rest() => Stories.Sample(told =>
    {
        var story = Tell(told).Until(2030, 1, 7);
        var wake = Owed.NextWake(story.It, story.Done, story.Circumstances);
        (wake is null || wake > story.Now).ShouldBeTrue($"still owed at {wake}");
    }, iter: 100);

    [Fact]
    public void A_file_leaves_only_past_its_check_and_every_precondition() => Stories.Sample(told => Tell(told, story =>
    {
        var it = story.It;
        if (it.History[^1].Event is RequestEvent.Delivered)
        {
            it.Deliverables.Where(file => file.DeliveredAt is not null).ShouldAllBe(file => file.MayLeave);
            it.NeedsApproval.ShouldBeFalse();
            it.NdaPending.ShouldBeFalse();
            it.DocumentsPending.ShouldBeFalse();
            (it.Fee?.Decision is FeeDecision.Pending or FeeDecision.Declined).ShouldBeFalse();
        }
    }), iter: 400);

    [Fact]
    public void Data_that_names_students_leaves_to_its_requester_only_with_the_code_sent_last_and_once() => Stories.Sample(told => Tell(told, story =>
    {
        if (story.It.History[^1] is { Event: RequestEvent.Downloaded fetched, By: Actor.TheRequester } last && Core.Disclosure.Entries.AreOwed(story.It))
        {
            var before = story.It.History.SkipLast(1).ToList();
            var since = before.AsEnumerable().Reverse().TakeWhile(one => one.Event is not RequestEvent.DownloadCodeSent sent || sent.DeliverableId != fetched.DeliverableId).ToList();
            var sent = (RequestEvent.DownloadCodeSent)before[^(since.Count + 1)].Event;
            sent.ExpiresAt.ShouldBeGreaterThan(last.At);
            since.ShouldNotContain(one => one.Event is RequestEvent.Downloaded && one.By is Actor.TheRequester);
            since.Count(one => one.Event is RequestEvent.DownloadCodeRefused).ShouldBeLessThan(5);
        }
    }), iter: 400);

    [Fact]
    public void While_it_only_waits_the_deadline_never_moves_earlier() => Stories.Sample(told =>
    {
        var story = Tell(told);
        var before = story.Standing.DueAt;
        var later = Standing.Of(story.It, Some.Now(story.Now + Duration.FromDays(9))).DueAt;
        if (before is not null && later is not null)
        {
            later.Value.ShouldBeGreaterThanOrEqualTo(before.Value);
        }
    }, iter: 300);
}
