using System.Globalization;
using Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace Core.Tests.Calendar;

/// <summary>An office in Boston, and moments written as people write them.</summary>
internal static class Office
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    public static readonly LocalTime EndsAt = new(17, 0);

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.Create("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static BusinessCalendar CalendarOf(params IEnumerable<Closure> closures) => new(1, Zone, EndsAt, closures);

    public static BusinessCalendar With(string date, string name) => CalendarOf(new Closure(Date(date), name));

    public static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    /// <summary>"2026-03-02 09:00", office time.</summary>
    public static Instant At(string local) => Pattern.Parse(local).Value.InZoneStrictly(Zone).ToInstant();

    public static string Show(Instant? at) => at is { } moment ? Pattern.Format(moment.InZone(Zone).LocalDateTime) : "never";

    public static ClockEntry Started(string at, int days = 15, string? note = null) => new(At(at), ClockChange.Started, days, Note: note);

    public static ClockEntry Paused(string at, PauseCause? cause = PauseCause.Answer) => new(At(at), ClockChange.Paused, Cause: cause);

    public static ClockEntry Resumed(string at, PauseCause? cause = PauseCause.Answer) => new(At(at), ClockChange.Resumed, Cause: cause);

    public static ClockEntry Extended(string at, int days, string note = "large request") => new(At(at), ClockChange.Extended, days, Note: note);

    public static ClockEntry Stopped(string at) => new(At(at), ClockChange.Stopped);

    public static ClockReading Read(string now, BusinessCalendar calendar, params ClockEntry[] ledger) => Clock.Read(ledger, calendar, At(now), 80);
}
