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
    private const int LongestRun = 6;
    private const int FewestDigitsOfId = 6;
    private const int FewestDigitsOfDay = 4;

    /// <summary>Names, IDs and birthdays within the text.</summary>
    public static CellSigns In(ReadOnlySpan<char> text, BirthDates births)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
                digits++;
        }

        return In(text, digits, births);
    }

    /// <summary>The same, where it is known how many digits are in it: most sentences have none, and need not be searched for numbers.</summary>
    public static CellSigns In(ReadOnlySpan<char> text, int digits, BirthDates births)
    {
        var signs = (HasName(text) ? NameInText : None) | (digits >= FewestDigitsOfId && HasId(text) ? IdInText : None);
        return digits >= FewestDigitsOfDay && HasBirthDate(text, births, isAboutSomebody: signs != None) ? signs | BirthDateInText : signs;
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
        for (var start = 0; ; start++)
        {
            var passed = text[start..].IndexOfAnyExcept(NoCapitals);
            if (passed < 0)
                break;
            start += passed;
            if (!char.IsUpper(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
                continue;
            var end = EndOfRun(text, start);
            if (end - start > 1 && IsName(text[start..end]))
                return true;
            start = end - 1;
        }

        return text.ContainsAny(System.Text.Ascii.IsValid(text) ? PlainKinHints : KinHints) && IsNamedByKin(text);
    }

    /// <summary>What is no capital for certain; other characters than these are asked one by one.</summary>
    private static readonly System.Buffers.SearchValues<char> NoCapitals =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 128).Select(code => (char)code).Where(letter => !char.IsAsciiLetterUpper(letter))]);

    /// <summary>Where the words with capitals end that begin here: "Rivera, Ana M." is three of them.</summary>
    private static int EndOfRun(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfWord(text, start);
        for (var words = 1; words < LongestRun; words++)
        {
            var next = end < text.Length && text[end] == '.' ? end + 1 : end;
            next = next < text.Length && text[next] == ',' ? next + 1 : next;
            if (next + 1 >= text.Length || text[next] != ' ' || !char.IsUpper(text[next + 1]))
                break;
            end = EndOfWord(text, next + 1);
        }

        return end;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or '-'))
            end++;
        return end;
    }

    private static bool IsNamedByKin(ReadOnlySpan<char> text)
    {
        foreach (var found in NamedByKin().EnumerateMatches(text))
        {
            var match = text.Slice(found.Index, found.Length);
            if (!OrganisationWords.AreIn(match[(match.LastIndexOf(' ') + 1)..]))
                return true;
        }

        return false;
    }

    /// <summary>Words with capitals in a row of which one is a given name: two to four of them, or one that something belongs to.</summary>
    private static bool IsName(ReadOnlySpan<char> run)
    {
        if (run.IndexOfAny(' ', ',') < 0 && !run.EndsWith("'s") && !run.EndsWith("’s"))
            return false;
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
        return given && words <= LongestName && (words > 1 || owns) && !OrganisationWords.AreIn(run);
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

    private const string KinWords =
        "student|pupil|child|son|daughter|brother|sister|sibling|twin|mother|father|mom|dad|parent|guardian|grandmother|grandfather|aunt|uncle|" +
        "estudiante|alumn[oa]|niñ[oa]|hij[oa]|herman[oa]|madre|padre|mamá|papá|abuel[oa]|filh[oa]|alun[oa]|irmã|irmão|mãe|pai";

    /// <summary>One of these is in whatever <see cref="NamedByKin"/> finds, and they are found much faster.</summary>
    private static readonly string[] KinHintTexts =
    [
        "student", "pupil", "child", "son", "daughter", "brother", "sister", "sibling", "twin", "mother", "father", "mom", "dad", "parent", "guardian", "aunt",
        "uncle", "estudiante", "alumn", "niñ", "hij", "herman", "madre", "padre", "mamá", "papá", "abuel", "filh", "alun", "irmã", "mãe", "pai", "name", "nombre",
    ];

    private static readonly System.Buffers.SearchValues<string> KinHints = System.Buffers.SearchValues.Create(KinHintTexts, StringComparison.OrdinalIgnoreCase);

    /// <summary>Those of plain letters: most texts are in them, and the others make the search much slower.</summary>
    private static readonly System.Buffers.SearchValues<string> PlainKinHints =
        System.Buffers.SearchValues.Create([.. KinHintTexts.Where(hint => System.Text.Ascii.IsValid(hint))], StringComparison.OrdinalIgnoreCase);

    /// <summary>In the middle of a sentence, or before a colon: "Student Support Team" is nobody.</summary>
    [GeneratedRegex(@"\b(?:(?:" + KinWords + @")(?:'s name)?(?: is| was| named| called|,|:|\()?|(?i:" + KinWords + @"|name|nombre):) ?\p{Lu}[\p{L}'’-]{1,20}", RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex NamedByKin();

    [GeneratedRegex(@"\b(?:" + KinWords + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Kin();
}
