using System.Globalization;
using Core.Requests;
using NodaTime;
using Service.Health;
using Service.Portal.Layout;
using Service.Reports;
using static Service.Portal.Administrator.Home.MatterUrgency;

namespace Service.Portal.Administrator.Home;

/// <summary>Says what needs attention, what presses first.</summary>
internal static class Matters
{
    // Records that nobody verified for longer are verified again.
    private static readonly Duration VerifyEvery = Duration.FromDays(31);

    /// <summary>All of it.</summary>
    /// <param name="totals">The queue counted; null where it is being counted.</param>
    /// <param name="attention">The rest; null where it is being looked at.</param>
    /// <param name="now">The page's time.</param>
    public static IReadOnlyList<Matter> Of(QueueTotals? totals, Attention? attention, Instant now) =>
    [
        .. new[]
        {
            Counted("Deadlines missed", totals?.Late, Now, "Open requests past a deadline.", "None is past its deadline.", "/admin/sla/requests?part=Missed"),
            Counted("Due soon", totals?.DueSoon, Coming, "Open requests in the last days of their time.", "None is in the last days of its time.", "/admin/sla/requests?part=DueSoon"),
            Counted("Approvals waiting", totals?.ByStatus.GetValueOrDefault(RequestStatus.AwaitingApproval), Coming, "Requests that go on once somebody approves or denies them.",
                "None waits for an approver.", "/staff?status=AwaitingApproval"),
            Letters(attention?.Health),
            Engine(attention?.Health),
            Seal(attention?.Health),
            Verified(attention?.Health, now),
            Counted("Overdue destruction", attention?.OverdueDestructions, Now, "Receivers who owe an attestation; their next request is refused.",
                attention?.HasMoreDestructions == true ? $"None among the first {AttentionReport.MostDestructions} looked at." : "No receiver is overdue.", "/admin/destruction?show=Overdue"),
            Training(attention),
            Calendar(attention),
        }.OrderBy(matter => matter.Urgency),
    ];

    private static Matter Letters(OfficeHealth? health) => health switch
    {
        null => Unsaid("Mail", "/admin/health"),
        { DelayedLetters: > 0 and var delayed } =>
            new("Mail delayed", health.HasMoreDelayed ? $"{Number(delayed)} or more" : Number(delayed), "Letters the mail server did not take; they are tried again.", "/admin/health", Now),
        { GivenUp: [_, ..] given } => new("Mail given up", Number(given.Count), "Letters of the last 30 days whose address is none: reach these people another way.", "/admin/health", Coming),
        _ => new("Mail", "0", "Every letter left.", "/admin/health", Fine),
    };

    private static Matter Engine(OfficeHealth? health) => health switch
    {
        null => Unsaid("Engine", "/admin/health"),
        { Stuck: > 0 and var stuck } => new("Engine stuck", Number(stuck), "Requests that should have been woken and were not.", "/admin/health", Now),
        { IsDigestLate: true } => new("Daily digest", "Late", "Today's digest is not out yet.", "/admin/health", Coming),
        _ => new("Engine", "0", "Nothing is stuck.", "/admin/health", Fine),
    };

    private static Matter Seal(OfficeHealth? health) => health switch
    {
        null => Unsaid("Daily seal", "/admin/audit"),
        { IsSealLate: true, SealedOn: { } day } => new("Daily seal", "Missing", $"The last seal is of {Dates.Day(day)}.", "/admin/health", Now),
        { SealedOn: { } day } => new("Daily seal", "Taken", $"The last is of {Dates.Day(day)}.", "/admin/audit", Fine),
        _ => new("Daily seal", "None yet", "The first is taken by itself with the next day.", "/admin/audit", Coming),
    };

    private static Matter Verified(OfficeHealth? health, Instant now) => health switch
    {
        null => Unsaid("Records verified", "/admin/audit"),
        { Verified: { Ok: false } } => new("Records verified", "Broken", "The last verification found a broken place.", "/admin/audit", Now),
        { Verified: { } last } when last.At + VerifyEvery >= now => new("Records verified", "Whole", $"By {last.By}, {Number(last.Entries)} entries.", "/admin/audit", Fine),
        { Verified: not null } => new("Records verified", "Long ago", "More than a month ago: check the records again.", "/admin/audit", Coming),
        _ => new("Records verified", "Never", "Nobody has had the records checked yet.", "/admin/audit", Coming),
    };

    private static Matter Training(Attention? attention) => attention switch
    {
        null => Unsaid("Training", "/admin/training"),
        { HeldUpByTraining: > 0 and var held } => new("Held up by training", Number(held), "Staff who cannot do some of their work.", "/admin/training", Now),
        { TrainingEndsSoon: > 0 and var soon } => new("Training ends soon", Number(soon), "Staff who should repeat a course.", "/admin/training", Coming),
        _ => new("Training", "0", "Nobody is held up.", "/admin/training", Fine),
    };

    private static Matter Calendar(Attention? attention) => attention switch
    {
        null => Unsaid("Calendar", "/admin/calendar"),
        { LastClosure: null } => new("Calendar", "Empty", "No closure is entered: recesses count as business days.", "/admin/calendar", Coming),
        { CalendarEndsSoon: true, LastClosure: { } last } => new("Calendar", "Ends soon", $"The last closure is {Dates.Day(last)}: enter those to come.", "/admin/calendar", Coming),
        { LastClosure: { } last } => new("Calendar", "Filled", $"Closures until {Dates.Day(last)}.", "/admin/calendar", Fine),
    };

    private static Matter Counted(string name, int? count, MatterUrgency urgency, string says, string none, string href) => count switch
    {
        null => Unsaid(name, href),
        0 => new(name, "0", none, href, Fine),
        { } some => new(name, Number(some), says, href, urgency),
    };

    private static Matter Unsaid(string name, string href) => new(name, null, "Being counted; look again in a moment.", href, Unknown);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
