using NodaTime;
using Service.Upkeep;

namespace Service.Health;

/// <summary>How mail, engine and records are, as far as storage knows: the same whichever engine runs.</summary>
/// <param name="At">When it was looked at, by the office's clock.</param>
public sealed record OfficeHealth(Instant At)
{
    /// <summary>Steps that failed and are tried again, e-mails first, the longest failing before the others.</summary>
    public required IReadOnlyList<DelayedStep> Delayed { get; init; }
    /// <summary>There are more of them than were looked at.</summary>
    public bool HasMoreDelayed { get; init; }
    /// <summary>E-mails given up in the last 30 days, the latest first.</summary>
    public required IReadOnlyList<UndeliverableLetter> GivenUp { get; init; }
    /// <summary>Wake-ups whose time has passed without anybody being woken, the oldest first.</summary>
    public required IReadOnlyList<OverdueWake> Overdue { get; init; }
    /// <summary>There are more of them than were looked at.</summary>
    public bool HasMoreOverdue { get; init; }
    /// <summary>Requests marked as unfinished, on which nobody has worked for a while, the longest first.</summary>
    public required IReadOnlyList<UnfinishedRequest> Unfinished { get; init; }
    /// <summary>Requests on which a process is at work at this moment.</summary>
    public required IReadOnlyList<UnfinishedRequest> AtWork { get; init; }
    /// <summary>Every request was looked at; false where the search was ended for its length.</summary>
    public bool SearchedAll { get; init; } = true;
    /// <summary>The last nightly sweep; null where none ran.</summary>
    public LastSweep? Sweep { get; init; }
    /// <summary>The day of the last seal; null where there is none.</summary>
    public LocalDate? SealedOn { get; init; }
    /// <summary>A seal is missing: the last is older than yesterday's. Where there is none at all there was nothing to seal yet.</summary>
    public bool IsSealLate { get; init; }
    /// <summary>The last verification of the records; null where there was none.</summary>
    public LastVerification? Verified { get; init; }
    /// <summary>The day of the last digest that was seen to; null where there was none in two weeks.</summary>
    public LocalDate? DigestOn { get; init; }
    /// <summary>Today's digest should have been seen to by now.</summary>
    public bool IsDigestLate { get; init; }

    /// <summary>E-mails among what is delayed.</summary>
    public int DelayedLetters => Delayed.Count(step => step.IsMail);
    /// <summary>What an engine should have done by now and has not.</summary>
    public int Stuck => Overdue.Count + Unfinished.Count;
}

/// <summary>A step that failed, or waits behind one that did.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="What">The kind of e-mail, or of step.</param>
/// <param name="IsMail">It is an e-mail.</param>
/// <param name="Times">How often it failed; 0 where it waits behind another and was not tried.</param>
/// <param name="Since">When it failed first; when it became due where it was not tried.</param>
/// <param name="NextTry">When it is tried again at the latest, about.</param>
/// <param name="Why">What went wrong last; null where it was not tried.</param>
public sealed record DelayedStep(string RequestId, string What, bool IsMail, int Times, Instant Since, Instant? NextTry, string? Why);

/// <summary>A wake-up nobody saw to.</summary>
/// <param name="RequestId">The request; null where it is the office's own work.</param>
/// <param name="Work">The name of the office's own work; null where it is a request's.</param>
/// <param name="At">When it should have been woken.</param>
public sealed record OverdueWake(string? RequestId, string? Work, Instant At);

/// <summary>A request for which something may still be to be done.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="TouchedAt">When a process last wrote to it: real time.</param>
/// <param name="HeldUntil">Until when a process has it to itself: real time; null where none has.</param>
public sealed record UnfinishedRequest(string RequestId, Instant TouchedAt, Instant? HeldUntil);
