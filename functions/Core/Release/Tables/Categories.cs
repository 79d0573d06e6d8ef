using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Core.Release.Columns;

namespace Core.Release.Tables;

/// <summary>
/// The categories that reports of schools break students down by, however they are written: a table. What is not in it is
/// a category of its own, named as it is written.
/// </summary>
internal static partial class Categories
{
    public const string Grade = "grade";
    public const string Year = Group.Year;

    /// <summary>Dimension, category, the ways to write it. Short ways, after the bar, hold only where the dimension is known already.</summary>
    private static readonly (string Dimension, string Category, string Ways)[] Table =
    [
        ("gender", "female", "female, females, girl, girls, women, femenino, ninas, mujeres | f"),
        ("gender", "male", "male, males, boy, boys, men, masculino, ninos, hombres | m"),
        ("gender", "nonbinary", "nonbinary, non binary, gender nonbinary, gender non binary | x, nb"),
        ("race", "asian", "asian, asian american | a, as"),
        ("race", "black", "black, african american, black or african american, black african american, african american black | b, bl, aa"),
        ("race", "hispanic", "hispanic, latino, latinx, hispanic latino, hispanic or latino, hispanic latinx, latina o, latino hispanic | h, hi"),
        ("race", "white", "white, caucasian | w, wh"),
        ("race", "native american",
            "native american, american indian, american indian or alaska native, american indian alaska native, amer ind or alaska nat | am, ai, aian, n"),
        ("race", "pacific islander",
            "pacific islander, native hawaiian, native hawaiian or pacific islander, native hawaiian pacific islander, " +
            "native hawaiian or other pacific islander, nat haw or pacif isl | pi, nh, nhpi, p"),
        ("race", "multi-race",
            "multi race, multirace, multiracial, two or more races, two or more, multi race non hispanic, multi race not hispanic or latino, multi race non hispanic or latino | mr, tw"),
        ("english learner", "yes",
            "english learner, english learners, ell, ells, els, lep, multilingual learner, multilingual learners, limited english proficient, " +
            "english language learner, english language learners | el, ml, mls"),
        ("disability", "yes",
            "with disabilities, with disability, disability, disabilities, disabled, swd, swds, iep, ieps, with iep, with ieps, special education, sped, special ed | sd"),
        ("disability", "no", "general education, regular education"),
        ("income", "yes",
            "low income, economically disadvantaged, econ disadvantaged, economic disadvantage, free or reduced lunch, free reduced lunch, frl, ecodis | li, ed"),
        ("high needs", "yes", "high needs, high need"),
        ("homeless", "yes", "homeless, experiencing homelessness, homelessness"),
        ("foster care", "yes", "foster care, in foster care, foster"),
    ];

