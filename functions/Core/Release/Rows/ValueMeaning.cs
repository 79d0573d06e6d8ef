using System.Globalization;
using System.Text.RegularExpressions;
using Core.Release.Columns;
using Core.Release.Tables;
using NodaTime;

namespace Core.Release.Rows;

/// <summary>Which students a value or band of a key can stand for, so that it can be compared with the bands of another file.</summary>
internal abstract partial record ValueMeaning
{
    private ValueMeaning() { }

    /// <summary>A category by its name.</summary>
    public sealed record Named(string Name) : ValueMeaning;

    /// <summary>Whole numbers from one to another: a grade, a band of ages, the first digits of a postal code, the days of a month.</summary>
    public sealed record Span(int Low, int High) : ValueMeaning;

    /// <summary>Every value that the file has no name for.</summary>
    public sealed record Rest : ValueMeaning;

    /// <summary>Nothing is said, so it may be any value.</summary>
    public sealed record Unsaid : ValueMeaning;

    private const int Lowest = -1_000_000, Highest = 100_000_000;

    /// <param name="value">The cell.</param>
    /// <param name="dimension">What the key is about.</param>
    /// <param name="isDates">Some values of the key are dates.</param>
    public static ValueMeaning Of(string value, string dimension, bool isDates)
    {
        var text = value.Trim();
        if (text is "*" or "**" or "***")
            return new Unsaid();
        if (RestName().IsMatch(text))
            return new Rest();
        if (dimension == Categories.Year && Categories.YearOf(text) is { } year)
            return new Named(year);
        if (dimension == Categories.Grade && GradeOf(text) is { } grades)
            return grades;
        if (isDates && DaysOf(text) is { } days)
            return days;
        if (NumbersOf(text) is { } numbers)
            return numbers;
        return new Named(
            Categories.Of(text, dimension) is { } known && known.Dimension == dimension ? known.Category : string.Join(' ', HeaderWords.Of(text).Words));
    }

    public static bool IsDate(string value) => Dates.Parse(value) is not null || MonthName().IsMatch(value.Trim());

    /// <summary>Surely the same, or in part the same.</summary>
    public bool Meets(ValueMeaning other) => (this, other) switch
    {
        (Named one, Named another) => one.Name == another.Name,
        (Span one, Span another) => one.Low <= another.High && another.Low <= one.High,
        _ => false,
    };

    private static Span? GradeOf(string text)
    {
        if (SpanOf(text) is { } band)
            // Some offices count pre-kindergarten to a band from kindergarten on, and who stays longer to one up to grade 12.
            return new(band.Low <= 0 ? Lowest : band.Low, band.High >= 12 ? Highest : band.High);
        return Categories.Of(text, Categories.Grade) is { Dimension: Categories.Grade, Category: var grade }
            ? new(Number(grade), Number(grade))
            : null;
    }

    private static Span? NumbersOf(string text)
    {
        if (Starred().IsMatch(text))
            return new(Number(text.Replace('*', '0')), Number(text.Replace('*', '9')));
        return SpanOf(text) ?? (text.Length is > 0 and <= 7 && text.All(char.IsAsciiDigit) ? new(Number(text), Number(text)) : null);
    }

    private static Span? DaysOf(string text)
    {
        if (Dates.Parse(text) is { } day)
            return new(DayOf(day), DayOf(day));
        if (MonthName().Match(text) is { Success: true } month && Number(month.Groups["month"].Value) is >= 1 and <= 12 and var number)
        {
            var first = new LocalDate(Number(month.Groups["year"].Value), number, 1);
            return new(DayOf(first), DayOf(first.PlusMonths(1)) - 1);
        }
        return text.Length == 4 && text.All(char.IsAsciiDigit) && Number(text) is > 1900 and < 2100 and var year
            ? new(DayOf(new(year, 1, 1)), DayOf(new(year + 1, 1, 1)) - 1)
            : null;
    }

    private static int DayOf(LocalDate day) => Period.DaysBetween(new LocalDate(1900, 1, 1), day);

    private static Span? SpanOf(string text)
    {
        if (Band().Match(text) is { Success: true } band)
        {
            var (low, high) = (Number(band.Groups["low"].Value), Number(band.Groups["high"].Value));
            return low <= high ? new(low, high) : null;
        }
        if (UpTo().Match(text) is { Success: true } upTo)
            return new(Lowest, Number(upTo.Groups["high"].Value) - (upTo.Groups["under"].Success ? 1 : 0));
        return From().Match(text) is { Success: true } from
            ? new(Number(from.Groups["low"].Value) + (from.Groups["over"].Success ? 1 : 0), Highest)
            : null;
    }

    private static int Number(string text) => text.ToUpperInvariant() switch
    {
        "PK" => -1,
        ['K', ..] => 0,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(all )?others?$|^otr[oa]s?$", Options)]
    private static partial Regex RestName();

    [GeneratedRegex(@"^(grades?|gr\.?|ages?|grados?)?\s*(?<low>pk|k|[0-9]{1,6})\s*(-|–|to|through|a)\s*(?<high>pk|k|[0-9]{1,6})$", Options)]
    private static partial Regex Band();

    [GeneratedRegex(@"^(up to|to|(?<under>under|below|<)|≤|<=)\s*(?<high>[0-9]{1,6})$", Options)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"^((?<over>over|above|>)|≥|>=)\s*(?<low>[0-9]{1,6})$|^(?<low>[0-9]{1,6})\s*(\+|on|and over|and older|or older|and above|or more)$", Options)]
    private static partial Regex From();

    [GeneratedRegex(@"^[0-9]{1,6}\*{1,4}$", Options)]
    private static partial Regex Starred();

    [GeneratedRegex(@"^(?<year>19[0-9][0-9]|20[0-9][0-9])-(?<month>[0-9][0-9])$", Options)]
    private static partial Regex MonthName();
}
