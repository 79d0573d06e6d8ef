namespace Core.Routing;

/// <summary>
/// The words by which somebody asks for immigration or citizenship status (LTR-2018): this list is all there is to edit. Words are
/// compared folded (lower case, no accents); <c>a|b</c> is either word, <c>*</c> any ending.
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
        // Spanish, Portuguese, Haitian Creole, French.
        "estatus|estado|estados|status|situacion|condicion|calidad migratori*", "estatus|estado|situacion de inmigracion", "estatus|situacion legal",
        "ciudadania", "indocumentad*", "sin papeles", "nacionalidad*", "pais|paises de ciudadania", "tarjeta|tarjetas verde|verdes", "tipo|tipos de visa|visado",
        "residente|residentes permanente|permanentes", "status|situacao|estatuto imigratori*|migratori*", "status|estatuto de imigracao", "cidadania",
        "nacionalidade*", "estati imigrasyon", "sitiyasyon imigrasyon", "sitwayente", "statut d immigration", "statut dimmigration", "statut migratoire",
        "citoyennete", "nationalite",
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
        "citizenship and immigration services", "ciudadania digital|global|activa", "educacion para|en la ciudadania",
    ], acrossMarks: false);
}
