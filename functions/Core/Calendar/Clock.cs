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
    /// <summary>The requester has an NDA to sign that the office asked for late.</summary>
    NdaSignature,
}

/// <summary>One line of a clock's ledger.</summary>
/// <param name="At">When.</param>
/// <param name="Change">What it does.</param>
/// <param name="Days">Business days, for <see cref="ClockChange.Started"/> and <see cref="ClockChange.Extended"/>.</param>
/// <param name="Cause">Why it stands still, for <see cref="ClockChange.Paused"/>.</param>
/// <param name="Note">The reason of an extension, or what started the clock ("NDA executed").</param>
public sealed record ClockEntry(Instant At, ClockChange Change, int Days = 0, PauseCause? Cause = null, string? Note = null);

/// <summary>What a clock says at one moment.</summary>
public sealed record ClockReading
{
    /// <summary>It has been started and not stopped, and does not stand still.</summary>
    public required bool IsRunning { get; init; }
    /// <summary>Business days counted so far.</summary>
    public required int DaysCounted { get; init; }
    /// <summary>Business days allowed, extensions included.</summary>
    public required int DaysAllowed { get; init; }
    /// <summary>Business days it stood still, by cause.</summary>
    public required IReadOnlyDictionary<PauseCause, int> DaysPaused { get; init; }
    /// <summary>Holidays and closures (weekdays) from the start to the deadline.</summary>
    public required IReadOnlyList<Closure> DaysOff { get; init; }
    /// <summary>The deadline; while it stands still, what it would be if it ran again now. Null before the start.</summary>
    public required Instant? DueAt { get; init; }
    /// <summary>The deadline without extensions. Null before the start.</summary>
    public required Instant? OriginalDueAt { get; init; }
    /// <summary>When the given share of the days will be used, if it goes on running. Null before the start.</summary>
    public required Instant? WarnAt { get; init; }
    /// <summary>The whole as a sentence: "day 9 of 15; 4 days waiting for your answer; 1 closure: snow day".</summary>
    public required string Sentence { get; init; }
}

/// <summary>The fulfilment clock, derived from its ledger each time it is read.</summary>
public static class Clock
{
    /// <summary>Reads the clock at <paramref name="now"/>. Total: any ledger in time order gives a reading.</summary>
    public static ClockReading Read(IReadOnlyList<ClockEntry> ledger, BusinessCalendar calendar, Instant now, int warnAtPercent) =>
        throw new NotImplementedException();
}
