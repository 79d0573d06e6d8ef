using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Core.Calendar;

/// <summary>A stretch in which a clock neither stopped nor started: the days whose 17:00 fell into it.</summary>
/// <param name="After">The day before the first; the day of receipt at the earliest.</param>
/// <param name="UpTo">The last day.</param>
/// <param name="Days">The business days among them.</param>
/// <param name="Causes">What held the clock up, the earliest first; empty while it ran.</param>
internal sealed record ClockSpan(LocalDate After, LocalDate UpTo, int Days, ImmutableList<PauseCause?> Causes)
{
    public bool Ran => Causes.IsEmpty;
}

/// <summary>A ledger up to a moment, turned into spans of whole days: everything a reading is computed from.</summary>
internal sealed record ClockHistory
{
    // Forty years: far beyond any policy, and safe for date arithmetic whatever a ledger says.
    private const int MostDays = 10_000;

    private readonly BusinessCalendar calendar;

    private ClockHistory(BusinessCalendar calendar) => this.calendar = calendar;

    /// <summary>The calendar it was counted by.</summary>
    public BusinessCalendar Calendar => calendar;

    /// <summary>The entries that count, from the start on, with times that never go back.</summary>
    public required IReadOnlyList<ClockEntry> Entries { get; init; }
    /// <summary>The moment it is read for; never after a stop.</summary>
    public required Instant Until { get; init; }
    /// <summary>The business day it counts as received.</summary>
    public required LocalDate ReceivedOn { get; init; }
    /// <summary>Spans from the start to <see cref="Until"/>, without gaps.</summary>
    public required IReadOnlyList<ClockSpan> Spans { get; init; }
    /// <summary>It has stopped for good.</summary>
    public required bool IsStopped { get; init; }
    /// <summary>Business days allowed, extensions included.</summary>
    public required int Allowed { get; init; }
    /// <summary>Business days that extensions added.</summary>
    public required int Extended { get; init; }

    /// <summary>What holds it up at the end, the earliest first.</summary>
    public IReadOnlyList<PauseCause?> Causes => Spans[^1].Causes;
    public bool IsRunning => !IsStopped && Causes.Count == 0;
    public bool IsOverdue => Until > DueAt;
    public required int Counted { get; init; }
    public required LocalDate DueOn { get; init; }
    public required Instant DueAt { get; init; }

    /// <summary>Business days it stood still, by the cause that came first.</summary>
    public IEnumerable<(PauseCause? Cause, int Days)> Paused =>
        Spans.Where(span => !span.Ran)
            .GroupBy(span => span.Causes[0], span => span.Days)
            .Select(pause => (pause.Key, pause.Sum()))
            .Where(pause => pause.Item2 > 0);

    /// <summary>Holidays and closures from the day it started to the deadline.</summary>
    public required IReadOnlyList<Closure> DaysOff { get; init; }

    /// <summary>The date of a numbered day: as it was counted, or as it will be if the clock runs on from the end.</summary>
    public LocalDate DateOfDay(int number) => DateOfDay(number, ReceivedOn, Spans, calendar);

    /// <summary>The history of a ledger at a moment; null where the clock has not started by then.</summary>
    public static ClockHistory? Of(IReadOnlyList<ClockEntry> ledger, BusinessCalendar calendar, Instant now)
    {
        var entries = InForce(ledger, now);
        if (entries.Count == 0)
        {
            return null;
        }

        var stopped = entries[^1].Change == ClockChange.Stopped;
        var until = stopped ? entries[^1].At : now;
        var extended = Total(entries.Skip(1).Where(entry => entry.Change == ClockChange.Extended));
        var allowed = Total(entries.Take(1)) + extended;
        var received = calendar.ReceivedOn(entries[0].At);
        var spans = SpansOf(entries, calendar, received, until);
        var dueOn = DateOfDay(allowed, received, spans, calendar);
        return new(calendar)
        {
            Entries = entries,
            Until = until,
            ReceivedOn = received,
            Spans = spans,
            IsStopped = stopped,
            Allowed = allowed,
            Extended = extended,
            Counted = spans.Where(span => span.Ran).Sum(span => span.Days),
            DueOn = dueOn,
            DueAt = calendar.EndOf(dueOn),
            DaysOff = calendar.DaysOffBetween(calendar.DateOf(entries[0].At).PlusDays(-1), dueOn),
        };
    }

    private static LocalDate DateOfDay(int number, LocalDate received, IReadOnlyList<ClockSpan> spans, BusinessCalendar calendar)
    {
        if (number <= 0)
        {
            return received;
        }

        var left = number;
        foreach (var span in spans.Where(span => span.Ran))
        {
            if (span.Days >= left)
            {
                return calendar.Next(span.After, left);
            }

            left -= span.Days;
        }

        return calendar.Next(spans[^1].UpTo, left);
    }

    private static List<ClockEntry> InForce(IReadOnlyList<ClockEntry> ledger, Instant now)
    {
        var inForce = new List<ClockEntry>();
        var latest = Instant.MinValue;
        foreach (var entry in ledger)
        {
            latest = Instant.Max(latest, entry.At);
            if (latest > now)
            {
                break;
            }

            if (entry.Change == ClockChange.Started)
            {
                inForce.Clear();
            }

            if (entry.Change == ClockChange.Started || inForce is [.., { Change: not ClockChange.Stopped }])
            {
                inForce.Add(entry with { At = latest });
            }
        }

        return inForce;
    }

    private static List<ClockSpan> SpansOf(List<ClockEntry> entries, BusinessCalendar calendar, LocalDate received, Instant until)
    {
        var spans = new List<ClockSpan>();
        // Nothing counts up to the day of receipt.
        var (from, causes) = (received, ImmutableList<PauseCause?>.Empty);
        foreach (var entry in entries.Skip(1))
        {
            Add(entry.At);
            causes = Change(causes, entry);
        }

        Add(until);
        return spans;

        void Add(Instant end)
        {
            var to = LocalDate.Max(calendar.LastEnded(end), received);
            spans.Add(new(from, to, calendar.CountBetween(from, to), causes));
            from = to;
        }
    }

    private static ImmutableList<PauseCause?> Change(ImmutableList<PauseCause?> causes, ClockEntry entry) => entry.Change switch
    {
        ClockChange.Paused => causes.Contains(entry.Cause) ? causes : causes.Add(entry.Cause),
        ClockChange.Resumed => entry.Cause is null ? [] : causes.Remove(entry.Cause),
        ClockChange.Started or ClockChange.Extended or ClockChange.Stopped => causes,
        _ => throw new UnreachableException(),
    };

    private static int Total(IEnumerable<ClockEntry> entries) =>
        (int)Math.Min(MostDays, entries.Sum(entry => (long)Math.Max(0, entry.Days)));
}
