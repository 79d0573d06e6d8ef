using Core.Calendar;
using Core.Requests;
using Core.Routing;
using Core.Tests.Requests;
using NodaTime;

namespace Core.Tests.Authorities;

/// <summary>Policy section 3, rules 2 and 3; PLAN-2020; 34 CFR 99.31(a)(9)(ii): the review, its clock, the notice to the family, the report afterwards.</summary>
public sealed class ReviewTests
{
    private static readonly Actor Approver = new Actor.Staff("Ap Prover", [StaffRole.Approver]);

    [Theory]
    [InlineData("2026-03-02 09:00", 4, "2026-03-02 13:00", "within the day")]
    [InlineData("2026-03-02 15:00", 4, "2026-03-03 10:00", "over the night: two hours each day")]
    [InlineData("2026-03-02 13:00", 4, "2026-03-02 17:00", "up to closing time")]
    [InlineData("2026-03-02 06:30", 4, "2026-03-02 12:00", "before the office opens")]
    [InlineData("2026-03-02 18:00", 4, "2026-03-03 12:00", "after it closed")]
    [InlineData("2026-03-06 16:00", 4, "2026-03-09 11:00", "over a weekend")]
    [InlineData("2026-03-07 12:00", 1, "2026-03-09 09:00", "on a Saturday")]
    [InlineData("2026-04-17 16:00", 2, "2026-04-21 09:00", "over Patriots' Day")]
    [InlineData("2026-03-02 08:00", 20, "2026-03-04 10:00", "over several days of nine hours")]
    public void Office_hours_run_only_while_the_office_is_open(string from, int hours, string due, string because) =>
        OfficeHours.After(Some.Calendar, new LocalTime(8, 0), At(from), Duration.FromHours(hours)).ShouldBe(At(due), because);

    [Fact]
    public void An_expedited_review_warns_breaches_and_is_escalated_to_the_superintendent_in_office_hours()
    {
        var story = Expedited();
        story.Until(Some.At(2026, 3, 2, 12, 11)).SentKinds.ShouldNotContain("ReviewWarning");
        story.Until(Some.At(2026, 3, 2, 12, 13)).SentKinds.ShouldContain("ReviewWarning");
        story.SentKinds.ShouldNotContain("ReviewBreach");
        story.Until(Some.At(2026, 3, 2, 13, 1)).SentKinds.Where(kind => kind.StartsWith("ReviewBreach", StringComparison.Ordinal)).ShouldBe(["ReviewBreach", "ReviewBreachNotice"], ignoreOrder: true);
        story.Until(Some.At(2026, 3, 2, 14, 59)).SentKinds.ShouldNotContain("ReviewEscalation");
        story.Until(Some.At(2026, 3, 2, 15, 1)).SentKinds.ShouldContain("ReviewEscalation");
    }

    [Fact]
    public void A_review_that_is_decided_in_time_is_neither_breached_nor_escalated()
    {
        var story = Expedited().Do(new RequestCommand.Approve(null), Approver).Until(Some.At(2026, 3, 3));
        story.SentKinds.ShouldNotContain("ReviewBreach");
        story.SentKinds.ShouldNotContain("ReviewEscalation");
        story.It.LawEnforcement.ReviewBreached.ShouldBeNull();
    }

    [Fact]
    public void A_review_of_the_superintendent_has_no_clock_of_hours() =>
        Of(null, null).Until(Some.At(2026, 3, 4)).SentKinds.ShouldNotContain("ReviewBreach");

    [Fact]
    public void The_report_to_the_superintendent_is_owed_and_asked_for_until_it_is_written_even_after_a_denial()
    {
        var story = Expedited().Do(new RequestCommand.Deny("No danger was shown", "Counts", ReviewGround.None), Approver);
        story.It.OwesSuperintendentReport.ShouldBeTrue();
        story.Until(Some.At(2026, 3, 4, 18)).SentKinds.Count(kind => kind == "SuperintendentReportDue").ShouldBe(1);
        story.Until(Some.At(2026, 3, 6, 18)).SentKinds.Count(kind => kind == "SuperintendentReportDue").ShouldBe(2);
        story.Do(new RequestCommand.ReportToSuperintendent(" "), Approver).LastRefusal!.Field.ShouldBe("text");
        story.Do(new RequestCommand.ReportToSuperintendent("Denied: no danger was shown."), Approver).LastRefusal.ShouldBeNull();
        story.Until(Some.At(2026, 3, 30)).SentKinds.Count(kind => kind == "SuperintendentReportDue").ShouldBe(2);
        story.SentKinds.ShouldContain("SuperintendentReport");
        story.Do(new RequestCommand.ReportToSuperintendent("Again"), Approver).LastRefusal!.Code.ShouldBe("NoReportOwed");
    }

    [Fact]
    public void No_report_is_owed_where_the_superintendent_decided() =>
        Of(null, null).Do(new RequestCommand.Approve(null), Approver).It.OwesSuperintendentReport.ShouldBeFalse();

    [Fact]
    public void The_decision_is_recorded_with_ground_conditions_and_what_may_leave()
    {
        var state = Expedited().Do(new RequestCommand.Approve("Call first", ReviewGround.HealthOrSafetyEmergency, "Today only", ["home address"]), Approver).It;
        state.LawEnforcement.ShouldSatisfyAllConditions(
            law => law.Ground.ShouldBe(ReviewGround.HealthOrSafetyEmergency), law => law.Conditions.ShouldBe("Today only"),
            law => law.ApprovedInformation.ShouldBe(["home address"]), law => law.DecidedAt.ShouldBe(Some.Monday));
        Core.Release.ApprovedData.For(state, Some.Policy).Only.ShouldBe(["home address"]);
    }

