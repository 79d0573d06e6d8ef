namespace Core.Release.Columns;

/// <summary>What one cell looks like. Several may hold.</summary>
[Flags]
internal enum CellSigns
{
    None = 0,
    // Found anywhere in the cell's text.
    Email = 1 << 0,
    Phone = 1 << 1,
    SocialSecurityNumber = 1 << 2,
    Address = 1 << 3,
    Immigration = 1 << 4,
    // The cell as a whole.
    /// <summary>Six to ten digits, perhaps after a few letters.</summary>
    IdLike = 1 << 5,
    /// <summary>A date.</summary>
    Date = 1 << 6,
    /// <summary>A date on which somebody now at school may have been born.</summary>
    BirthDate = 1 << 7,
    /// <summary>"Last, First".</summary>
    LastFirst = 1 << 8,
    /// <summary>Two to four capitalised words.</summary>
    CapitalisedWords = 1 << 9,
    /// <summary>One of those words (or the only word) is a common given name.</summary>
    GivenName = 1 << 10,
    /// <summary>A single capitalised word.</summary>
    OneWord = 1 << 11,
    /// <summary>Has a word such as "School" in it.</summary>
    Institution = 1 << 12,
    /// <summary>A whole number, perhaps with its percentage: "7", "1,204", "7 (12%)".</summary>
    Integer = 1 << 13,
    /// <summary>A number that is not whole, or a percentage.</summary>
    Fraction = 1 << 14,
    /// <summary>Yes or no.</summary>
    Flag = 1 << 15,
    /// <summary>A grade below first, such as K or PK: its column holds grades.</summary>
    EarlyGrade = 1 << 16,
    /// <summary>Five words or more: a sentence rather than a name or a category.</summary>
    Prose = 1 << 17,
    // Found within a sentence (TextIdentifiers).
    /// <summary>What looks like somebody's name.</summary>
    NameInText = 1 << 18,
    /// <summary>A number that may be a student's.</summary>
    IdInText = 1 << 19,
    /// <summary>What looks like a birthday.</summary>
    BirthDateInText = 1 << 20,
    /// <summary>Words that characterise a person.</summary>
    Characterisation = 1 << 21,
}
