namespace Core.Routing;

/// <summary>
/// Words that characterise a person in a way that could unfairly criminalise them, such as suspected gang membership (LTR-2018; policy section 5).
/// Compared as those of <see cref="ImmigrationTerms"/>; the writer is warned, not refused, so a word too many costs one look.
/// </summary>
internal static class CharacterisationTerms
{
    public static readonly Phrases Anywhere = new(
    [
        // English.
        "gang", "gangs", "gang member*|affiliat*|involve*|relat*|associat*|activit*|ties|tie|leader*", "gangbanger*", "gangster*", "ms 13", "ms13", "latin kings",
        "thug*", "hoodlum*", "criminal element*|type|tendenc*|mind*", "known|future|likely|probable|potential|suspected|habitual|career criminal*|offender*",
        "is|was|as a|an criminal|delinquent|terrorist|predator|offender", "juvenile delinquent*", "delinquents", "superpredator*", "super predator*",
        "suspected|possible|potential|likely|probable terrorist*|extremist*|dealer*", "drug dealer*|trafficker*", "radicalized", "radicalised", "violent offender*",
        "school shooter*|shooter type",
        // Spanish.
        "pandill*", "mara|maras", "marero*|marera*", "miembro|miembros de|de una|la banda", "delincuente*", "maleante*", "narcotraficante*", "malandro*|malandra*",
        "posible|presunto|presunta|supuesto|supuesta|sospechos* criminal*|terrorista*",
        // Portuguese.
        "gangue*", "membro|membros de faccao|quadrilha|gangue*", "delinquente*", "bandido*|bandida*", "traficante*", "suposto|suposta|possivel criminoso*|criminosa*|terrorista*",
        // Haitian Creole.
        "manm gang", "nan gang", "bandi", "delenkan*", "kriminel", "vagabon*", "trafikan*",
        // Vietnamese.
        "bang dang", "thanh vien bang", "xa hoi den", "con do", "toi pham", "du dang", "dau gau", "giang ho",
        // Chinese.
        "帮派", "幫派", "黑帮", "黑幫", "黑社会", "黑社會", "流氓", "不良分子", "犯罪分子", "混混", "恐怖分子", "毒贩", "毒販",
        // Arabic.
        "عصابة", "عصابات", "مجرم*", "بلطجي*", "ارهابي*", "جانح*", "منحرف*", "تاجر مخدرات",
    ]);

    /// <summary>Names of programs and subjects, not of people.</summary>
    public static readonly Phrases NotMeant = new(
    [
        "gang prevention|awareness|resistance|intervention|free|reduction|violence", "anti|press|chain gang", "against|without gangs", "prevencion de pandillas",
        "the whole|old gang", "gang of friends", "delinquent account*|payment*|fee*", "تنمر عصابة",
    ]);
}
