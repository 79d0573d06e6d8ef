using NodaTime;

namespace Core.Calendar;

/// <summary>Time counted while the office is open: for what may not wait for days (policy section 3, rule 3: expedited reviews).</summary>
public static class OfficeHours
{
    /// <summary>The moment at which so much office time has gone by. What arrives while it is closed counts from when it opens.</summary>
    /// <param name="calendar">The business days, and when they end.</param>
    /// <param name="opensAt">When the business day begins; before it ends.</param>
    /// <param name="from">Since when.</param>
    /// <param name="time">How much office time, above zero.</param>
    public static Instant After(BusinessCalendar calendar, LocalTime opensAt, Instant from, Duration time)
    {
        var day = calendar.ReceivedOn(from);
        var at = Instant.Max(from, Opening(day));
        for (var left = time; ;)
        {
            var open = calendar.EndOf(day) - at;
            if (left <= open)
            {
                return at + left;
            }

            left -= Duration.Max(open, Duration.Zero);
            day = calendar.Next(day, 1);
            at = Opening(day);
        }

        Instant Opening(LocalDate date) => (date + opensAt).InZoneLeniently(calendar.Zone).ToInstant();
    }
}
