using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Service.Api.Bodies;

/// <summary>
/// One object of a JSON body. Reading never throws: a wrong field is noted with its path and read as null, so that all problems are
/// found at once. A field that is null counts as missing; fields nobody asks for are left alone.
/// </summary>
internal sealed class BodyObject(JsonElement element, string path, BodyErrors errors)
{
    private const string Required = "This is required.";

    /// <summary>What is wrong so far, in the whole body.</summary>
    public BodyErrors Errors => errors;

    /// <summary>A text, trimmed; null where it is missing, blank or wrong.</summary>
    /// <param name="longest">Most characters.</param>
    /// <param name="lines">It may have several lines.</param>
    public string? Text(string name, int longest, bool required = false, bool lines = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        var text = TextOf(value, PathOf(name), longest, lines);
        if (text is { Length: 0 } && required)
        {
            errors.Add(PathOf(name), Required);
        }

        return text is { Length: > 0 } ? text : null;
    }

    /// <summary>One of the names of an enum, exactly as written there.</summary>
    public T? Choice<T>(string name, bool required = false) where T : struct, Enum
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        // Not Enum.TryParse: that takes numbers and lists as well.
        if (value.ValueKind == JsonValueKind.String && StringOf(value) is { } text && Enum.GetNames<T>().Contains(text, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(text);
        }

        errors.Add(PathOf(name), $"This must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>True or false; null where it is missing or wrong.</summary>
    public bool? Flag(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        errors.Add(PathOf(name), "This must be true or false.");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Number(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        errors.Add(PathOf(name), "This must be a whole number.");
        return null;
    }

    /// <summary>A number that may have decimals.</summary>
    public decimal? Amount(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount))
        {
            return amount;
        }

        errors.Add(PathOf(name), "This must be a number.");
        return null;
    }

    /// <summary>A date, as 2027-06-30.</summary>
    public LocalDate? Date(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && StringOf(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return date.Value;
        }

        errors.Add(PathOf(name), "This must be a date such as 2027-06-30.");
        return null;
    }

    /// <summary>A list of texts, blank ones left out; empty where it is missing or wrong.</summary>
    /// <param name="most">Most entries.</param>
    /// <param name="longest">Most characters of one.</param>
    public IReadOnlyList<string> Texts(string name, int most, int longest, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(PathOf(name), "This must be a list.");
            return [];
        }

        if (value.GetArrayLength() > most)
        {
            errors.Add(PathOf(name), string.Create(CultureInfo.InvariantCulture, $"This list may have {most:N0} entries at most."));
            return [];
        }

        var texts = value.EnumerateArray()
            .Select((entry, index) => TextOf(entry, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{index}]"), longest, lines: false))
            .OfType<string>().Where(text => text.Length > 0).ToList();
        if (required && texts.Count == 0)
        {
            errors.Add(PathOf(name), Required);
        }

        return texts;
    }

    /// <summary>An object within this one; null where it is missing or wrong.</summary>
    public BodyObject? Object(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new(value, PathOf(name), errors);
        }

        errors.Add(PathOf(name), "This must be an object.");
        return null;
    }

    /// <summary>Notes that a field, well formed as it is, does not make sense.</summary>
    public void Wrong(string name, string problem) => errors.Add(PathOf(name), problem);

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Find(string name, bool required)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (required)
        {
            errors.Add(PathOf(name), Required);
        }

        return null;
    }

    private string? TextOf(JsonElement value, string at, int longest, bool lines)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            errors.Add(at, "This must be a text.");
            return null;
        }

        if (StringOf(value)?.Trim() is not { } text)
        {
            errors.Add(at, "This holds half a character and is no text.");
            return null;
        }

        if (text.Length > longest)
        {
            errors.Add(at, string.Create(CultureInfo.InvariantCulture, $"This may be {longest:N0} characters long at most."));
            return null;
        }

        if (text.Any(character => char.IsControl(character) && !(lines && character is '\n' or '\r' or '\t')))
        {
            errors.Add(at, lines ? "This holds control characters." : "This holds control characters or line breaks.");
            return null;
        }

        return text;
    }

    /// <summary>The string; null where it holds an escaped half of a surrogate pair.</summary>
    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
