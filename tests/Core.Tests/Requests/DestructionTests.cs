using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestCommand;

namespace Core.Tests.Requests;

/// <summary>34 CFR 99.31(a)(6), policy section 4: student-level data is destroyed when the agreement ends, and the receiver attests it.</summary>
public sealed class DestructionTests
{
    private static readonly LocalDate End = new(2026, 6, 30);

    [Fact]
    public void It_is_asked_for_when_the_agreement_ends_chased_and_escalated_when_overdue()
    {
        var story = Delivered().Until(2026, 6, 30, 16);
        story.SentKinds.ShouldNotContain("DestructionDue");
        // The agreement ends on a Tuesday at 17:00; five business days later is the next Tuesday: July 4 is a Saturday.
        story.Until(2026, 6, 30, 18).SentKinds.ShouldContain("DestructionDue");
        story.Until(2026, 7, 7, 16).SentKinds.ShouldNotContain("DestructionReminder");
        story.Until(2026, 7, 7, 18).SentKinds.Count(kind => kind == "DestructionReminder").ShouldBe(1);
        Destruction.Overdue(story.It, story.Circumstances).ShouldBeNull();
        story.Until(2026, 7, 14, 18);
        story.SentKinds.Count(kind => kind == "DestructionReminder").ShouldBe(2);
        story.SentKinds.ShouldContain("DestructionEscalation");
        story.SentKinds.ShouldContain("DestructionOverdue");
        Destruction.Overdue(story.It, story.Circumstances).ShouldBe(new("DR-1", Some.At(2026, 7, 14, 17)));
        // It goes on.
        story.Until(2026, 8, 15).SentKinds.Count(kind => kind == "DestructionReminder").ShouldBe(6);
    }

    [Fact]
    public void Times_of_reminders_that_went_by_unseen_bring_one_reminder()
    {
        var story = Delivered();
        var later = story.Circumstances with { Now = Some.At(2026, 9, 30) };
        Owed.Effects(story.It, later).Count(effect => effect.Id.StartsWith("mail/DestructionReminder", StringComparison.Ordinal) && effect.DueAt <= later.Now).ShouldBe(1);
    }

    [Fact]
    public void How_often_the_clock_chased_it_is_what_it_sent()
    {
        var story = Delivered().Until(2026, 6, 30, 16);
        Destruction.Chased(story.It, story.Circumstances).ShouldBe((0, null));
        story.Until(2026, 6, 30, 18);
        Destruction.Chased(story.It, story.Circumstances).ShouldBe((1, Some.At(2026, 6, 30, 17)));
        story.Until(2026, 8, 15);
        var sent = story.SentKinds.Count(kind => kind is "DestructionDue" or "DestructionReminder");
        Destruction.Chased(story.It, story.Circumstances).Times.ShouldBe(sent);
    }

    [Fact]
    public void What_was_refused_because_of_it_is_entered_so_that_it_can_be_shown()
    {
        var refused = Destruction.Judge(Some.Decision(), Some.Submission(), [new("DR-7", Some.At(2026, 7, 15, 17))], Some.Calendar);
        var story = Story.Of(refused);
        Destruction.HeldUp(story.It).ShouldBeTrue();
        Owed.Effects(story.It, story.Circumstances).ShouldContain(effect => effect.Effect is Effect.RegisterDestruction);
        Destruction.HeldUp(Story.Of(Some.Decision()).It).ShouldBeFalse();
    }

    [Fact]
    public void An_attestation_ends_it_at_once()
    {
        var story = Delivered().Until(2026, 7, 20);
        story.Do(new AttestDestruction("Pat Partner", "Wiped"), Actor.Requester).LastRefusal.ShouldBeNull();
        Destruction.Overdue(story.It, story.Circumstances).ShouldBeNull();
        var sent = story.SentKinds.Count();
        story.Until(2026, 12, 1).SentKinds.Skip(sent).ShouldBe(["DestructionAttested"]);
    }

