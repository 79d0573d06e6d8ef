using System.Globalization;
using Core.Languages;
using NodaTime;
using NodaTime.Text;

namespace Service.Portal.Layout;

/// <summary>Moments as people say them, in the office's time zone.</summary>
/// <param name="Zone">The office's time zone.</param>
/// <param name="Now">The time of the page.</param>
public sealed record Dates(DateTimeZone Zone, Instant Now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly LocalDatePattern ShortDay = LocalDatePattern.Create("ddd, MMM d", English);

    /// <summary>The language they are said in.</summary>
    public Texts Say { get; init; } = Texts.English;

    /// <summary>Today in the office.</summary>
    public LocalDate Today => Local(Now).Date;

    /// <summary>"Friday, March 6, 2026".</summary>
    public string Day(Instant at) => Say.Day(at, Zone);

    /// <summary>"Friday, March 6, 2026", to staff.</summary>
    public static string Day(LocalDate date) => Texts.English.Day(date);

    /// <summary>"5:00 PM": for what ends today.</summary>
    public string Time(Instant at) => Say.Time(Local(at).TimeOfDay);

    /// <summary>"Fri, Mar 6": for tables.</summary>
    public string Brief(Instant at) => ShortDay.Format(Local(at).Date);

    /// <summary>"Friday, March 6, 2026, 5:00 PM".</summary>
    public string Full(Instant at) => Say.DateFull(Day(at), Time(at));

    /// <summary>For the machine-readable attribute of a time element.</summary>
    public static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>"today", "tomorrow", "in 4 days", "3 days ago": calendar days, as people count them.</summary>
    public string Distance(Instant at) => Say.Distance(Period.DaysBetween(Today, Local(at).Date));

    /// <summary>The last school years, the current one first; a school year turns on July 1.</summary>
    public IReadOnlyList<string> SchoolYears(int count)
    {
        var first = Today.Month >= 7 ? Today.Year : Today.Year - 1;
        return [.. Enumerable.Range(0, count).Select(back => SchoolYear(first - back))];
    }

    private static string SchoolYear(int first) => string.Create(CultureInfo.InvariantCulture, $"{first}-{(first + 1) % 100:00}");

    private LocalDateTime Local(Instant at) => at.InZone(Zone).LocalDateTime;
}
