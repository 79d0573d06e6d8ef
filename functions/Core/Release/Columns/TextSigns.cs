using System.Text.RegularExpressions;
using Core.Routing;
using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>
/// What text gives away. The patterns have no nested repetition, so that they take linear time on whatever is in a file; the time-out
/// is a second lock.
/// </summary>
internal static partial class TextSigns
{
    private const int TimeOut = 2000;

    /// <summary>Six to ten digits and nothing else but up to three letters before them, as student IDs are written.</summary>
    public static bool IsIdLike(ReadOnlySpan<char> text, int digits)
    {
        var front = text.TrimEnd("0123456789");
        return text.Length - front.Length == digits && front.Length <= 4 && front.TrimEnd("-# ").IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    /// <summary>
    /// Of digits and letters without a gap: that nothing that is looked for in words can be in it, nor the name of a month. Each of those has three
    /// plain letters in a row, but for one.
    /// </summary>
    public static bool HasNoWord(ReadOnlySpan<char> text)
    {
        var inRow = 0;
        foreach (var letter in text)
        {
            inRow = char.IsAsciiDigit(letter) ? 0 : inRow + 1;
            if (inRow == 3 || !char.IsAscii(letter))
                return false;
        }
        return !text.Contains("ms13", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Telephone and Social Security numbers anywhere in the text.</summary>
    public static CellSigns Numbers(ReadOnlySpan<char> text) =>
        (Phone().IsMatch(text) ? CellSigns.Phone : None) | (SocialSecurity().IsMatch(text) ? SocialSecurityNumber : None);

    public static bool HasAddress(ReadOnlySpan<char> text) => (HasHouseNumber(text) || text.ContainsAny(AddressHints)) && StreetAddress().IsMatch(text);

    /// <summary>A digit, perhaps with a letter, and a word after it. By hand: few numbers in texts are followed by a word.</summary>
    private static bool HasHouseNumber(ReadOnlySpan<char> text)
    {
        for (var gap = text.IndexOf(' '); gap >= 0;)
        {
            if (gap > 0 && gap + 1 < text.Length && char.IsLetterOrDigit(text[gap + 1])
                && (char.IsAsciiDigit(text[gap - 1]) || (gap > 1 && char.IsAsciiLetter(text[gap - 1]) && char.IsAsciiDigit(text[gap - 2]))))
                return true;
            var next = text[(gap + 1)..].IndexOf(' ');
            gap = next < 0 ? -1 : gap + 1 + next;
        }
        return false;
    }

    private static readonly System.Buffers.SearchValues<string> AddressHints = System.Buffers.SearchValues.Create(
        ["calle", "avenida", "box", "apartado"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What words say: e-mail addresses, names, institutions, immigration status, flags.</summary>
    public static CellSigns Words(ReadOnlySpan<char> text, int digits)
    {
        var signs = HasEmail(text) ? Email : None;
        if (text.Length > 3 && text.ContainsAny(StatusHints) && (IsStatus(text) || Status().IsMatch(text)))
            signs |= Immigration;
        if (text.Length > 3 && IsCharacterisation(text))
            signs |= Characterisation;
        if (text.Length <= 5 && digits == 0)
            signs |= Short(text);
        if (digits == 0 && text.Length <= 60)
            signs |= Name(text);
        return text.Length <= 100 && OrganisationWords.AreIn(text) ? signs | Institution : signs;
    }

    /// <summary>A character that can end a mailbox, @, and a host with a dot. By hand: it is the one test that every long text runs.</summary>
    private static bool HasEmail(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var host = text[(at + 1)..];
            var length = host.IndexOfAnyExcept(HostCharacters);
            var name = (length < 0 ? host : host[..length]).TrimEnd(".-");
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-' or '+' or '"') && name.IndexOf('.') > 0)
                return true;
            var next = host.IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static readonly System.Buffers.SearchValues<char> HostCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");

    /// <summary>One of these is in whatever <see cref="Status"/> finds, and they are found much faster.</summary>
    private static readonly System.Buffers.SearchValues<string> StatusHints = System.Buffers.SearchValues.Create(
        ["citizen", "immig", "undocumented", "unauthorized", "alien", "green", "daca", "resident", "visa", "asyl", "deport", "ice det", "ice cus", "indocumentad",
        "ciudadan", "migratorio"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What the writers of texts are warned of too. One of the hints is in whatever is found in plain letters; other texts are few enough to be
    /// looked through.
    /// </summary>
    private static bool IsCharacterisation(ReadOnlySpan<char> text) =>
        (text.ContainsAny(CharacterisationHints) || !System.Text.Ascii.IsValid(text)) && Screening.Characterisations(text.ToString()).Count > 0;

    private static readonly System.Buffers.SearchValues<string> CharacterisationHints = System.Buffers.SearchValues.Create(
    [
        "gang", "thug", "hoodlum", "criminal", "delinquen", "terrorist", "predator", "offender", "extremist", "dealer", "traffick", "radicali", "shooter", "ms 13",
        "ms-13", "ms13", "latin kings", "pandill", "mara", "marer", "banda", "maleante", "narcotraf", "malandr", "facc", "quadrilha", "bandi", "traficante", "criminos",
        "delenkan", "kriminel", "vagabon", "trafikan", "bang dang", "xa hoi den", "con do", "toi pham", "du dang", "dau gau", "giang ho",
    ], StringComparison.OrdinalIgnoreCase);

    private static bool IsStatus(ReadOnlySpan<char> text) =>
        text.Equals("undocumented", StringComparison.OrdinalIgnoreCase) || text.Equals("permanent resident", StringComparison.OrdinalIgnoreCase)
        || text.Equals("citizen", StringComparison.OrdinalIgnoreCase);

    private static CellSigns Short(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[text.Length];
        text.ToLowerInvariant(lower);
        return lower switch
        {
            "y" or "n" or "yes" or "no" or "true" or "false" or "si" or "sí" or "x" => Flag,
            "k" or "pk" or "ek" or "kg" or "kf" or "prek" or "pre-k" => EarlyGrade,
            _ => None,
        };
    }

    private static CellSigns Name(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        var (words, given) = (0, false);
        foreach (var range in text.SplitAny(' ', ','))
        {
            var word = text[range].TrimEnd('.');
            if (word.Length == 0)
                continue;
            words++;
            if (!char.IsUpper(word[0]) || word.ContainsAnyExceptLetters())
                return None;
            given |= GivenNames.Contains(word);
        }
        var sign = given ? GivenName : None;
        return (comma, words) switch
        {
            (> 0, >= 2 and <= 5) when comma < text.Length - 1 && text[(comma + 1)..].IndexOf(',') < 0 => sign | LastFirst,
            (< 0, 1) => sign | OneWord,
            (< 0, >= 2 and <= 4) => sign | CapitalisedWords,
            _ => None,
        };
    }

    private static bool ContainsAnyExceptLetters(this ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter) && letter is not ('\'' or '’' or '-'))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"(?<![\d.,-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\d-])", RegexOptions.None, TimeOut)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])", RegexOptions.None, TimeOut)]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(
        @"(?<![\w.])\d{1,5}[A-Za-z]?(?:-\d{1,4})? (?:[\p{L}\d.'’-]{1,20} ){1,4}(?:st|street|ave|avenue|av|rd|road|dr|drive|ln|lane|ct|court|blvd|boulevard|way|pl|" +
        @"place|ter|terrace|cir|circle|pkwy|parkway|sq|square|hwy|highway)\b|(?<!\w)(?:calle|avenida|p\.? ?o\.? box|apartado) \S{1,20}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex StreetAddress();

    [GeneratedRegex(
        @"\b(?:non-?citizens?|not a citizen|u\.?s\.? ?citizen(?:s|ship)?|naturalized citizen|citizenship status|immigration (?:status|papers|hearing|court|detention)|" +
        @"undocumented (?:immigrant|student|alien|minor|famil|parent|status)\w*|unauthorized immigrant|illegal (?:alien|immigrant)s?|" +
        @"green ?card|daca|(?:lawful|legal) permanent resident|[fjmbhu]-?[1-4] visa|visa (?:status|holder|type|expired|overstay)|" +
        @"(?:student|tourist) visa|asylum seekers?|asylees?|deport(?:ed|ation)|ice (?:detain(?:ed|ee)|detention|custody)|" +
        @"indocumentad[oa]s?|ciudadan[oa] (?:de los|estadounidense)|estatus migratorio|residente permanente)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut)]
    private static partial Regex Status();
}
