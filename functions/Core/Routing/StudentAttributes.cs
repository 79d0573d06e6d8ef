using System.Text.RegularExpressions;

namespace Core.Routing;

/// <summary>
/// What an attribute says about a student: one of the four directory items, a direct identifier, or neither. Whole names are compared,
/// never parts of them: "school name" and "students with an e-mail address" identify nobody.
/// </summary>
public static partial class StudentAttributes
{
    private static readonly HashSet<string> Names = Set(
        "name, names, full name, full names, first name, first names, last name, last names, middle name, middle names, first and last name, first and last names, "
        + "first last name, preferred name, legal name, given name, family name, surname, first, last, middle, nombre, nombres, apellido, apellidos, nombre completo");

    // "Grades" are marks in most people's mouths, and marks are no directory information: only the singular is the grade level.
    private static readonly HashSet<string> OtherDirectoryItems = Set(
        "age, ages, age in years, grade, grade level, grade levels, gradelevel, grade of enrollment, edad, grado, nivel de grado, "
        + "date of enrollment, dates of enrollment, enrollment date, enrollment dates, date of enrolment, dates of enrolment, enrolment date, enrolment dates, "
        + "enrollment start date, enrollment end date, start date of enrollment, end date of enrollment, start and end dates of enrollment, "
        + "enrollment start and end dates, entry date, exit date, entry and exit dates, withdrawal date, date enrolled, dates enrolled, dates of attendance, "
        + "fecha de matricula, fechas de matricula, fecha de inscripcion, fechas de inscripcion");

    private static readonly HashSet<string> OtherIdentifiers = Set(
        "id, ids, id number, id numbers, identifier, identifiers, student number, student numbers, students number, pupil number, local id, state id, district id, state assigned id, state assigned student id, "
        + "local student id, state student id, district student id, sasid, sasids, sasid number, sasid numbers, lasid, lasids, bpsid, ssid, date of birth, dates of birth, dob, dobs, birth date, "
        + "birth dates, birthdate, birthdates, birthday, birthdays, address, addresses, street address, home address, home addresses, mailing address, "
        + "postal address, residential address, email, emails, e mail, e mails, email address, email addresses, e mail address, e mail addresses, phone, phones, "
        + "phone number, phone numbers, home phone, home phone number, telephone, telephone number, telephone numbers, cell phone, cell phone number, mobile number, cell number, contact information, "
        + "contact info, contact details, ssn, social security number, social security numbers, username, photo, photos, photograph, photographs, maiden name, "
        + "fecha de nacimiento, direccion, domicilio, correo, correo electronico, telefono, telefonos, numero de telefono, numero de estudiante, identificacion");

    // Alone these say nothing: "first" may be anything.
    private static readonly HashSet<string> OnlyWithOwner = Set("first, last, middle");

    private static readonly HashSet<string> StudentsOwn = Set("student, students, pupil, pupils, child, children, childs, childrens, learner, learners, kid, kids");
    private static readonly HashSet<string> FamilyOwn = Set("parent, parents, guardian, guardians, mother, mothers, father, fathers, family, families, emergency, contact");
    private static readonly HashSet<string> Around = Set("the, all, each, every, current, their, list, of, a, and, individual, legal, primary, del, de, la, el, los, las, estudiante, estudiantes, alumno, alumnos");

    /// <summary>All of it is directory information: name, age, grade level, dates of enrollment (ODA-03).</summary>
    public static bool IsDirectory(string attribute) => Parts(attribute) is { Count: > 0 } parts && parts.All(part => IsDirectoryPart(part) || IsQualifier(part))
        && parts.Exists(IsDirectoryPart);

    /// <summary>Part of it identifies a student directly: name, ID, date of birth, address, e-mail, phone, of the student or the family (FERPA §99.3).</summary>
    public static bool IsDirectIdentifier(string attribute) => Parts(attribute).Exists(IsIdentifierPart);

    private static bool IsDirectoryPart(string part)
    {
        var (core, _, family) = Core(part);
        return !family && (Names.Contains(core) || OtherDirectoryItems.Contains(core));
    }

    private static bool IsIdentifierPart(string part)
    {
        var (core, student, family) = Core(part);
        return (Names.Contains(core) || OtherIdentifiers.Contains(core)) && (student || family || !OnlyWithOwner.Contains(core));
    }

    /// <summary>The item without the words around it, and whose it is: "list of the names of all students" is "names", a student's.</summary>
    private static (string Item, bool Student, bool Family) Core(string part)
    {
        var words = part.Split(' ').ToList();
        var whole = IsKnown(words);
        var (student, family) = (words.Exists(StudentsOwn.Contains), !whole && words.Exists(FamilyOwn.Contains));
        while (!whole && words.Count > 1 && IsAround(words[0]))
        {
            words.RemoveAt(0);
            whole = IsKnown(words);
        }

        while (!whole && words.Count > 1 && IsAround(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
            whole = IsKnown(words);
        }

        return (string.Join(' ', words), student, family);
    }

    private static bool IsKnown(List<string> words)
    {
        var item = string.Join(' ', words);
        return Names.Contains(item) || OtherDirectoryItems.Contains(item) || OtherIdentifiers.Contains(item);
    }

    private static bool IsAround(string word) => Around.Contains(word) || StudentsOwn.Contains(word) || FamilyOwn.Contains(word);

    /// <summary>Says which of it, not what else: "(first, last)", "(K-12)".</summary>
    private static bool IsQualifier(string part) => Array.TrueForAll(part.Split(' '), word => word is "k" or "pk" or "k0" or "k1" or "k2" or "to" or "through" or "in" or "years"
        || word.All(char.IsAsciiDigit));

    /// <summary>One attribute may be typed as several: "student name, grade (K-12)".</summary>
    private static List<string> Parts(string attribute)
    {
        var whole = FoldedWords.Line(attribute);
        return IsKnown([whole]) ? [whole] :
        [
            .. Separator().Split(attribute).SelectMany(part => FoldedWords.Line(part) is var line && IsKnown([Core(line).Item]) ? [line] : line.Split(" and "))
                .Where(part => part.Length > 0),
        ];
    }

    private static HashSet<string> Set(string names) =>
        names.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[,;/&|+()\[\]:\r\n]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();
}
