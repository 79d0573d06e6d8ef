using NodaTime;

namespace Core.Calendar;

/// <summary>A day on which the district is closed besides weekends and legal holidays.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What the calendar calls it, such as "Snow day".</param>
public sealed record Closure(LocalDate Date, string Name);

/// <summary>
/// The office's business days: Monday to Friday, less Massachusetts legal holidays and the district's closures
/// (policy section 4). Immutable; a change makes a new version.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>Makes a calendar.</summary>
    /// <param name="version">Grows by one with each change of the closures.</param>
    /// <param name="zone">The office's time zone.</param>
    /// <param name="endsAt">When the business day ends: deadlines fall then.</param>
    /// <param name="closures">The district's closures, in any order.</param>
    public BusinessCalendar(int version, DateTimeZone zone, LocalTime endsAt, IEnumerable<Closure> closures)
    {
        (Version, Zone, EndsAt) = (version, zone, endsAt);
        Closures = [.. closures.OrderBy(closure => closure.Date)];
    }

    /// <summary>Grows by one with each change of the closures.</summary>
    public int Version { get; }
    /// <summary>The office's time zone.</summary>
    public DateTimeZone Zone { get; }
    /// <summary>When the business day ends.</summary>
    public LocalTime EndsAt { get; }
    /// <summary>The district's closures, by date.</summary>
    public IReadOnlyList<Closure> Closures { get; }

    /// <summary>Whether the office works on this day.</summary>
    public bool IsBusinessDay(LocalDate date) => throw new NotImplementedException();

    /// <summary>Why the office does not work on this weekday (holiday or closure); null on business days and weekends.</summary>
    public string? WhyClosed(LocalDate date) => throw new NotImplementedException();

    /// <summary>The business day something counts as received: the next one after 17:00 or on a day off.</summary>
    public LocalDate ReceivedOn(Instant at) => throw new NotImplementedException();

    /// <summary>The end of a business day, 17:00 local.</summary>
    public Instant EndOf(LocalDate date) => throw new NotImplementedException();

    /// <summary>17:00 of the <paramref name="businessDays"/>th business day after receipt; day 1 is the business day after it.</summary>
    public Instant After(Instant received, int businessDays) => throw new NotImplementedException();
}
