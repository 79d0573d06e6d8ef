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

    private static readonly string[] WithNames =
        ["d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "d MMM yyyy", "d MMMM yyyy"];

    public static LocalDate? Parse(ReadOnlySpan<char> text)
    {
        var day = WithoutTime(text);
        if (day.Length < 6 || !char.IsLetterOrDigit(day[0]))
            return null;
        var date = day.IndexOfAnyExcept("0123456789-/.") < 0 ? Numeric(day) : Named(day);
        return date is { Year: > 1900 and < 2100 } ? date : null;
    }

    private static readonly System.Buffers.SearchValues<string> Months = System.Buffers.SearchValues.Create(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], StringComparison.OrdinalIgnoreCase);

    private static LocalDate? Named(ReadOnlySpan<char> day)
    {
        // Codes of letters and digits are many, and trying each pattern on them takes long.
        if (!day.ContainsAny(Months))
            return null;
        foreach (var pattern in WithNames)
        {
            if (DateOnly.TryParseExact(day, pattern, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
                return LocalDate.FromDateOnly(date);
        }
        return null;
    }

    /// <summary>2015-03-02, 2015/3/2, 3/2/2015, 3-2-15, 2.3.2015, 20150302; day and month change places where the month would be above twelve.</summary>
    private static LocalDate? Numeric(ReadOnlySpan<char> day)
    {
        if (day.IndexOfAny("-/.") is var first && first < 0)
            return day.Length == 8 ? Day(day[..4], day[4..6], day[6..]) : null;
        var mark = day[first];
        var rest = day[(first + 1)..];
        var second = rest.IndexOf(mark);
        if (second < 0)
            return null;
        var one = day[..first];
        var two = rest[..second];
        var three = rest[(second + 1)..];
        return one.Length == 4 ? Day(one, two, three)
            : three.Length is not (2 or 4) ? null
            : mark == '.' ? Day(three, two, one)
            : Day(three, one, two) ?? Day(three, two, one);
    }

    private static LocalDate? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        if (month.Length is 0 or > 2 || day.Length is 0 or > 2
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d))
            return null;
        // Two digits mean the century that a person now alive was most likely born in.
        var full = year.Length == 2 ? y + (y < 50 ? 2000 : 1900) : y;
        return full is > 0 and < 9999 && m is > 0 and <= 12 && d > 0 && d <= CalendarSystem.Iso.GetDaysInMonth(full, m) ? new LocalDate(full, m, d) : null;
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
