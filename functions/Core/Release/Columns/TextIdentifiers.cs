using System.Text.RegularExpressions;
using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>
/// What sentences give away about a student besides what has one look anywhere (<see cref="TextSigns"/>): numbers that may be IDs, birthdays,
/// names. None of it is certain, so it is for a person to look at.
/// </summary>
internal static partial class TextIdentifiers
{
    private const int TimeOut = 2000;
    private const int LongestName = 4;

    /// <summary>Names, IDs and birthdays within the text.</summary>
    public static CellSigns In(ReadOnlySpan<char> text, BirthDates births)
    {
        var signs = (HasName(text) ? NameInText : None) | (HasId(text) ? IdInText : None);
        return HasBirthDate(text, births, isAboutSomebody: signs != None) ? signs | BirthDateInText : signs;
    }

    /// <summary>It says of somebody that they are a student or one of their family: a note about the office's own people does not.</summary>
    public static bool SpeaksOfStudent(ReadOnlySpan<char> text) => Kin().IsMatch(text);

    /// <summary>Six to ten digits that are no year, day or amount.</summary>
    private static bool HasId(ReadOnlySpan<char> text)
    {
        foreach (var found in Number().EnumerateMatches(text))
        {
            var digits = text.Slice(found.Index, found.Length).TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ-#");
            if (!IsPeriod(digits))
                return true;
        }
        return false;
    }

    /// <summary>A school year or a month without a dash (202425, 202409), or a day (20240903).</summary>
    public static bool IsPeriod(ReadOnlySpan<char> digits) => digits.Length switch
    {
        6 => digits is ['1', '9', ..] or ['2', '0', ..] && int.Parse(digits[4..]) is var last
            && (last is >= 1 and <= 12 || last == (int.Parse(digits[2..4]) + 1) % 100),
        8 => Dates.Parse(digits) is not null || (digits is ['2', '0', _, _, '2', '0', _, _] && int.Parse(digits[4..]) == int.Parse(digits[..4]) + 1),
        _ => false,
    };

    /// <summary>A day on which somebody now at school may have been born, where the text speaks of birth or of one person.</summary>
    private static bool HasBirthDate(ReadOnlySpan<char> text, BirthDates births, bool isAboutSomebody)
    {
        foreach (var found in Day().EnumerateMatches(text))
        {
            if (Dates.Parse(text.Slice(found.Index, found.Length)) is { } day && births.Contains(day) && (isAboutSomebody || Birth().IsMatch(text)))
                return true;
        }
        return false;
    }

    private static bool HasName(ReadOnlySpan<char> text)
    {
        foreach (var found in Capitals().EnumerateMatches(text))
        {
            if (IsName(text.Slice(found.Index, found.Length)))
                return true;
        }
        foreach (var found in NamedByKin().EnumerateMatches(text))
        {
            var match = text.Slice(found.Index, found.Length);
            if (!TextSigns.IsOrganisation(match[(match.LastIndexOf(' ') + 1)..]))
                return true;
        }
        return false;
    }

    /// <summary>Words with capitals in a row of which one is a given name: two to four of them, or one that something belongs to.</summary>
    private static bool IsName(ReadOnlySpan<char> run)
    {
        var (words, given, owns) = (0, false, false);
        foreach (var range in run.SplitAny(' ', ','))
        {
            var word = run[range].TrimEnd('.');
            if (word.Length == 0)
                continue;
            words++;
            var owner = word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word;
            if (GivenNames.Contains(owner))
                (given, owns) = (true, owner.Length < word.Length);
        }
        return given && words <= LongestName && (words > 1 || owns) && !TextSigns.IsOrganisation(run);
    }

    [GeneratedRegex(@"(?<![\w$€.,/-])#?(?:[A-Z]{1,3}-?)?\d{6,10}(?![\w%/-]|[.,]\d)", RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<![\d/.-])(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|" +
        @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d{1,2},? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} \d{4})(?![\d/-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Day();

    [GeneratedRegex(
        @"\b(?:born|birth\w{0,6}|d\.?o\.?b|bday|turn(?:s|ed|ing) \d{1,2}|nacid[oa]|nacimiento|cumple\w{0,6}|nascid[oa]|nascimento|anivers\w{0,6})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Birth();

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{1,20}(?:,? \p{Lu}[\p{L}'’.-]{0,20}){0,5}", RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Capitals();

    private const string KinWords =
        "student|pupil|child|son|daughter|brother|sister|sibling|twin|mother|father|mom|dad|parent|guardian|grandmother|grandfather|aunt|uncle|" +
        "estudiante|alumn[oa]|niñ[oa]|hij[oa]|herman[oa]|madre|padre|mamá|papá|abuel[oa]|filh[oa]|alun[oa]|irmã|irmão|mãe|pai";

    /// <summary>In the middle of a sentence, or before a colon: "Student Support Team" is nobody.</summary>
    [GeneratedRegex(@"\b(?:(?:" + KinWords + @")(?:'s name)?(?: is| was| named| called|,|:|\()?|(?i:" + KinWords + @"|name|nombre):) ?\p{Lu}[\p{L}'’-]{1,20}", RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex NamedByKin();

    [GeneratedRegex(@"\b(?:" + KinWords + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Kin();
}
