using System.Globalization;
using NodaTime;

namespace Core.Release.Columns;

/// <summary>The birthdays of people now at school: from three to twenty-two years back.</summary>
internal sealed record BirthDates(LocalDate Earliest, LocalDate Latest)
{
    public static BirthDates On(LocalDate today) => new(today.PlusYears(-22), today.PlusYears(-3));

    public bool Contains(LocalDate day) => day >= Earliest && day <= Latest;
}

/// <summary>Dates as files write them; a time of day after them is passed over.</summary>
internal static class Dates
{
    /// <summary>No date is longer, in characters.</summary>
    public const int Longest = 32;

    private static readonly string[] Patterns =
    [
        "yyyy-M-d", "yyyy/M/d", "M/d/yyyy", "M-d-yyyy", "M/d/yy", "d.M.yyyy", "d/M/yyyy", "yyyyMMdd", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "MMMM d, yyyy",
        "MMM d yyyy", "d MMM yyyy", "d MMMM yyyy",
    ];

    public static LocalDate? Parse(ReadOnlySpan<char> text)
    {
        var day = WithoutTime(text);
        foreach (var pattern in Patterns)
        {
            if (DateOnly.TryParseExact(day, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) && date.Year is > 1900 and < 2100)
                return LocalDate.FromDateOnly(date);
        }
        return null;
    }

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
            return text;
        var end = text[..colon].LastIndexOfAny('T', ' ');
        return end < 0 ? text : text[..end].Trim();
    }
}
