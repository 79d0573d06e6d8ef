using Core.Languages;
using NodaTime;

namespace Core.Notifications;

/// <summary>Dates and sums as they are written out to staff and in agreements: in English, whatever machine writes them.</summary>
public static class Dates
{
    /// <summary>"Monday, March 9, 2026".</summary>
    public static string Day(LocalDate date) => Texts.English.Day(date);

    /// <summary>"Monday, March 9, 2026 at 5:00 PM", in the given zone.</summary>
    public static string Moment(Instant at, DateTimeZone zone) => Texts.English.Moment(at, zone);

    /// <summary>"1 business day", "15 business days".</summary>
    public static string BusinessDays(int days) => Texts.English.CountBusinessDays(days);

    /// <summary>"$1,250.00"; a currency other than the dollar is named after the amount.</summary>
    public static string Money(decimal amount, string currency) => Texts.English.Money(amount, currency);
}
