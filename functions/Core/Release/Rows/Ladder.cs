using System.Globalization;
using Core.Release.Columns;

namespace Core.Release.Rows;

/// <summary>One way to say less in a column.</summary>
/// <param name="Words">What is done, as in "grade in bands".</param>
/// <param name="Labels">What each value becomes, by code; null where the column goes.</param>
/// <param name="Loss">The share of the column's information that is lost, 0 to 1.</param>
internal sealed record Step(string Words, IReadOnlyList<string>? Labels, double Loss)
{
    /// <summary>The new code of each code; equal labels have equal codes.</summary>
    public int[] Map { get; } = MapOf(Labels);

    /// <summary>What a value becomes; values beyond those kept apart are one.</summary>
    public string Label(int code) => Labels is null || code > Labels.Count ? "Other" : Labels[code - 1];

    private static int[] MapOf(IReadOnlyList<string>? labels)
    {
        if (labels is null)
            return [];
        var codes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var map = new int[labels.Count + 2];
        for (var at = 0; at < labels.Count; at++)
        {
            if (!codes.TryGetValue(labels[at], out var code))
                codes.Add(labels[at], code = codes.Count + 1);
            map[at + 1] = code;
        }
        map[^1] = codes.Count + 1;
        return map;
    }

    public int Code(int code) => Labels is null ? 0 : Map[Math.Min(code, Map.Length - 1)];
}

/// <summary>The ways to say less in one column, from nothing lost to the column gone.</summary>
internal static class Ladder
{
    // A category below this share of the rows may be put together with other rare ones.
    private const double Rare = 0.05;

    public static IReadOnlyList<Step> Of(KeyColumn key, long[] rowsOfCode)
    {
        var before = Entropy(key.Values, rowsOfCode);
        var steps = new List<Step> { new("", key.Values, 0) };
        foreach (var (words, label) in Ways(key, rowsOfCode))
        {
            var labels = key.Values.Select((value, at) => value.Length == 0 ? "" : label(value, at + 1)).ToList();
            if (labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < steps[^1].Labels!.Distinct(StringComparer.OrdinalIgnoreCase).Count())
                steps.Add(new(words, labels, before == 0 ? 0 : Math.Clamp(1 - (Entropy(labels, rowsOfCode) / before), 0, 1)));
        }
        steps.Add(new($"drop {key.Name}", null, 1));
        return steps;
    }

    private static IEnumerable<(string Words, Func<string, int, string> Label)> Ways(KeyColumn key, long[] rowsOfCode)
    {
        switch (key.Trait)
        {
            case Trait.Grade:
                yield return ($"give {key.Name} in bands (K-5, 6-8, 9-12)", (value, _) => GradeBand(value));
                break;
            case Trait.Age:
                yield return ($"give {key.Name} in bands (to 5, 6-10, 11-13, 14-18, 19 on)", (value, _) => AgeBand(value));
                break;
            case Trait.Home when IsPostal(key):
                yield return ($"cut {key.Name} to its first three digits", (value, _) => value.Length >= 5 ? string.Concat(value.AsSpan(0, 3), "**") : value);
                break;
            default:
                if (IsDates(key))
                {
                    yield return ($"give {key.Name} as month and year", (value, _) => Dates.Parse(value) is { } day ? day.ToString("uuuu-MM", CultureInfo.InvariantCulture) : value);
                    yield return ($"give {key.Name} as the year", (value, _) => Dates.Parse(value) is { } day ? day.ToString("uuuu", CultureInfo.InvariantCulture) : value);
                    break;
                }

                var all = rowsOfCode.Sum();
                yield return ($"call rare values of {key.Name} \"Other\"", (value, code) => rowsOfCode[code] < Rare * all ? "Other" : value);
                break;
        }
    }

    private static bool IsPostal(KeyColumn key) => key.Values.Count(value => value.Length >= 5 && value.AsSpan(0, 5).IndexOfAnyExceptInRange('0', '9') < 0) > 0.8 * key.Values.Count;

    private static bool IsDates(KeyColumn key) => key.Values.Count(value => value.Length > 0 && Dates.Parse(value) is not null) > 0.8 * key.Values.Count;

    private static string GradeBand(string value) => GradeOf(value) switch
    {
        null => value,
        <= 5 => "K-5",
        <= 8 => "6-8",
        _ => "9-12",
    };

    private static int? GradeOf(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return digits.Length is 1 or 2 && !value.Contains('-', StringComparison.Ordinal) ? int.Parse(digits, CultureInfo.InvariantCulture)
            : value.Length <= 14 && value.Contains('k', StringComparison.OrdinalIgnoreCase) && digits.Length == 0 ? 0 : null;
    }

    private static string AgeBand(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var age)
        ? age switch { <= 5 => "to 5", <= 10 => "6-10", <= 13 => "11-13", <= 18 => "14-18", _ => "19 on" }
        : value;

    private static double Entropy(IEnumerable<string> labels, long[] rowsOfCode)
    {
        var all = (double)rowsOfCode.Sum();
        return labels.Select((label, at) => (label, Rows: rowsOfCode[at + 1])).GroupBy(one => one.label, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Sum(one => one.Rows) / all).Where(share => share > 0).Sum(share => -share * Math.Log(share));
    }
}
