using Core.Agreements;
using Core.Calendar;
using Core.Notifications;
using Core.Release;
using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestCommand;
using static Core.Requests.RequestStatus;

namespace Core.Tests.Requests;

public sealed class LifecycleTests
{
    [Theory]
    [InlineData(Disposition.Accept, Submitted, WaitingOn.Office)]
    [InlineData(Disposition.Review, AwaitingApproval, WaitingOn.Approver)]
    [InlineData(Disposition.Redirect, Redirected, null)]
    [InlineData(Disposition.Refuse, Refused, null)]
    public void A_submission_stands_where_its_disposition_puts_it(Disposition disposition, RequestStatus status, WaitingOn? turn)
    {
        var story = Story.Of(Some.Decision(disposition));
        (story.Standing.Status, story.Standing.WaitingOn).ShouldBe((status, turn));
    }

    [Fact]
    public void What_is_required_is_asked_for_in_the_contracts_order()
    {
        var story = Story.InProgress(Requirement.PartnerRegistration, Requirement.FamilyConsent, Requirement.Nda);
        story.Status.ShouldBe(AwaitingDocuments);
        story.Standing.WaitingOn.ShouldBe(WaitingOn.Requester);

        story.Do(new AskClarification("Which grades?")).Status.ShouldBe(AwaitingClarification);
        story.Do(new EstimateFee(10, 0, null)).Status.ShouldBe(AwaitingClarification);
        story.Do(new Answer("All of them"), Actor.Requester).Status.ShouldBe(AwaitingFeeDecision);
        story.Do(new DecideFee(true), Actor.Requester).Status.ShouldBe(AwaitingDocuments);
        story.Do(new HandInDocument("d1", DocumentKind.FamilyConsent, "consent.pdf", 1, "00"), Actor.Requester);
        story.Do(new AcceptDocument(DocumentKind.FamilyConsent)).Status.ShouldBe(AwaitingDocuments);
        story.Do(new AcceptDocument(DocumentKind.PartnerRegistration)).Status.ShouldBe(AwaitingNda);
        story.Standing.DueAt.ShouldBeNull();
        story.Do(new SignNda("Rita Quester", "Director", true), Actor.Requester).Standing.WaitingOn.ShouldBe(WaitingOn.Office);
        story.Do(new CountersignNda(new LocalDate(2027, 3, 1))).Status.ShouldBe(InProgress);
        story.Standing.DueAt.ShouldBe(Some.At(2026, 3, 23, 17));
    }

    [Fact]
    public void A_current_agreement_is_reused_instead_of_a_new_signature()
    {
        var story = Story.Of(Some.Decision(requirements: Requirement.Nda));
        story.CurrentNda = new CurrentNda("nda-1", "DR-0", new LocalDate(2026, 12, 31));
        story.Do(new Assign("Ana Lyst")).Status.ShouldBe(InProgress);
        story.It.Nda!.Reused!.RequestId.ShouldBe("DR-0");
    }

    [Fact]
    public void An_agreement_that_has_ended_is_not_reused()
    {
        var story = Story.Of(Some.Decision(requirements: Requirement.Nda));
        story.CurrentNda = new CurrentNda("nda-1", "DR-0", new LocalDate(2026, 3, 1));
        story.Do(new Assign("Ana Lyst")).Status.ShouldBe(AwaitingNda);
    }

    [Fact]
    public void The_clock_stands_still_while_an_answer_is_owed()
    {
        var story = Story.InProgress();
        story.Standing.DueAt.ShouldBe(Some.At(2026, 3, 23, 17));
        story.Until(2026, 3, 4, 9).Do(new AskClarification("Which grades?"));
        story.Until(2026, 3, 9, 9).Do(new Answer("All"), Actor.Requester);
        // Wednesday, Thursday and Friday did not count.
        story.Standing.DueAt.ShouldBe(Some.At(2026, 3, 26, 17));
    }

