using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Service.Api.Bodies;

/// <summary>The query of an address, read as strictly as a body. A parameter that is there and empty counts as not given.</summary>
internal sealed class QueryValues(IQueryCollection query)
{
    private const int Longest = 400;

    /// <summary>What is wrong so far.</summary>
    public BodyErrors Errors { get; } = new();

    /// <summary>A text.</summary>
    public string? Text(string name)
    {
        if (query[name] is not { Count: > 0 } values)
        {
            return null;
        }

        if (values is not [{ Length: <= Longest } text] || text.Any(char.IsControl))
        {
            Errors.Add(name, $"This must be one text of {Longest} characters at most.");
            return null;
        }

        return text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    }

    /// <summary>One of the names of an enum.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(text);
        }

        Errors.Add(name, $"This must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>A whole number from 1 to <paramref name="most"/>.</summary>
    public int Number(string name, int most, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most)
        {
            return number;
        }

        Errors.Add(name, $"This must be a whole number from 1 to {most}.");
        return otherwise;
    }

    /// <summary>A date.</summary>
    public LocalDate? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date.Year is >= 1900 and < 9000)
        {
            return date;
        }

        Errors.Add(name, "This must be a date such as 2026-03-09.");
        return null;
    }

    /// <summary>A time with its offset, or a date: the start of that day in the office.</summary>
    public Instant? Time(string name, DateTimeZone office)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var time })
        {
            return time.ToInstant();
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && date.Year is >= 1900 and < 9000)
        {
            return date.AtStartOfDayInZone(office).ToInstant();
        }

        Errors.Add(name, "This must be a date such as 2026-03-09, or a time such as 2026-03-09T17:00:00-04:00.");
        return null;
    }
}
