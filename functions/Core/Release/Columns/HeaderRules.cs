using static Core.Release.Columns.ColumnKind;

namespace Core.Release.Columns;

/// <summary>What a header says its column is: a table, English and Spanish; the first row that fits wins.</summary>
internal static class HeaderRules
{
    /// <param name="Kind">What the column then is.</param>
    /// <param name="Has">Any of these phrases is in the header.</param>
    /// <param name="Is">Or the header is one of these.</param>
    /// <param name="OnlyOf">Or all its words are among these, the first of which is there.</param>
    /// <param name="Unless">But none of these words is in it.</param>
    private sealed record Rule(ColumnKind Kind, string Has = "", string Is = "", string OnlyOf = "", string Unless = "")
    {
        private readonly string[] has = Split(Has), @is = Split(Is), onlyOf = Split(OnlyOf), unless = Split(Unless);

        public bool Fits(HeaderWords header) =>
            (Array.Exists(has, header.Has) || Array.Exists(@is, header.Is)
                || (onlyOf.Length > 0 && header.Words.Contains(onlyOf[0]) && header.Words.All(onlyOf.Contains)))
            && !Array.Exists(unless, header.Has);

        private static string[] Split(string phrases) => phrases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private const string NotAPerson =
        "school, schools, district, course, class, program, partner, organization, org, agency, test, subject, exam, site, building, department, " +
        "office, group, subgroup, indicator, measure, metric, file, sheet, column, field, region, neighborhood, city, town, zone, cluster, network, " +
        "college, university, event, activity, category, variable, assessment, facility, race, ethnicity, language, grade, street, " +
        "escuela, escuelas, distrito, curso, programa, materia, asignatura, centro, colegio, universidad, grupo, categoria, organizacion, ciudad";

    private const string NotAStudent = "teacher, teachers, staff, principal, counselor, educator, instructor, coach, employee, " +
        "maestro, maestra, docente, profesor, profesora, director, directora";