    public static TheoryData<RequestCommand, string> NotNow() => new()
    {
        { new Answer("x"), "NothingAsked" },
        { new DecideFee(true), "NoFeePending" },
        { new SignNda("A", "B", true), "NoNdaToSign" },
        { new CountersignNda(new LocalDate(2027, 1, 1)), "NdaNotSigned" },
        { new WaiveFee(), "NoFee" },
        { new Approve(null), "NothingToApprove" },
        { new Close(), "NotDelivered" },
        { new AcceptDocument(DocumentKind.FamilyConsent), "DocumentNotRequired" },
        { new RejectDocument(DocumentKind.FamilyConsent, "r"), "DocumentNotReceived" },
        { new Reroute(Office.DataAndAccountability, "r"), "SameOffice" },
        { new AttestDestruction("A", "shredded"), "NoDestructionOwed" },
        { new RemindDestruction(), "NoDestructionOwed" },
        { new ExemptDestruction("dissolved"), "NoDestructionOwed" },
        { new ExceptConsent(FerpaException.Studies, "a study"), "NoConsentAsked" },
        { new Download("nope"), "NotAvailable" },
        { new Submit(Some.Submission(), Some.Decision()), "AlreadySubmitted" },
    };

    [Theory]
    [MemberData(nameof(NotNow))]
    public void A_command_out_of_turn_is_refused_with_its_reason_and_changes_nothing(RequestCommand command, string code)
    {
        var story = Story.InProgress();
        var before = story.It;
        story.Do(command).LastRefusal.ShouldNotBeNull().Code.ShouldBe(code);
        story.It.ShouldBe(before);
    }

    public static TheoryData<RequestCommand, string> Incomplete() => new()
    {
        { new Assign(" "), "assignee" },
        { new AskClarification(""), "question" },
        { new EstimateFee(-1, 0, null), "hours" },
        { new EstimateFee(1, -1, null), "records" },
        { new Deny("", "a"), "reason" },
        { new Deny("r", " "), "alternative" },
        { new Reroute(Office.Communications, ""), "reason" },
        { new Extend(0, "r"), "businessDays" },
        { new Extend(31, "r"), "businessDays" },
        { new Extend(5, ""), "reason" },
        { new Deliver([], null), "deliverableIds" },
        { new Deliver(["nope"], null), "deliverableIds" },
        { new OverrideCheck("nope", "r"), "deliverableId" },
        { new AddNote(" "), "text" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void A_command_with_a_bad_field_names_the_field(RequestCommand command, string field)
    {
        var refusal = Story.InProgress().Do(command).LastRefusal.ShouldNotBeNull();
        (refusal.Kind, refusal.Field).ShouldBe((RefusalKind.BadInput, field));
    }

    [Fact]
    public void Only_an_approver_decides_a_review()
    {
        var story = Story.Of(Some.Decision(Disposition.Review, office: Office.Superintendent));
        story.Do(new Approve(null)).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new Deny("r", "a")).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new Reroute(Office.DataAndAccountability, "mine")).LastRefusal!.Code.ShouldBe("ReviewFirst");
        story.Do(new Assign("Ana Lyst")).Status.ShouldBe(AwaitingApproval);
        story.Do(new AskClarification("?")).LastRefusal!.Code.ShouldBe("ReviewFirst");
        story.Do(new Approve("within the warrant"), Some.Approver).Status.ShouldBe(InProgress);
    }

