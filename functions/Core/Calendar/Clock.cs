using Core.Languages;
using NodaTime;

namespace Core.Calendar;

/// <summary>What a clock says at one moment.</summary>
public sealed record ClockReading
{
    /// <summary>It has been started and not stopped, and does not stand still.</summary>
    public required bool IsRunning { get; init; }
    /// <summary>Business days counted so far: those at whose 17:00 the clock ran. Past the deadline it goes on counting.</summary>
    public required int DaysCounted { get; init; }
    /// <summary>Business days allowed, extensions included.</summary>
    public required int DaysAllowed { get; init; }
    /// <summary>Business days it stood still, by cause; where several held it up, a day belongs to the one that came first.</summary>
    public required IReadOnlyDictionary<PauseCause, int> DaysPaused { get; init; }
    /// <summary>Holidays and closures (weekdays) from the start to the deadline.</summary>
    public required IReadOnlyList<Closure> DaysOff { get; init; }
    /// <summary>The deadline; while it stands still, what it would be if it ran again now. Null before the start.</summary>
    public required Instant? DueAt { get; init; }
    /// <summary>The deadline without extensions. Null before the start.</summary>
    public required Instant? OriginalDueAt { get; init; }
    /// <summary>When the given share of the days will be used, if it goes on running. Null before the start.</summary>
    public required Instant? WarnAt { get; init; }
    /// <summary>The whole as a sentence to the requester: "Day 9 of 15; 4 days waiting for your answer; 1 closure: snow day."</summary>
    public required string Sentence { get; init; }
    /// <summary>The same to the office: "Day 9 of 15; 4 days waiting for the requester's answer; 1 closure: snow day."</summary>
    public string OfficeSentence { get; init; } = "";

    internal ClockHistory? History { get; init; }

    /// <summary>The sentence to the requester, in their language.</summary>
    public string In(Texts say) => History is null ? say.ClockNotStarted : ClockSentence.Of(History, ClockReader.Requester, say);
}

/// <summary>One line of a clock's ledger as people read it.</summary>
/// <param name="At">When; for a day off and for the deadline, the end of that business day.</param>
/// <param name="Text">What happened, and how many days are counted after it.</param>
public sealed record ClockLine(Instant At, string Text);

/// <summary>
/// The fulfilment clock, derived from its ledger each time it is read (policy section 4). A business day counts if the clock ran
/// at its 17:00; what happens at 17:00 sharp happens after it. Day 1 is the business day after receipt.
/// </summary>
public static class Clock
{
    private static readonly Dictionary<PauseCause, int> NoPauses = [];

    /// <summary>
    /// Reads the clock at <paramref name="now"/>. Total: any ledger in time order gives a reading. Entries later than
    /// <paramref name="now"/> have not happened yet; the last start begins anew; the first stop after it freezes the reading.
    /// </summary>
    public static ClockReading Read(IReadOnlyList<ClockEntry> ledger, BusinessCalendar calendar, Instant now, int warnAtPercent)
    {
        if (ClockHistory.Of(ledger, calendar, now) is not { } history)
        {
            return new()
            {
                IsRunning = false,
                DaysCounted = 0,
                DaysAllowed = 0,
                DaysPaused = NoPauses,
                DaysOff = [],
                DueAt = null,
                OriginalDueAt = null,
                WarnAt = null,
                Sentence = Texts.English.ClockNotStarted,
                OfficeSentence = Texts.English.ClockNotStarted,
            };
        }

        var warnAfter = Math.Max(1, ((history.Allowed * Math.Clamp(warnAtPercent, 0, 100)) + 99) / 100);
        return new()
        {
            IsRunning = history.IsRunning,
            DaysCounted = history.Counted,
            DaysAllowed = history.Allowed,
            DaysPaused = history.Paused.Where(pause => pause.Cause is not null).ToDictionary(pause => pause.Cause!.Value, pause => pause.Days),
            DaysOff = history.DaysOff,
            DueAt = history.DueAt,
            OriginalDueAt = calendar.EndOf(history.DateOfDay(history.Allowed - history.Extended)),
            WarnAt = calendar.EndOf(history.DateOfDay(Math.Min(warnAfter, history.Allowed))),
            Sentence = ClockSentence.Of(history, ClockReader.Requester, Texts.English),
            OfficeSentence = ClockSentence.Of(history, ClockReader.Office, Texts.English),
            History = history,
        };
    }

    /// <summary>
    /// The ledger as lines for people, in time order: what happened, the holidays and closures in between, and the deadline,
    /// each with the running total.
    /// </summary>
    /// <param name="reader">Whom the lines address: "your answer" or "the requester's answer".</param>
    /// <param name="say">The language of the lines; English where none is given.</param>
    public static IReadOnlyList<ClockLine> Explain(
        IReadOnlyList<ClockEntry> ledger, BusinessCalendar calendar, Instant now, ClockReader reader = ClockReader.Requester, Texts? say = null) =>
        ClockHistory.Of(ledger, calendar, now) is { } history ? ClockExplanation.Of(history, calendar, new(say ?? Texts.English, reader)) : [];
}
