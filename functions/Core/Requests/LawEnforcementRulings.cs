using NodaTime;
using static Core.Requests.Refusals;
using static Core.Requests.RequestCommand;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>Judges what only concerns requests of law enforcement, or brought with legal process (policy sections 3 and 5).</summary>
internal static class LawEnforcementRulings
{
    private const int MostStudents = 100_000;

    /// <summary>The family was told, on a date that has come.</summary>
    public static Ruling Notify(RequestState state, NotifyFamily notice, Circumstances circumstances) =>
        WhyNoNotice(state)
        ?? (notice.SentOn > circumstances.Today ? Bad("sentOn", "The notice cannot have been sent in the future.")
            : notice.SentOn < state.SubmittedAt.InZone(circumstances.Calendar.Zone).Date
                ? Bad("sentOn", "The notice cannot have been sent before the request came in.")
            : string.IsNullOrWhiteSpace(notice.How) ? Bad("how", "Say how the family was told.")
            : new FamilyNotified(notice.SentOn, circumstances.Policy.LawEnforcement.FamilyNoticeBusinessDays, notice.How.Trim()));

    /// <summary>The order forbids it; an approver says so, with where it says it.</summary>
    public static Ruling Forbid(RequestState state, ForbidFamilyNotice forbid) =>
        WhyNoNotice(state) ?? (string.IsNullOrWhiteSpace(forbid.Reason)
            ? Bad("reason", "Say where the order forbids it.")
            : new FamilyNoticeForbidden(forbid.Reason.Trim()));

    /// <summary>The report is owed by an expedited review, and stays owed after the request has ended.</summary>
    public static Ruling Report(RequestState state, ReportToSuperintendent report) =>
        string.IsNullOrWhiteSpace(report.Text) ? Bad("text", "Write the report.")
        : state.OwesSuperintendentReport ? new SuperintendentReported(report.Text.Trim())
        : NoReportOwed;

    /// <summary>Numbers for accountability; they name nobody.</summary>
    public static Ruling Describe(RequestState state, DescribeStudents group) =>
        !state.IsForLawEnforcement ? NotForLawEnforcement
        : group.Students is < 0 or > MostStudents ? Bad("students", "The number of students must be between 0 and 100,000.")
        : new StudentsDescribed(group.Race, group.EnglishLearners, group.Students);

    /// <summary>What stands against a release until the family was told and had its time.</summary>
    public static Ruling? WhyNotYet(RequestState state) => state.NeedsFamilyNotice && !state.LawEnforcement.FamilyNoticeSettled
        ? FamilyNoticeFirst(isSent: state.LawEnforcement.FamilyNotifiedOn is not null)
        : null;

    /// <summary>When the family's time is over; null where it was not told.</summary>
    public static Instant? FamilyWaitEnds(RequestState state, Circumstances circumstances) =>
        state.LawEnforcement is { FamilyNotifiedOn: { } sentOn, FamilyWaitBusinessDays: var days }
            ? circumstances.Calendar.After(circumstances.Calendar.EndOf(sentOn), days)
            : null;

    private static Ruling? WhyNoNotice(RequestState state) => state switch
    {
        { NeedsFamilyNotice: false } => NoNoticeNeeded,
        { DeliveredAt: not null } => AlreadyDelivered,
        { LawEnforcement.FamilyNotifiedOn: not null } or { LawEnforcement.NoticeForbiddenBecause: not null } => NoticeSettled,
        _ => null,
    };
}
