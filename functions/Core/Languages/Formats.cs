using System.Globalization;
using NodaTime;

namespace Core.Languages;

/// <summary>
/// How a language writes dates and numbers. It is data of its file, and not the machine's: a letter reads the same wherever it is
/// written, and Haitian Creole, which few machines know, is written as well.
/// </summary>
/// <param name="Months">January to December, as they stand in a date.</param>
/// <param name="Weekdays">Monday to Sunday.</param>
/// <param name="Halves">Before noon and after noon; none where the hours of a day are counted to 24.</param>
/// <param name="Decimal">Between whole and fraction.</param>
/// <param name="Group">Between thousands.</param>
internal sealed record Formats(string[] Months, string[] Weekdays, string[] Halves, string Decimal, string Group);

/// <summary>Which plural form a number takes (CLDR cardinal rules).</summary>
/// <param name="Table">The form of each number from 0 to 199, as an index into zero, one, two, few, many, other.</param>
/// <param name="Million">The form of whole millions.</param>
internal sealed record Plurals(string Table, int Million)
{
    private const int Other = 5;

    /// <summary>The index of the form.</summary>
    public int FormOf(decimal number)
    {
        var size = Math.Abs(number);
        return size != decimal.Truncate(size) ? Other
            : size >= 1_000_000 && size % 1_000_000 == 0 ? Million
            : Table[(int)(size < 200 ? size : (size % 100) + 100)] - '0';
    }
}

/// <content>Dates, times, numbers and sums as the language writes them.</content>
public sealed partial class Texts
{
    /// <summary>"Monday, March 9, 2026".</summary>
    public string Day(LocalDate date) => DateLong(Weekday(date), Month(date), Whole(date.Day), Whole(date.Year));

    /// <summary>"Monday, March 9, 2026", in the given zone.</summary>
    public string Day(Instant at, DateTimeZone zone) => Day(at.InZone(zone).Date);

    /// <summary>"Tuesday, March 3".</summary>
    public string DayOfYear(LocalDate date) => DateShort(Weekday(date), Month(date), Whole(date.Day));

    /// <summary>"5:00 PM".</summary>
    public string Time(LocalTime time)
    {
        var minute = time.Minute.ToString("00", CultureInfo.InvariantCulture);
        return formats.Halves is [var before, var after]
            ? DateTime(Whole(time.ClockHourOfHalfDay), minute, time.Hour < 12 ? before : after)
            : DateTime(time.Hour.ToString("00", CultureInfo.InvariantCulture), minute, "").Trim();
    }

    /// <summary>"Monday, March 9, 2026 at 5:00 PM", in the given zone.</summary>
    public string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return DateMoment(Day(local.Date), Time(local.TimeOfDay));
    }

    /// <summary>"1,250" or "6.5"; fractions of hundredths are left out.</summary>
    public string Number(decimal number) => Written(number.ToString("#,0.##", CultureInfo.InvariantCulture));

    /// <summary>"$1,250.00"; a currency other than the dollar is named.</summary>
    public string Money(decimal amount, string currency)
    {
        var written = Written(amount.ToString("N2", CultureInfo.InvariantCulture));
        return string.Equals(currency, "USD", StringComparison.Ordinal) ? MoneyDollars(written) : MoneyOther(written, currency);
    }

    /// <summary>"today", "tomorrow", "in 4 days", "3 days ago": calendar days, as people count them.</summary>
    public string Distance(int days) => days switch
    {
        0 => DistanceToday,
        1 => DistanceTomorrow,
        -1 => DistanceYesterday,
        > 0 => DistanceAhead(days),
        _ => DistanceAgo(-days),
    };

    /// <summary>A file's size.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1024 => SizeBytes(bytes),
        < 1024 * 1024 => SizeKilobytes(Number(bytes / 1024)),
        _ => SizeMegabytes(Written((bytes / 1024m / 1024m).ToString("0.0", CultureInfo.InvariantCulture))),
    };

    private string Weekday(LocalDate date) => formats.Weekdays[(int)date.DayOfWeek - 1];

    private string Month(LocalDate date) => formats.Months[date.Month - 1];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Written(string invariant) => string.Concat(invariant.Select(character => character switch
    {
        '.' => formats.Decimal,
        ',' => formats.Group,
        _ => character.ToString(),
    }));
}
