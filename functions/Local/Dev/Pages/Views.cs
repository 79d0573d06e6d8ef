using NodaTime;
using Service.Portal.Layout;

namespace Local.Dev.Pages;

/// <summary>What the clock's page shows.</summary>
/// <param name="Offset">How far the clock is from real time.</param>
/// <param name="Problem">What was wrong with the last move.</param>
internal sealed record ClockView(Duration Offset, Problem? Problem);

/// <summary>What the mailbox's page shows.</summary>
/// <param name="To">The only recipient to show, or nothing.</param>
/// <param name="Mails">Newest first.</param>
internal sealed record MailboxView(string? To, IReadOnlyList<DevelopmentMail> Mails);

/// <summary>What the sign-in page shows.</summary>
/// <param name="ReturnTo">Where it leads.</param>
/// <param name="Name">The name as entered.</param>
/// <param name="Problem">What was wrong with it.</param>
internal sealed record SignInView(string ReturnTo, string Name, Problem? Problem);
