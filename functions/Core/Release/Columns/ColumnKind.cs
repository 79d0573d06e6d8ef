namespace Core.Release.Columns;

/// <summary>What a column is, as far as the gate cares.</summary>
internal enum ColumnKind
{
    Unknown,

    // What says who a student is (34 CFR 99.3, "personally identifiable information").
    StudentName, StudentId, DateOfBirth, PlaceOfBirth, Address, Email, Phone, SocialSecurityNumber,

    /// <summary>Immigration or citizenship status (LTR-2018).</summary>
    Immigration,

    // Directory items besides the name (ODA-03), and years and dates that are no birthdays.
    Age, Grade, EnrollmentDate, Date,

    // Numbers.
    Count, Rate, Money,

    /// <summary>Numbers that name something: a school code, a ZIP code, a row.</summary>
    Code,
    /// <summary>A code made up for one study, from which nobody is known (34 CFR 99.31(b)(2)).</summary>
    Pseudonym,
    /// <summary>Teachers and other staff.</summary>
    Staff,
    /// <summary>Schools, programs, places: things with names and addresses that are no student's.</summary>
    Institution,
    /// <summary>Just "Name": whose, the content tells.</summary>
    BareName,
    /// <summary>Just "ID": of what, the content tells.</summary>
    BareId,
}

internal static class ColumnKinds
{
    /// <summary>Says who a student is.</summary>
    public static bool IsIdentifier(this ColumnKind kind) => kind is >= ColumnKind.StudentName and <= ColumnKind.SocialSecurityNumber;

    /// <summary>What the column holds, as the object of a sentence.</summary>
    public static string Noun(this ColumnKind kind) => kind switch
    {
        ColumnKind.StudentName => "names of people",
        ColumnKind.StudentId => "student IDs",
        ColumnKind.DateOfBirth => "dates of birth",
        ColumnKind.PlaceOfBirth => "places of birth",
        ColumnKind.Address => "street addresses",
        ColumnKind.Email => "e-mail addresses",
        ColumnKind.Phone => "telephone numbers",
        ColumnKind.SocialSecurityNumber => "Social Security numbers",
        _ => throw new System.Diagnostics.UnreachableException($"{kind} says nothing about a student"),
    };
}