    [Theory]
    [InlineData(LegalProcess.Subpoena, "FamilyNoticeFirst")]
    [InlineData(LegalProcess.CourtOrder, "FamilyNoticeFirst")]
    [InlineData(LegalProcess.Warrant, null)]
    public void Nothing_leaves_on_a_subpoena_or_order_before_the_family_was_told(LegalProcess process, string? refusal) =>
        Ready(process).Do(new RequestCommand.Deliver(["f1"], null)).LastRefusal?.Code.ShouldBe(refusal);

    [Fact]
    public void While_the_family_may_object_the_clock_stands_still_and_nothing_leaves_and_then_it_runs_on()
    {
        var story = Ready(LegalProcess.Subpoena).Do(new RequestCommand.NotifyFamily(new LocalDate(2026, 3, 2), "By mail and telephone"));
        story.LastRefusal.ShouldBeNull();
        story.It.Ledger[^1].ShouldSatisfyAllConditions(entry => entry.Change.ShouldBe(ClockChange.Paused), entry => entry.Cause.ShouldBe(PauseCause.FamilyNotice));
        story.Until(Some.At(2026, 3, 16, 16)).Do(new RequestCommand.Deliver(["f1"], null)).LastRefusal!.Code.ShouldBe("FamilyNoticeFirst");
        Standing.Of(story.It, story.Circumstances).Clock!.Sentence.ShouldContain("waiting for the family's answer to our notice");
        story.Until(Some.At(2026, 3, 16, 17, 1)).It.LawEnforcement.FamilyWaitOver.ShouldBeTrue("10 business days from March 2");
        story.SentKinds.ShouldContain("FamilyNoticeOver");
        story.It.Ledger[^1].Change.ShouldBe(ClockChange.Resumed);
        story.Do(new RequestCommand.Deliver(["f1"], null)).LastRefusal.ShouldBeNull();
    }

    [Fact]
    public void An_order_that_forbids_the_notice_lets_it_go_on_and_an_approver_records_where_it_says_so()
    {
        var story = Ready(LegalProcess.CourtOrder);
        story.Do(new RequestCommand.ForbidFamilyNotice("Page 2")).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new RequestCommand.ForbidFamilyNotice(""), Approver).LastRefusal!.Field.ShouldBe("reason");
        story.Do(new RequestCommand.ForbidFamilyNotice("Page 2"), Approver).LastRefusal.ShouldBeNull();
        story.Do(new RequestCommand.NotifyFamily(new LocalDate(2026, 3, 2), "By mail")).LastRefusal!.Code.ShouldBe("NoticeSettled");
        story.Do(new RequestCommand.Deliver(["f1"], null)).LastRefusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-03-03", "sentOn", "tomorrow")]
    [InlineData("2026-02-27", "sentOn", "before it came in")]
    public void A_notice_has_a_date_that_can_be(string date, string field, string because) => Ready(LegalProcess.Subpoena)
        .Do(new RequestCommand.NotifyFamily(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, "By mail")).LastRefusal!.Field.ShouldBe(field, because);

    [Fact]
    public void Without_a_subpoena_or_order_there_is_no_notice() =>
        Expedited().Do(new RequestCommand.NotifyFamily(new LocalDate(2026, 3, 2), "By mail")).LastRefusal!.Code.ShouldBe("NoNoticeNeeded");

    [Fact]
    public void Students_are_counted_by_group_and_a_group_of_none_is_out()
    {
        var story = Expedited().Do(new RequestCommand.DescribeStudents(StudentRace.Asian, EnglishLearners.Yes, 2))
            .Do(new RequestCommand.DescribeStudents(StudentRace.Asian, EnglishLearners.Yes, 3)).Do(new RequestCommand.DescribeStudents(StudentRace.White, EnglishLearners.No, 1));
        story.It.LawEnforcement.Students.Sum(group => group.Students).ShouldBe(4);
        story.Do(new RequestCommand.DescribeStudents(StudentRace.White, EnglishLearners.No, 0)).It.LawEnforcement.Students.ShouldHaveSingleItem();
        Story.InProgress().Do(new RequestCommand.DescribeStudents(StudentRace.White, EnglishLearners.No, 1)).LastRefusal!.Code.ShouldBe("NotForLawEnforcement");
    }

    private static Story Expedited() => Of(null, ClaimedException.HealthOrSafetyEmergency);

    private static Story Ready(LegalProcess process) => Of(process, null).Do(new RequestCommand.Approve(null), Approver)
        .Do(new RequestCommand.Assign("Ana Lyst")).Do(Some.File("f1"));

    private static Story Of(LegalProcess? process, ClaimedException? claimed)
    {
        var submission = Some.Submission(RequesterKind.LawEnforcement, DataLevel.IdentifiableRoster) with { LegalProcess = process, ClaimedException = claimed };
        var decision = Some.Decision(Disposition.Review, DataLevel.IdentifiableRoster, process is null && claimed is null ? Office.Superintendent : Office.LegalAdvisor)
            with { Expedited = claimed is not null };
        return Story.Of(decision with { EffectiveLevel = DataLevel.Aggregate }, kind: RequesterKind.LawEnforcement, submission: submission);
    }

    private static Instant At(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InZoneStrictly(Some.Boston).ToInstant();
}
