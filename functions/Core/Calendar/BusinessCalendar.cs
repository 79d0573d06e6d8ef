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
    // Closures that take a business day away: on a weekday, not on a holiday, each day once.
    private readonly LocalDate[] closedDays;
    private readonly Dictionary<LocalDate, string> names;

    /// <summary>Makes a calendar.</summary>
    /// <param name="version">Grows by one with each change of the closures.</param>
    /// <param name="zone">The office's time zone.</param>
    /// <param name="endsAt">When the business day ends: deadlines fall then.</param>
    /// <param name="closures">The district's closures, in any order.</param>
    public BusinessCalendar(int version, DateTimeZone zone, LocalTime endsAt, IEnumerable<Closure> closures)
    {
        (Version, Zone, EndsAt) = (version, zone, endsAt);
        Closures = [.. closures.Distinct().OrderBy(closure => closure.Date)];
        names = Closures.GroupBy(closure => closure.Date)
            .ToDictionary(day => day.Key, day => string.Join(" / ", day.Select(closure => closure.Name)));
        closedDays = [.. names.Keys.Where(date => IsWeekday(date) && MassachusettsHolidays.On(date) is null).Order()];
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
    public bool IsBusinessDay(LocalDate date) => IsWeekday(date) && WhyClosed(date) is null;

    /// <summary>Why the office does not work on this weekday (holiday or closure); null on business days and weekends.</summary>
    public string? WhyClosed(LocalDate date) =>
        IsWeekday(date) ? MassachusettsHolidays.On(date) ?? names.GetValueOrDefault(date) : null;

    /// <summary>The business day something counts as received: the next one after 17:00 or on a day off.</summary>
    public LocalDate ReceivedOn(Instant at)
    {
        var today = DateOf(at);
        return IsBusinessDay(today) && at <= EndOf(today) ? today : Next(today, 1);
    }

    /// <summary>The end of a business day, 17:00 local. A time that a clock change skips or repeats is the later or the first one.</summary>
    public Instant EndOf(LocalDate date) => (date + EndsAt).InZoneLeniently(Zone).ToInstant();

    /// <summary>17:00 of the <paramref name="businessDays"/>th business day after receipt; day 1 is the business day after it.</summary>
    public Instant After(Instant received, int businessDays) => EndOf(Next(ReceivedOn(received), businessDays));

    /// <summary>The <paramref name="businessDays"/>th business day after a date; with none, the date itself.</summary>
    public LocalDate Next(LocalDate after, int businessDays)
    {
        // Jump by weekdays, then make up for the days off jumped over, until there were none: a few rounds at most.
        var (date, missing) = (after, businessDays);
        while (missing > 0)
        {
            var jumped = PlusWeekdays(date, missing);
            (date, missing) = (jumped, missing - CountBetween(date, jumped));
        }

        return date;
    }

    /// <summary>How many business days lie after <paramref name="after"/>, up to and including <paramref name="upTo"/>.</summary>
    public int CountBetween(LocalDate after, LocalDate upTo) =>
        upTo <= after ? 0 : WeekdaysUpTo(upTo) - WeekdaysUpTo(after) - HolidaysBetween(after, upTo).Count - ClosedBetween(after, upTo).Length;

    /// <summary>The weekdays off after <paramref name="after"/>, up to and including <paramref name="upTo"/>: holidays and closures, by date.</summary>
    public IReadOnlyList<Closure> DaysOffBetween(LocalDate after, LocalDate upTo) => upTo <= after ? [] :
    [
        .. HolidaysBetween(after, upTo)
            .Concat(ClosedBetween(after, upTo).ToArray().Select(date => new Closure(date, names[date])))
            .OrderBy(closure => closure.Date),
    ];

    /// <summary>The date at the office.</summary>
    /// <summary>The date of a moment in the office's time zone.</summary>
    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>The last date, business day or not, whose 17:00 has come.</summary>
    internal LocalDate LastEnded(Instant at) => DateOf(at) is var today && EndOf(today) <= at ? today : today.PlusDays(-1);

    private static List<Closure> HolidaysBetween(LocalDate after, LocalDate upTo)
    {
        var holidays = new List<Closure>();
        for (var year = after.Year; year <= upTo.Year; year++)
        {
            foreach (var holiday in MassachusettsHolidays.Of(year))
            {
                if (holiday.Date > after && holiday.Date <= upTo && IsWeekday(holiday.Date))
                {
                    holidays.Add(holiday);
                }
            }
        }

        return holidays;
    }

    private ReadOnlySpan<LocalDate> ClosedBetween(LocalDate after, LocalDate upTo) =>
        closedDays.AsSpan(FirstAfter(after)..FirstAfter(upTo));

    private int FirstAfter(LocalDate date)
    {
        var found = Array.BinarySearch(closedDays, date);
        return found < 0 ? ~found : found + 1;
    }

    private static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    // Days are numbered from a Monday long ago, so that whole weeks and what is left of them can be told apart.
    private static readonly LocalDate Monday = new(1, 1, 1);

    private static int WeekdaysUpTo(LocalDate date)
    {
        var days = Period.DaysBetween(Monday, date) + 1;
        return (days / 7 * 5) + Math.Min(days % 7, 5);
    }

    private static LocalDate PlusWeekdays(LocalDate date, int weekdays)
    {
        var before = WeekdaysUpTo(date) + weekdays - 1;
        return Monday.PlusDays((before / 5 * 7) + (before % 5));
    }
}
