using System.Text.RegularExpressions;

namespace Core.Routing;

/// <summary>Words that decide which rule or level applies. What asks for immigration status is in <see cref="ImmigrationTerms"/>.</summary>
internal static partial class Vocabulary
{
    private static readonly Phrases PoliceRecords = new(
    [
        "school police", "police report*|record*|incident*|log|logs|referral*|data", "incident report*", "school safety officer*", "school resource officer*",
        "arrest record*|report*",
    ]);

    private static readonly Phrases LawEnforcers = new(
    [
        "police", "law enforcement", "sheriff*", "district attorney*", "prosecutor*", "state trooper*", "constable*", "detective*", "us|federal marshal*",
        "u s marshals", "fbi", "homeland security", "immigration and customs", "immigration enforcement", "immigration official*|officer*|agent*|authorities",
        "ice agent*|officer*|official*|detention", "border patrol", "probation officer*|department*", "criminal investigat*", "bpd",
    ]);

    // What a study or a parent may write about without asking for the police.
    private static readonly Phrases AboutPolice = new(["school police", "police report*|record*|incident*|log|logs|referral*|data|presence|contact*|reform*"]);

    // What is released here, as people name it; counting words ask for something too.
    private static readonly Phrases Data = new(
    [
        "attendance", "attend*", "absen*", "truan*", "tard*", "enrol*", "gpa", "transcript*", "course|final|report grades", "report card*", "score*", "mcas", "naep",
        "parcc", "sat|test|exam result*|performance|taking", "assessment*", "disciplin*", "suspen*", "expul*", "graduat*", "dropout*", "drop out", "dropped out",
        "mobility", "retention", "attrition", "disabilit*", "iep*", "english learner*", "first|home|native language*", "demograph*", "survey*", "climate",
        "low income", "homeless*", "kindergarten", "advanced placement", "college*", "how many", "how much", "number|numbers|count|counts|list|share|names of",
        "percent*", "rates", "rate", "average*", "roster*", "statistic*", "trend*",
        "asistencia", "ausen*", "matricul*", "calificacion*", "cuantos", "cuantas", "numero de", "porcentaje*", "tasa|tasas", "resultados", "lista de",
    ]);

    /// <summary>A record of the school police, which is not an education record (34 CFR 99.8).</summary>
    public static bool NamesPoliceRecords(string? text) => PoliceRecords.AreIn(text);

    /// <summary>Law enforcement is among those it is shared with. The school police is a law-enforcement agency too (LTR-2018).</summary>
    public static bool IsSharedWithLawEnforcement(string audience) => LawEnforcers.AreIn(audience) || Agency().IsMatch(audience);

    /// <summary>It is used by or for law enforcement; a purpose that is about the school police is not yet for it.</summary>
    public static bool IsUsedByLawEnforcement(string purpose)
    {
        var words = FoldedWords.Of(purpose);
        var about = AboutPolice.In(words).ToList();
        return Agency().IsMatch(purpose) || LawEnforcers.In(words).Any(place => !about.Exists(topic => topic.Start <= place.Start && place.End <= topic.End));
    }

    /// <summary>Asks for data of the kind this office has, whatever else it says.</summary>
    public static bool NamesData(string? text) => Data.AreIn(text);

    // An abbreviation that is a word in lower case ("ice hockey").
    [GeneratedRegex(@"\b(ICE|DHS|CBP|HSI)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Agency();
}