    [Fact]
    public void An_administrator_alone_does_without_it_and_says_why()
    {
        var story = Delivered().Until(2026, 7, 20);
        story.Do(new ExemptDestruction(" "), Some.Administrator).LastRefusal!.Field.ShouldBe("reason");
        story.Do(new ExemptDestruction("Dissolved")).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new ExemptDestruction("Dissolved"), Some.Administrator).LastRefusal.ShouldBeNull();
        Destruction.Overdue(story.It, story.Circumstances).ShouldBeNull();
        story.Do(new AttestDestruction("Pat", "Wiped"), Actor.Requester).LastRefusal!.Code.ShouldBe("NoDestructionOwed");
        story.Until(2026, 7, 21).SentKinds.ShouldContain("DestructionExempted");
    }

    [Fact]
    public void An_administrator_can_have_the_receiver_reminded_once_more() =>
        Delivered().Until(2026, 7, 1).Do(new RemindDestruction(), Some.Administrator).Until(2026, 7, 2).SentKinds.ShouldContain("DestructionReminder");

    public static TheoryData<DataLevel, bool> Levels() => new()
    {
        { DataLevel.Aggregate, false },
        { DataLevel.Directory, false },
        { DataLevel.DeIdentifiedStudentLevel, true },
        { DataLevel.IdentifiableRoster, true },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void It_is_owed_for_student_level_data_alone(DataLevel level, bool owed) => Delivered(level).It.OwesDestruction.ShouldBe(owed);

    public static TheoryData<string, Disposition, Func<Submission, Submission>, Disposition> NextRequests() => new()
    {
        { "what we would fulfil", Disposition.Accept, one => one, Disposition.Refuse },
        { "what an approver would decide", Disposition.Review, one => one, Disposition.Refuse },
        { "what another office has", Disposition.Redirect, one => one, Disposition.Redirect },
        { "with a warrant", Disposition.Review, one => one with { LegalProcess = LegalProcess.Warrant }, Disposition.Review },
        { "an emergency", Disposition.Review, one => one with { ClaimedException = ClaimedException.HealthOrSafetyEmergency }, Disposition.Review },
    };

    [Theory]
    [MemberData(nameof(NextRequests))]
    public void While_it_is_overdue_the_next_request_is_refused_with_what_to_do(
        string which, Disposition before, Func<Submission, Submission> change, Disposition after)
    {
        var decision = Some.Decision(before, requirements: Requirement.Nda);
        var overdue = new OverdueDestruction("DR-7", Some.At(2026, 7, 15, 17));
        var judged = Destruction.Judge(decision, change(Some.Submission()), [overdue], Some.Calendar);
        judged.Disposition.ShouldBe(after, which);
        if (after == Disposition.Refuse)
        {
            var reason = judged.Reasons.ShouldHaveSingleItem();
            (reason.Code, reason.Source).ShouldBe(("DestructionOverdue", "FERPA §99.31(a)(6)(iv)"));
            reason.Text.ShouldContain("DR-7 is overdue since Wednesday, July 15, 2026");
            judged.Alternative.ShouldNotBeNull().ShouldContain("Attest");
            judged.Requirements.ShouldBeEmpty();
        }

        Destruction.Judge(decision, change(Some.Submission()), [], Some.Calendar).ShouldBe(decision);
    }

    [Theory]
    [InlineData("pat@partner.example", " Pat+tutoring@Partner.Example ", true)]
    [InlineData("pat@partner.example", "pam@partner.example", false)]
    [InlineData("pat@partner.example", "pat@partner.example.org", false)]
    public void A_person_is_known_again_by_their_address(string one, string other, bool same) =>
        (Receivers.Person(one) == Receivers.Person(other)).ShouldBe(same);

    [Theory]
    [InlineData("Harbor Tutors, Inc.", "the HARBOR  tutors", true)]
    [InlineData("Niños & Familias LLC", "Ninos and Familias", true)]
    [InlineData("St. Mary's Center", "St Marys Center", true)]
    [InlineData("Harbor Tutors", "Harbor Mentors", false)]
    [InlineData("The Company", "the company", true)]
    [InlineData("The Company", "Inc.", false)]
    public void An_organization_is_known_again_however_it_is_written(string one, string other, bool same) =>
        (Receivers.Organization(one) == Receivers.Organization(other)).ShouldBe(same);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" - ")]
    public void Nobody_is_no_organization(string? name) => Receivers.Organization(name).ShouldBeNull();

    private static Story Delivered(DataLevel level = DataLevel.DeIdentifiedStudentLevel) =>
        Story.Of(Some.Decision(level: level, requirements: Requirement.Nda), kind: RequesterKind.CommunityPartner)
            .Do(new Assign("Ana Lyst")).Do(new SignNda("Pat Partner", "Director", true), Actor.Requester).Do(new CountersignNda(End))
            .Do(Some.File("f1")).Do(new Deliver(["f1"], null));
}