    private static readonly Rule[] Rules =
    [
        new(Immigration,
            "immigration, immigrant, immigrants, citizenship, citizen, citizens, noncitizen, noncitizens, visa, undocumented, daca, green card, alien, " +
            "naturalized, naturalization, asylum, asylee, asylees, refugee, refugees, permanent resident, permanent residents, i 94, deportation, " +
            "ciudadania, ciudadano, ciudadana, ciudadanos, inmigracion, inmigrante, inmigrantes, migratorio, migratoria, indocumentado, " +
            "indocumentada, indocumentados, visado, asilo, refugiado, refugiada, refugiados, residente permanente",
            "legal status, residency status, estatus legal",
            Unless: "digital, global, science, award, conduct, mark"),

        new(Email, "email, emails, e mail, e mails, mail address, correo, correo electronico", "mail, studentemail, parentemail"),
        new(SocialSecurityNumber, "ssn, social security, soc sec, seguro social, numero de seguro social"),
        new(Phone, "phone, phones, telephone, cellphone, tel, fax, mobile number, cell number, contact number, home number, " +
            "telefono, telefonos, celular, movil", "mobile, homephone"),
        new(PlaceOfBirth, "place of birth, birth place, birthplace, country of birth, birth country, city of birth, birth city, state of birth, " +
            "lugar de nacimiento, pais de nacimiento, ciudad de nacimiento, country of origin, pais de origen"),
        new(DateOfBirth, "dob, date of birth, birth date, birthdate, birthday, birth day, date birth, born, born on, d o b, bdate, birth dt, " +
            "fecha de nacimiento, fecha nacimiento, fec nac, fecha nac, nacimiento, cumpleanos", "birth, stu dob, student dob", Unless: "year, weight, ano"),

        new(Pseudonym, "study id, research id, random id, pseudonym, pseudo id, masked id, scrambled id, hash, record id, row id, case id, anonymous id"),
        new(Code,
            "school id, school code, school number, school no, school num, school nbr, district id, district code, org id, org code, organization code, " +
            "organization id, course id, course code, course number, section id, section number, class id, class code, site id, site code, building id, " +
            "building code, program id, program code, partner id, department id, test id, test code, room number, teacher id, staff id, employee id, " +
            "codigo de escuela, codigo escuela, codigo de la escuela, id escuela, id de escuela, codigo postal, " +
            "zip, zip code, zipcode, postal code, fips, census tract, tract, sort order, row number, line number",
            "code, codigo, row, line, order, sort, rank, room, section, ward, precinct, region, zone, orden, fila, sid code",
            Unless: "student"),

        new(StudentId,
            "student id, student ids, student number, student no, student num, student nbr, student identifier, student key, student code, " +
            "stu id, stu number, stu num, stu no, stud id, stdnt id, std id, pupil id, pupil number, learner id, child id, person id, participant id, " +
            "sasid, sasids, lasid, lasids, osis, state id, state student, local id, local student, ssid, id number, id no, id num, unique id, uniqueid, " +
            "perm id, permanent id, lunch number, lunch pin, lunch id, medicaid, aspen id, infinite campus id, school student id, username, user name, " +
            "user id, login, id estudiante, id de estudiante, id del estudiante, id alumno, id de alumno, id del alumno, numero de estudiante, " +
            "numero estudiante, numero del estudiante, numero de alumno, numero de identificacion, numero de matricula, codigo de estudiante, " +
            "codigo del estudiante, codigo estudiante, identificacion del estudiante, identificacion",
            "sid, uid, stuid, studentnbr", Unless: "of students"),

        new(StudentName,
            "first name, last name, middle name, middle initial, full name, given name, given names, family name, fname, lname, mname, surname, forename, " +
            "preferred name, legal name, nick name, nickname, maiden name, name first, name last, student name, student names, " +
            "students name, stu name, stud name, stu first, stu last, student first, student last, name of student, name of the student, pupil name, " +
            "child name, childs name, parent name, parents name, guardian name, guardian names, guardians name, mother name, mothers name, father name, " +
            "fathers name, contact name, emergency contact, name of parent, name of guardian, sibling name, lastname, firstname, " +
            "nombre completo, primer nombre, segundo nombre, nombre del estudiante, nombre de estudiante, nombre estudiante, nombre del alumno, " +
            "nombre y apellido, nombre y apellidos, nombres y apellidos, apellido, apellidos, primer apellido, segundo apellido, " +
            "apellido paterno, apellido materno, nombre del padre, nombre de la madre",
            "first, last, middle, student, pupil, parent, guardian, mother, father, sibling, estudiante, alumno, alumna, padre, madre, tutor",
            Unless: $"{NotAPerson}, {NotAStudent}"),

        new(Address,
            "address, addresses, addr, street, street name, house number, apartment, apt, apt number, domicilio, direccion, direcciones, calle",
            "home address, homeaddress, streetaddress",
            Unless: "school, schools, district, office, site, building, web, url, ip, partner, organization, agency, program, escuela, escuelas, distrito, oficina"),

        new(Staff, NotAStudent, Unless: "number of, count, n, number, total, ratio, percent, rate"),
        new(EnrollmentDate,
            "enrollment date, enrolment date, date of enrollment, dates of enrollment, date enrolled, enrolled on, enroll date, entry date, date of entry, " +
            "exit date, date of exit, withdrawal date, withdrawn on, admission date, start date, end date, date of withdrawal, leave date, entry exit, " +
            "fecha de inscripcion, fecha de ingreso, fecha de matricula, fecha de salida, fecha de entrada, fecha de baja, enrollment dates, enrollment year"),
        new(Grade, OnlyOf: "grade, level, levels, lvl, current, student, school, band, span, group, name, code, desc, description", Is: "grades, gr, gradelvl, grado"),
        new(Grade, OnlyOf: "grado, nivel, de, escolar, actual, del, estudiante"),
        new(Age, OnlyOf: "age, in, years, group, band, range, current, student, at, as, of, enrollment, test, entry"),
        new(Age, OnlyOf: "edad, en, anos, grupo, de, del, estudiante, rango"),

        new(Rate,
            "percent, percentage, percentages, pct, perc, rate, rates, share, ratio, proportion, average, avg, mean, median, mode, score, scores, sgp, percentile, " +
            "percentiles, index, gpa, per pupil, std dev, stdev, sd, quartile, decile, ranking, minimum, maximum, min, max, weight, " +
            "tasa, tasas, porcentaje, porcentajes, promedio, mediana, puntaje, puntajes, razon, indice, por ciento",
            Unless: "number of, count, counts, n, number, denominator, numerator, headcount, cantidad, numero de"),
        new(Money, "dollars, cost, costs, budget, salary, salaries, expenditure, expenditures, spending, funding, usd, revenue, costo, presupuesto, gasto, gastos"),
        new(Date, OnlyOf: "year, school, academic, fiscal, calendar, of, graduation, report, reporting, end, start, data, birth, cohort, yr, test, season"),
        new(Date, OnlyOf: "ano, escolar, academico, fiscal, de, nacimiento", Is: "sy, ay, fy, yog, cohort, term, semester, quarter, trimester, month, week, period, day, mes, semana, trimestre, semestre, anio, schoolyear, yr, years"),
        new(Date, "date, dates, fecha, fechas, as of, timestamp, day of week",
            Unless: "number of, count, n, total, days, to date"),

        new(Institution,
            "school name, school, schools, site, building, district, program, course, course name, subject, partner, organization, agency, department, office, " +
            "neighborhood, city, town, region, college, university, neighbourhood, subgroup, category, indicator, measure, " +
            "escuela, distrito, programa, curso, centro, colegio, barrio, ciudad, materia, asignatura, vecindario, categoria, indicador, grupo",
            Unless: "number of, count, counts, n, number, total, students, enrolled, enrollment, numero, cantidad, estudiantes, alumnos, size"),
        new(Count,
            "n, count, counts, num, number, number of, no of, total, totals, students, pupils, enrolled, enrollment, enrolment, headcount, freq, frequency, " +
            "cases, incidents, children, learners, population, denominator, numerator, value, values, amount, result, size, cohort size, " +
            "cantidad, numero, estudiantes, alumnos, matricula, matriculados, inscritos, conteo, casos, ninos, valor, poblacion",
            Unless: "name, names, nombre"),

        new(BareName, "name, names, nombre, nombres", Unless: $"{NotAPerson}, {NotAStudent}"),
        new(Institution, "name, nombre"),
        new(BareId, "id, ids, identifier, key"),
    ];

    public static ColumnKind KindOf(string header)
    {
        var words = HeaderWords.Of(header);
        return words.Words.Count == 0 ? Unknown : Array.Find(Rules, rule => rule.Fits(words))?.Kind ?? Unknown;
    }

    /// <summary>The header speaks of how many or what share, so an identifier's word in it ("students with e-mail") may be a condition, not content.</summary>
    public static bool SpeaksOfNumbers(string header)
    {
        var words = HeaderWords.Of(header);
        return NumberWords.Any(words.Has);
    }

    private static readonly string[] NumberWords =
        ["number of", "count", "counts", "n", "total", "percent", "pct", "rate", "share", "students with", "without", "average", "avg", "numero de", "cantidad", "porcentaje"];
}
