namespace Core.Routing;

/// <summary>
/// The words by which somebody asks for immigration or citizenship status (LTR-2018): this list, with the one of the other languages beside it
/// (<see cref="ImmigrationTermsElsewhere"/>), is all there is to edit. Words are compared folded (lower case, no accents); <c>a|b</c> is either word,
/// <c>*</c> any ending.
/// </summary>
internal static class ImmigrationTerms
{
    /// <summary>Asks for a status wherever it stands, in an attribute or in free text.</summary>
    public static readonly Phrases Anywhere = new(
    [
        "immigration|immigrant status*|category|categories|paper|papers|document|documents|documentation|record|records|information|data",
        "immigration or|and|nor citizenship", "citizenship or|and|nor immigration", "status of immigration", "immigration case*", "migration status*",
        "immigrationst*", "citizenship", "citizenship grade|grades level*", "citizenship status*|type*|category|categories|information|data|record*|document*", "citizenshipst*",
        "citizen|citizens status*", "noncitizen*", "non citizen*", "us|american citizen|citizens", "u s citizen|citizens", "uscitizen*",
        "undocumented", "documented status*", "unauthorized|illegal|legal immigrant*|alien*",
        "unauthorized student*|famil*|parent*", "legal|lawful status", "lawful|legal presence", "legally|lawfully present",
        "legally|lawfully in the us|united|country", "legally|lawfully in the u s", "here legally|lawfully|illegally",
        "green card*", "greencard*", "lawful|legal permanent resident*", "permanent resident|residency status|card|cards",
        "visa status*|type*|category|categories|class*|holder*|number*|expir*|document*|information", "visast*", "visatype*", "type|types|kind|kinds|status of visa*",
        "student|work|tourist|travel visa*", "have|has|hold|holds|need|needs a visa", "f 1 visa*", "h 1b visa*", "j 1 visa*",
        "i 94", "i94", "alien number*|registration|status", "naturalization", "naturalisation", "naturalized", "naturalised",
        "nationality", "nationalities", "country|countries of citizenship|nationality",
        "asylum|refugee|asylee|daca|tps|dreamer|deportation|parolee status*", "asylum seeker*|applica*|case*|claim*", "asylees",
        "daca recipient*|eligib*|student*|holder*", "refugee case*", "temporary protected status", "humanitarian parole*",
        "deportation order*|case*|proceeding*|hearing*", "removal proceeding*",
        // Where somebody comes from is asked in its place. Remove this line if the district decides to report it.
        "country|countries of origin|birth", "pais|paises de origen|nacimiento",
        .. ImmigrationTermsElsewhere.Anywhere,
    ]);

    /// <summary>Asks for a status only where it is the whole attribute: in a sentence the word may be a mere mention.</summary>
    public static readonly IReadOnlySet<string> AsAttribute = new HashSet<string>(StringComparer.Ordinal)
    {
        "immigration", "immigrant", "immigrants", "citizen", "citizens", "visa", "visas", "refugee", "refugees", "asylum", "asylee", "alien", "aliens",
        "daca", "tps", "dreamer", "dreamers", "permanent resident", "permanent residents", "documented", "inmigrante", "inmigrantes", "ciudadano",
        "ciudadanos", "refugiado", "refugiados", "asilo", "imigrante", "imigrantes",
    };

    /// <summary>Words around such an attribute that change nothing: "Is refugee (Y/N)", "number of immigrant students".</summary>
    public static readonly IReadOnlySet<string> Filler = new HashSet<string>(StringComparer.Ordinal)
    {
        "is", "are", "the", "a", "of", "who", "student", "students", "family", "families", "parent", "parents", "child", "children", "kid", "kids", "y", "n", "yes",
        "no", "or", "and", "flag", "indicator", "code", "number", "count", "percent", "percentage", "share", "rate", "total", "how", "many", "us", "numero", "de",
        "alumnos", "estudiantes", "familias",
    };

    /// <summary>Sounds like it and asks for something else: taken out before anything is looked for.</summary>
    public static readonly Phrases NotMeant = new(
    [
        "digital|global|good|active|classroom|corporate citizenship",
        "citizenship education|curriculum|course*|classes|lesson*|grade*|mark*|award*|skill*|conduct|behavior|project*|program*|rating*|honor*|value*",
        "citizenship and immigration services", "undocumented absence*|hour*|change*|code|expense*|feature*|visit*|contact*|reason*|cost*",
        "legal|lawful status of the|our|your|an|this organization|nonprofit|partner|company|agency|agreement|contract|district|school|document",
        .. ImmigrationTermsElsewhere.NotMeant,
    ], acrossMarks: false);

    /// <summary>Out of place even in the name of an organization: "Citizenship Clinic" is one, a status is none.</summary>
    public static readonly Phrases InNames = new(
    [
        "immigration|immigrant|citizenship|visa|refugee|asylum status*|papers", "undocumented person|student|parent|immigrant", "estatus|situacion|situacao|status migratori*|imigratori*",
        "estati imigrasyon", "移民身份", "tinh trang di|nhap tru|cu", "حالة|وضع هجرة",
    ]);

    /// <summary>Names of the subject, not of anybody's status: in a sentence of <see cref="Disclaimers"/> they tell nothing about a person.</summary>
    public static readonly Phrases Subjects = new(
    [
        "immigration|immigrant|migration status*|information|data|record|records", "immigration or|and|nor citizenship", "citizenship or|and|nor immigration",
        "citizenship", "citizenship status*|information|data|record*", "nationality", "nationalities", "country|countries of origin|birth|citizenship",
        "estatus|estado|situacion|condicion migratori*", "ciudadania", "nacionalidad*", "situacao|status migratori*|imigratori*", "cidadania",
        "estati imigrasyon", "sitwayente", "nasyonalite", "tinh trang di|nhap tru|cu", "quoc tich", "移民身份", "公民身份", "国籍", "國籍",
        "حالة|وضع هجرة", "جنسي*", "مواطنة",
    ]);

    /// <summary>The sentence says that it is not asked for, kept or looked at: a clause of every agreement, and the district's own words.</summary>
    public static readonly Phrases Disclaimers = new(
    [
        "regardless of", "irrespective of", "without regard to", "neither", "discriminat*", "do|does|did|will|shall|may|must|can not|never",
        "cannot|never|not ask|asks|collect|collects|keep|keeps|share|shares|record|records|hold|holds|require|requires|request|requests|store|release",
        "sin importar", "sin tener en cuenta", "independientemente", "discrimin*", "no pregunt*|recopil*|guard*|compart*|pide|piden",
        "independentemente", "sem considerar", "nao pergunt*|colet*|guard*|compartilh*", "kelkeswa", "pa mande|kolekte|kenbe|pataje",
        "bat ke", "khong hoi|thu|luu|chia", "不论", "无论", "不问", "不收集", "不保存", "لا", "بغض",
    ]);
}
