using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Core.Notifications;

/// <summary>Dates and sums as they are written out in mail and agreements, whatever machine writes them.</summary>
public static class Dates
{
    private static readonly LocalDatePattern Long = LocalDatePattern.CreateWithInvariantCulture("dddd, MMMM d, yyyy");
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("h:mm tt");

    /// <summary>"Monday, March 9, 2026".</summary>
    public static string Day(LocalDate date) => Long.Format(date);

    /// <summary>"Monday, March 9, 2026 at 5:00 PM", in the given zone.</summary>
    public static string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return $"{Day(local.Date)} at {Hour.Format(local.TimeOfDay)}";
    }

    /// <summary>"1 business day", "15 business days".</summary>
    public static string BusinessDays(int days) =>
        days == 1 ? "1 business day" : $"{days.ToString(CultureInfo.InvariantCulture)} business days";

    /// <summary>"$1,250.00"; a currency other than the dollar is named after the amount.</summary>
    public static string Money(decimal amount, string currency)
    {
        var written = amount.ToString("N2", CultureInfo.InvariantCulture);
        return string.Equals(currency, "USD", StringComparison.Ordinal) ? $"${written}" : $"{written} {currency}";
    }
}