    [Fact]
    public void A_fix_leaves_only_when_someone_else_who_approves_overrides_it_and_a_block_never()
    {
        var both = new Actor.Staff("Bo Th", [StaffRole.Analyst, StaffRole.Approver]);
        var story = Story.InProgress().Do(Some.File("fix", Verdict.Fix), both).Do(Some.File("block", Verdict.Block), both);
        story.Do(new Deliver(["fix"], null)).LastRefusal!.Code.ShouldBe("FileNeedsFix");
        story.Do(new OverrideCheck("fix", "seen"), both).LastRefusal!.Code.ShouldBe("SecondPersonNeeded");
        story.Do(new OverrideCheck("fix", "seen")).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new OverrideCheck("block", "seen"), Some.Approver).LastRefusal!.Code.ShouldBe("BlockStands");
        story.Do(new OverrideCheck("fix", "seen"), Some.Approver).Do(new Deliver(["block"], null)).LastRefusal!.Code.ShouldBe("FileBlocked");
        story.Do(new Deliver(["fix"], null)).Status.ShouldBe(Delivered);
    }

    [Fact]
    public void A_mere_record_does_not_advance_the_version_people_saw()
    {
        var story = Story.InProgress();
        var seen = story.It.Version;
        story.Do(Some.File("f"));
        story.It.Version.ShouldBe(seen);
        story.Do(new Deliver(["f"], null));
        seen = story.It.Version;
        story.Do(new Download("f"), Actor.Requester).It.Version.ShouldBe(seen);
        story.It.Deliverables[0].Downloads.ShouldBe(1);
    }

    [Fact]
    public void After_its_end_a_released_file_can_still_be_fetched_recalled_and_accounted_for()
    {
        var story = Story.InProgress().Do(Some.File("f")).Do(new Deliver(["f"], null)).Do(new Close());
        story.Status.ShouldBe(Closed);
        story.Do(new AddNote("x")).LastRefusal!.Code.ShouldBe("RequestEnded");
        story.Do(new Download("f"), Actor.Requester).LastRefusal.ShouldBeNull();
        story.Do(new Recall("f", "wrong file")).LastRefusal.ShouldBeNull();
        story.Do(new Download("f"), Actor.Requester).LastRefusal!.Code.ShouldBe("NotAvailable");
        story.Status.ShouldBe(Closed);
    }

    [Fact]
    public void No_answer_note_or_withdrawal_keeps_anybodys_immigration_status()
    {
        var story = Story.InProgress().Do(new AskClarification("Which students?"));
        story.Do(new Answer("All of grade 9. Two of them are undocumented."), Actor.Requester).Do(new AddNote("Asked again for their visa status."));
        story.Do(new Withdraw("We need their citizenship status."), Actor.Requester);
        var kept = string.Join('\n', story.It.History.Select(one => one.Event.ToString()));
        kept.ShouldContain("All of grade 9.");
        foreach (var word in new[] { "undocumented", "visa", "citizenship" })
        {
            kept.ShouldNotContain(word);
        }
    }

    [Fact]
    public void A_closure_added_later_moves_the_deadline_and_says_why()
    {
        var story = Story.InProgress();
        story.Calendar = new BusinessCalendar(2, Some.Boston, new LocalTime(17, 0), [new Closure(new LocalDate(2026, 3, 10), "Snow day")]);
        story.Do(new ApplyCalendar(Some.Calendar), Actor.System);
        var moved = story.It.History[^1].Event.ShouldBeOfType<RequestEvent.DeadlineMoved>();
        (moved.From, moved.To, moved.Because).ShouldBe((Some.At(2026, 3, 23, 17), Some.At(2026, 3, 24, 17), "added: Snow day on March 10, 2026"));
        story.Do(new ApplyCalendar(Some.Calendar), Actor.System).It.History.Count(one => one.Event is RequestEvent.DeadlineMoved).ShouldBe(1);
    }

    // policy section 4: what time alone does. Monday, March 2 is receipt; Tuesday is day 1.
    [Fact]
    public void Nobody_reaching_out_is_nudged_at_3_and_breached_at_5_business_days()
    {
        var story = Story.Of(Some.Decision()).Until(2026, 3, 5, 16);
        story.SentKinds.ShouldNotContain(nameof(MessageKind.OutreachNudge));
        story.Until(2026, 3, 5, 17).SentKinds.ShouldContain(nameof(MessageKind.OutreachNudge));
        story.It.OutreachBreached.ShouldBeFalse();
        story.Until(2026, 3, 9, 17).It.OutreachBreached.ShouldBeTrue();
        story.SentKinds.ShouldContain(nameof(MessageKind.OutreachBreach));
    }

    [Fact]
    public void An_unanswered_question_is_reminded_once_and_lapses()
    {
        var story = Story.InProgress().Do(new AskClarification("Which grades?")).Until(2026, 3, 27);
        story.SentKinds.Count(kind => kind == nameof(MessageKind.ClarificationReminder)).ShouldBe(1);
        story.Status.ShouldBe(AwaitingClarification);
        story.Until(2026, 3, 30, 17).Status.ShouldBe(RequestStatus.Lapsed);
        story.SentKinds.ShouldContain(nameof(MessageKind.Lapsed));
    }

    [Fact]
    public void An_undecided_fee_is_reminded_at_5_and_lapses_at_10_business_days()
    {
        var story = Story.InProgress().Do(new EstimateFee(10, 0, null)).Until(2026, 3, 16, 16);
        story.SentKinds.Count(kind => kind == nameof(MessageKind.FeeReminder)).ShouldBe(1);
        story.Until(2026, 3, 16, 17).Status.ShouldBe(RequestStatus.Lapsed);
    }

    [Fact]
    public void An_unsigned_nda_is_reminded_every_5_and_lapses_at_20_business_days()
    {
        var story = Story.InProgress(Requirement.Nda).Until(2026, 3, 30, 16);
        story.SentKinds.Count(kind => kind == nameof(MessageKind.NdaReminder)).ShouldBe(3);
        story.Until(2026, 3, 30, 17).Status.ShouldBe(RequestStatus.Lapsed);
    }

    [Fact]
    public void Fulfilment_is_warned_breached_escalated_and_the_extension_starts_it_over()
    {
        var story = Story.InProgress().Until(2026, 3, 18, 17);
        story.SentKinds.ShouldContain(nameof(MessageKind.FulfilmentWarning));
        story.Until(2026, 3, 23, 17).It.FulfilmentBreached.ShouldBe(Some.At(2026, 3, 23, 17));
        story.SentKinds.ShouldContain(nameof(MessageKind.FulfilmentLate));
        story.SentKinds.ShouldNotContain(nameof(MessageKind.FulfilmentEscalation));
        story.Until(2026, 3, 24, 17).SentKinds.ShouldContain(nameof(MessageKind.FulfilmentEscalation));
        story.Do(new Extend(5, "large")).Standing.DueAt.ShouldBe(Some.At(2026, 3, 30, 17));
        story.Until(2026, 3, 30, 17).It.FulfilmentBreached.ShouldBe(Some.At(2026, 3, 30, 17));
    }

    [Fact]
    public void A_link_is_reminded_7_days_before_it_ends_then_the_file_goes_and_the_request_closes()
    {
        var story = Story.InProgress().Do(Some.File("f")).Do(new Deliver(["f"], null));
        story.Until(2026, 3, 25, 8).SentKinds.ShouldNotContain(nameof(MessageKind.LinkReminder));
        story.Until(2026, 3, 25, 11).SentKinds.ShouldContain(nameof(MessageKind.LinkReminder));
        story.Until(2026, 4, 1, 12).Status.ShouldBe(Closed);
        story.Sent.Select(effect => effect.Id).ShouldContain("delete/f");
    }

    [Fact]
    public void A_reminder_missed_while_nothing_ran_is_sent_once()
    {
        var story = Story.InProgress(Requirement.Nda);
        var late = new Circumstances(Some.At(2026, 3, 18), Some.Policy, Some.Calendar);
        Owed.Effects(story.It, late).Count(effect => effect.DueAt <= late.Now && effect.Id.Contains("NdaReminder", StringComparison.Ordinal)).ShouldBe(1);
    }
}