    private static readonly FrozenDictionary<string, (string Dimension, string Category)> Long =
        (from row in Table from way in Ways(row.Ways, 0) select (way, row)).ToFrozenDictionary(
            one => one.way, one => (one.row.Dimension, one.row.Category), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Short =
        (from row in Table from way in Ways(row.Ways, 1) select (way: $"{row.Dimension}: {way}", row.Category)).ToFrozenDictionary(
            one => one.way, one => one.Category, StringComparer.Ordinal);

    /// <summary>Words that do not tell one group from another.</summary>
    private static readonly FrozenSet<string> Idle = new[]
    {
        "student", "students", "pupil", "pupils", "number", "of", "count", "counts", "n", "num", "no", "headcount", "enrolled", "enrollment",
        "enrolment", "percent", "percentage", "pct", "perc", "share", "rate", "the", "who", "are", "is", "status", "total", "totals", "all",
        "in", "estudiantes", "alumnos", "children", "learner", "learners",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations =
        new[] { "not", "non", "never", "without", "excluding", "except", "excl", "minus" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Yes = new[] { "y", "yes", "1", "true", "si" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> No = new[] { "n", "no", "0", "false" }.ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Ways(string ways, int part) => ways.Split('|') is var halves && part < halves.Length
        ? halves[part].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>The words of a text that say something, as in "girls" for "Number of girls".</summary>
    public static IReadOnlyList<string> Telling(string text) => [.. HeaderWords.Of(text).Words.Where(word => !Idle.Contains(word))];

    /// <summary>The dimension and category that a text names; null where it names none that is known.</summary>
    /// <param name="text">A cell or a header.</param>
    /// <param name="dimension">The dimension its column is known to hold; null where it is not known.</param>
    public static (string Dimension, string Category)? Of(string text, string? dimension = null)
    {
        var words = HeaderWords.Of(text).Words;
        if (dimension is not null && words.Count == 1 && (Yes.Contains(words[0]) || No.Contains(words[0])) && IsYesOrNo(dimension))
        {
            return (dimension, Yes.Contains(words[0]) ? "yes" : "no");
        }

        if (GradeOf(text, dimension == Grade) is { } grade)
        {
            return (Grade, grade);
        }

        var negated = words.Count > 1 && words.Take(2).Any(Negations.Contains);
        var left = negated ? [.. words.SkipWhile(word => !Negations.Contains(word)).Skip(1)] : words;
        if ((Found(left, dimension) ?? Found([.. left.Where(word => !Idle.Contains(word))], dimension)) is not { } found)
        {
            return null;
        }

        // Not one of several is no category of its own: "not Asian" is everybody else, which is none of the other categories.
        return !negated ? found : found.Category switch
        {
            "yes" => (found.Dimension, "no"),
            "no" => (found.Dimension, "yes"),
            _ => ($"{found.Dimension} {found.Category}", "no"),
        };
    }

    /// <summary>The category of a dimension that a text names, one that the table does not know included.</summary>
    public static string Named(string text, string dimension) => dimension == Year
        ? YearOf(text) ?? Plain(text)
        : Of(text, dimension) is { } known && known.Dimension == dimension ? known.Category : Plain(text);

    /// <summary>The words of a text, or the text itself where it has none.</summary>
    public static string Plain(string text) => string.Join(' ', HeaderWords.Of(text).Words) is { Length: > 0 } words ? words : text.ToUpperInvariant();

    private static (string Dimension, string Category)? Found(IReadOnlyList<string> words, string? dimension)
    {
        var phrase = string.Join(' ', words);
        return Long.TryGetValue(phrase, out var found) ? found
            : dimension is not null && Short.TryGetValue($"{dimension}: {phrase}", out var category) ? (dimension, category)
            : phrase is "el" or "ml" ? ("english learner", "yes")
            : null;
    }

    private static bool IsYesOrNo(string dimension) => Array.Exists(Table, row => row.Dimension == dimension && row.Category == "yes");

    /// <summary>A grade as "PK", "K" or its number; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bare">A number alone is a grade, too.</param>
    private static string? GradeOf(string text, bool bare)
    {
        var match = GradeName().Match(text.Trim());
        if (!match.Success || (!bare && !match.Groups["word"].Success && !match.Groups["ordinal"].Success && !match.Groups["after"].Success))
        {
            return bare && EarlyGrade().Match(text.Trim()) is { Success: true } early
                ? early.Groups["pre"].Success ? "PK" : "K"
                : !bare && EarlyGradeName().IsMatch(text.Trim()) ? "K" : null;
        }

        return match.Groups["number"].ValueSpan.TrimStart('0').ToString() is { Length: > 0 } number ? number : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<word>grade|gr\.?|grado|g)?\s*(?<number>0?[1-9]|1[0-2])(?<ordinal>st|nd|rd|th)?\s*(?<after>grade|graders?|grado)?(\s+students)?$", Options)]
    private static partial Regex GradeName();

    [GeneratedRegex(@"^((grade\s*)?k[fgp]?|(?<pre>p-?k|pre-?k|prek(indergarten)?|pre-?kindergarten|k[0-2]?))(\s+students)?$|^kindergarten$", Options)]
    private static partial Regex EarlyGrade();

    [GeneratedRegex(@"^(grade k|kindergarten(ers)?)$", Options)]
    private static partial Regex EarlyGradeName();

    /// <summary>A school year however it is written, as the year it ends in: "2024-25", "SY 2025", "2024-2025".</summary>
    public static string? YearOf(string text)
    {
        var match = SchoolYear().Match(text.Trim());
        return !match.Success ? null
            : match.Groups["end"].Success ? $"20{match.Groups["end"].ValueSpan[^2..]}"
            : match.Groups["only"].Value;
    }

    [GeneratedRegex(@"^(sy|school year|ay|fy|year)?\s*(20[0-9][0-9]\s*[-–/]\s*(?<end>(20)?[0-9][0-9])|(?<only>20[0-9][0-9]))$", Options)]
    private static partial Regex SchoolYear();

    /// <summary>The dimension that a header names; a header that is not known names one of its own.</summary>
    public static string DimensionOf(ColumnProfile column)
    {
        var words = HeaderWords.Of(column.Header);
        if (column.HeaderKind == ColumnKind.Grade)
        {
            return Grade;
        }

        if (words.Has("year") || words.Is("sy") || words.Is("ay") || words.Is("fy") || words.Has("ano escolar"))
        {
            return Year;
        }

        if (Array.Find(Headers, row => row.Words.Any(words.Has)) is { Words: not null } known)
        {
            return known.Dimension;
        }

        return Of(column.Header)?.Dimension is { } dimension && dimension != Grade ? dimension
            : words.Words.Count == 0 ? $"column {Place.Letters(column.Index)}"
            : string.Join(' ', words.Words);
    }

    private static readonly (string Dimension, string[] Words)[] Headers =
    [
        ("school", ["school code", "school id", "school number"]),
        ("school", ["school", "schools", "escuela", "school name", "site", "building"]),
        ("gender", ["gender", "sex", "genero", "sexo"]),
        ("race", ["race", "ethnicity", "raza", "etnia"]),
        ("english learner", ["el status", "ell status", "english learner status", "lep status", "ell", "english learner"]),
        ("disability", ["disability", "disability status", "iep", "iep status", "swd", "sped"]),
    ];
}
