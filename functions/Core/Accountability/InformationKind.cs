using Core.Routing;

namespace Core.Accountability;

/// <summary>Kinds of information about students, as a public report names them. What people wrote is never published: it might name somebody.</summary>
public enum InformationKind
{
    /// <summary>Name, age, grade level, dates of enrollment (34 CFR 99.37).</summary>
    Directory,
    /// <summary>Address, telephone, e-mail.</summary>
    Contact,
    /// <summary>Who the family or guardians are.</summary>
    Family,
    /// <summary>Schedule, or where a student is.</summary>
    Whereabouts,
    /// <summary>Attendance.</summary>
    Attendance,
    /// <summary>Discipline.</summary>
    Discipline,
    /// <summary>Grades, courses and tests.</summary>
    Academic,
    /// <summary>Health, disability or counseling.</summary>
    Health,
    /// <summary>Photographs and video.</summary>
    Images,
    /// <summary>Records of the school police, which are no education records (34 CFR 99.8).</summary>
    SchoolPolice,
    /// <summary>The whole record.</summary>
    WholeRecord,
    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Tells kinds of information from what people wrote: a table, the words of each kind.</summary>
public static class InformationKinds
{
    private static readonly (InformationKind Kind, Phrases Words)[] Table =
    [
        (InformationKind.WholeRecord, new(["education record*", "student record*", "cumulative file|folder|record*", "whole|entire|full|complete record*|file*", "all records"])),
        (InformationKind.Contact, new(["address*", "phone*", "telephone*", "e mail*", "email*", "contact*", "lives", "residence"])),
        (InformationKind.Family, new(["parent*", "guardian*", "mother*", "father*", "family", "sibling*", "household"])),
        (InformationKind.Whereabouts, new(["schedule*", "class schedule", "whereabouts", "locker*", "bus route*", "where the student is", "dismissal", "classroom*"])),
        (InformationKind.Attendance, new(["attendance", "attend*", "absen*", "truan*", "tard*"])),
        (InformationKind.Discipline, new(["disciplin*", "suspen*", "expul*", "code of conduct", "conduct", "misconduct"])),
        (InformationKind.Academic, new(["transcript*", "gpa", "report card*", "course*", "mcas", "test*", "score*", "grades", "assessment*"])),
        (InformationKind.Health, new(["health", "medical", "nurse*", "disabilit*", "iep*", "counsel*", "immuni*", "therap*"])),
        (InformationKind.Images, new(["photo*", "picture*", "video*", "camera*", "footage", "image*"])),
        (InformationKind.Directory, new(["name*", "age", "ages", "grade level*", "grade", "dates of enrollment", "enrollment", "enrolled", "directory"])),
    ];

    /// <summary>The kinds named in some texts, each once; <see cref="InformationKind.Other"/> for a text that names none.</summary>
    public static IReadOnlyList<InformationKind> Of(IEnumerable<string> texts) => [.. texts.SelectMany(Of).Distinct().Order()];

    // A report of the school police is one whatever it is a report of.
    private static IEnumerable<InformationKind> Of(string text)
    {
        if (Vocabulary.NamesPoliceRecords(text))
        {
            return [InformationKind.SchoolPolice];
        }

        var found = Table.Where(row => row.Words.AreIn(text)).Select(row => row.Kind).ToList();
        return found.Count > 0 ? found : [InformationKind.Other];
    }
}
