using static Core.Release.Columns.Trait;

namespace Core.Release.Columns;

/// <summary>What a column tells about students, by its header or else by its values: two tables, English and Spanish; the first row that fits wins.</summary>
internal static class TraitRules
{
    private static readonly (Trait Trait, string[] Phrases)[] Headers =
    [
        (Discipline, Split("discipline, disciplinary, suspension, suspensions, suspended, expulsion, expelled, offense, infraction, restraint, oss, iss, incident type, disciplina, suspendido")),
        (Health, Split("health, medical, diagnosis, medication, allergy, allergies, immunization, pregnant, counseling, mental health, 504 reason, salud")),
        (Housing, Split("homeless, homelessness, mckinney vento, mckinney, foster, foster care, dcf, shelter, military family, military connected, unaccompanied, incarcerated parent, sin hogar")),
        (Income, Split("low income, lowincome, economically disadvantaged, econ disadvantaged, econ dis, ecodis, econdis, frl, frpl, frpm, free lunch, reduced lunch, lunch status, meal status, snap, tanf, income, poverty, bajos ingresos")),
        (Race, Split("race, races, ethnicity, ethnic, raceethnicity, racial, hispanic, latino, federal race, raza, etnia, etnicidad")),
        (Gender, Split("gender, sex, genero, sexo, gender identity, female, male")),
        (EnglishLearner, Split("english learner, english learners, el status, ell, ell status, lep, mll, multilingual learner, eld level, eld, esl, fel, formerly el, wida, access level, aprendiz de ingles")),
        (Language, Split("language, languages, home language, first language, native language, primary language, lang, idioma, lengua")),
        (Disability, Split("disability, disabilities, disab, swd, sped, special education, special ed, iep, iep status, 504, 504 plan, section 504, level of need, discapacidad, educacion especial")),
        (Home, Split("zip, zip code, zipcode, zip5, postal code, neighborhood, neighbourhood, home zip, census tract, tract, block group, geocode, home city, home town, codigo postal, barrio, vecindario, latitude, longitude")),
        (Age, Split("age, age group, edad")),
        (Date, Split("birth year, year of birth, birth month, month of birth, entry date, exit date, enrollment date, withdrawal date, enroll date, admission date, ano de nacimiento")),
        (Teacher, Split("teacher, teachers, homeroom, maestro, maestra, docente, counselor")),
    ];

    private static readonly (Trait Trait, HashSet<string> Values)[] Contents =
    [
        (Race, Set("white, black, black or african american, african american, asian, hispanic, hispanic or latino, hispanic/latino, latino, latinx, latine, native american, "
            + "american indian, american indian or alaska native, native hawaiian, native hawaiian or other pacific islander, pacific islander, multiracial, multi-race, "
            + "multi-race, non-hispanic, two or more races, two or more, other, unknown, w, b, a, h, m, blanco, negro, afroamericano, asiatico, multirracial, otro")),
        (Gender, Set("m, f, x, n, nb, male, female, non-binary, nonbinary, boy, girl, masculino, femenino, other, unknown")),
        (Language, Set("english, spanish, portuguese, haitian creole, cape verdean creole, cape verdean, vietnamese, chinese, mandarin, cantonese, arabic, somali, french, russian, "
            + "albanian, amharic, tigrinya, khmer, creole, hindi, bengali, nepali, urdu, korean, japanese, swahili, tagalog, ingles, espanol, other, unknown")),
        (Disability, Set("autism, specific learning disability, learning disability, emotional, emotional disturbance, emotional impairment, intellectual, intellectual disability, communication, "
            + "developmental delay, health, other health impairment, neurological, sensory, hearing impairment, visual impairment, multiple disabilities, physical, none, no, sld, ohi, tbi")),
    ];

    public static Trait Of(ColumnProfile column) => ByHeader(column) is not None and var trait ? trait : ByValues(column.Values);

    /// <summary>What a name of a column or an attribute speaks of.</summary>
    public static Trait OfName(string name) =>
        HeaderWords.Of(name) is var words && words.Words.Count > 0 ? Array.Find(Headers, row => Array.Exists(row.Phrases, words.Has)).Trait : None;

    private static Trait ByHeader(ColumnProfile column) => OfName(column.Header) is not None and var trait ? trait : column.HeaderKind switch
    {
        ColumnKind.Grade => Grade,
        ColumnKind.Age => Age,
        ColumnKind.EnrollmentDate => Date,
        ColumnKind.Institution => School,
        _ => None,
    };

    /// <summary>Most of the different values are ones of the table, and at least two: one alone ("Other") is in many.</summary>
    private static Trait ByValues(IReadOnlyCollection<string> values) => values.Count is < 2 or > 60 ? None
        : Array.Find(Contents, row => values.Count(value => row.Values.Contains(value.Trim())) is >= 2 and var known && known >= 0.6 * values.Count).Trait;

    private static string[] Split(string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries);

    private static HashSet<string> Set(string values) => values.Split(", ").ToHashSet(StringComparer.OrdinalIgnoreCase);
}
