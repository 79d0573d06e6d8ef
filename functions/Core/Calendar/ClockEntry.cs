using NodaTime;

namespace Core.Calendar;

/// <summary>What a ledger entry does to the clock.</summary>
public enum ClockChange
{
    /// <summary>The clock starts with a number of business days.</summary>
    Started,
    /// <summary>It stands still.</summary>
    Paused,
    /// <summary>It runs again.</summary>
    Resumed,
    /// <summary>Business days are added.</summary>
    Extended,
    /// <summary>It stops for good: fulfilled or ended.</summary>
    Stopped,
}

/// <summary>Why a clock stands still.</summary>
public enum PauseCause
{
    /// <summary>The requester owes an answer.</summary>
    Answer,
    /// <summary>The requester decides on the fee.</summary>
    FeeDecision,
    /// <summary>The requester owes documents.</summary>
    Documents,
    /// <summary>The family was told of a subpoena or order and has time to object (34 CFR 99.31(a)(9)(ii)).</summary>
    FamilyNotice,
}

/// <summary>One line of a clock's ledger.</summary>
/// <param name="At">When.</param>
/// <param name="Change">What it does.</param>
/// <param name="Days">Business days, for <see cref="ClockChange.Started"/> and <see cref="ClockChange.Extended"/>.</param>
/// <param name="Cause">Why it stands still, for <see cref="ClockChange.Paused"/>; what no longer holds it up, for
/// <see cref="ClockChange.Resumed"/>, where none means that nothing does any more.</param>
/// <param name="Note">The reason of an extension, or what started the clock ("NDA executed").</param>
public sealed record ClockEntry(Instant At, ClockChange Change, int Days = 0, PauseCause? Cause = null, string? Note = null)
{
    /// <summary>The version of the policy that the days of a start come from; null for other lines.</summary>
    public int? PolicyVersion { get; init; }
}
