using System.Text.RegularExpressions;

namespace Core.Routing;

/// <summary>Words that decide: what names immigration status, directory information, an identifier, a police record.</summary>
public static partial class Vocabulary
{
    /// <summary>Asks for anybody's immigration or citizenship status (LTR-2018). Civics, first language and national tests do not.</summary>
    public static bool AsksForImmigrationStatus(string? text) => text is not null && Immigration().IsMatch(text);

    /// <summary>One of the four directory items of ODA-03: name, age, grade level, dates of enrollment.</summary>
    public static bool IsDirectoryItem(string attribute) => DirectoryItem().IsMatch(attribute.Trim());

    /// <summary>Identifies a student directly: name, ID, date of birth, address, e-mail, phone.</summary>
    public static bool IsDirectIdentifier(string attribute) => Identifier().IsMatch(attribute.Trim());

    /// <summary>A record of the school police, which is not an education record (34 CFR 99.8).</summary>
    public static bool NamesPoliceRecords(string? text) => text is not null && PoliceRecord().IsMatch(text);

    /// <summary>Names a law-enforcement body as user or audience.</summary>
    public static bool NamesLawEnforcement(string? text) => text is not null && (Police().IsMatch(text) || Agency().IsMatch(text));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b((im)?migra(tion|nt|tory)[\s-]*(and citizenship )?(status|category|class|papers|documents?|record)s?|citizenship|(non-?)?citizen(s)? status|undocumented|unauthorized (immigrant|student|alien)s?|documented status|visa|green[\s-]cards?|permanent residen(t|ts|cy)|i-?94|alien (number|registration|status)|naturali[sz](ed|ation)|nationality|countr(y|ies) of (citizenship|origin|birth)|(asylum|refugee|daca|tps|parole|deportation) (status|seekers?|cases?|recipients?)|asylees?|legal(ly)? (status|present|in the (us|u\.s\.|united states))|(estatus|estado|situaci[oó]n|condici[oó]n) migratori[oa]|ciudadan[ií]a|indocumentad[oa]s?|nacionalidad|pa[ií]s de origen)\b", Options)]
    private static partial Regex Immigration();

    [GeneratedRegex(@"^((students?'?s?|full|first|last|first and last|preferred|middle)\s+)*names?$|^(students?'?s?\s+)?age(s)?$|^(current\s+)?grade([\s_-]?levels?)?s?$|^(dates?|start date|end date|entry date|exit date)( of)?[\s_-]*(enrol+ment|attendance)?$|^enrol+ment[\s_-]dates?$", Options)]
    private static partial Regex DirectoryItem();

    [GeneratedRegex(@"^(students?'?s?[\s_-]*)?(((full|first|last|middle|preferred|first and last)[\s_-]*)?names?|ids?|id[\s_-]*numbers?|identifiers?|(local|state|state-assigned|district)[\s_-]*(student[\s_-]*)?(ids?|id[\s_-]*numbers?)|sasids?|lasids?|dates? of birth|dob|birth[\s_-]*dates?|birthdays?|((home|street|mailing|postal)[\s_-]*)?address(es)?|e-?mails?([\s_-]*address(es)?)?|(tele)?phones?([\s_-]*numbers?)?|social security( numbers?)?|ssn)$", Options)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(school police|police (incident )?reports?|incident reports?|school safety officers?)\b", Options)]
    private static partial Regex PoliceRecord();

    [GeneratedRegex(@"\b(police|law[\s-]enforcement|sheriff|district attorney|prosecutors?|immigration (and customs|enforcement|officials?|officers?|agents?)|homeland security|FBI|marshals?|probation)\b", Options)]
    private static partial Regex Police();

    // An abbreviation that is a word in lower case ("ice hockey").
    [GeneratedRegex(@"\b(ICE|DHS|CBP)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Agency();
}
