using Core.Release.Columns;
using Core.Routing;
using static Core.Release.Columns.CellSigns;

namespace Core.Release;

/// <summary>
/// What texts say of a student in a file that must not name any: in the cells of its columns, in headings and notes, and beside the table.
/// A single text is for a person to look at (<see cref="Verdict.Fix"/>); a column of them is an identifier.
/// </summary>
internal static class TextReport
{
    // A text is no column: so many headings of one kind are, in a table that has its students side by side.
    private const int ManyHeadings = 3;

    /// <summary>Judges a text beside the table.</summary>
    public static void Of(string place, string text, ApprovedData approved, BirthDates births, Findings findings)
    {
        var signs = LooseText.In(text, births);
        if ((signs & Immigration) != None)
            findings.Add(Sentences.Immigration(place, null));
        Add(findings, place, signs & Unapproved(approved));
    }

    /// <summary>Judges the texts of a table.</summary>
    public static void Of(SheetReport table, ApprovedData approved, Findings findings)
    {
        foreach (var column in table.Columns)
        {
            var signs = Unapproved(approved) & ~Told(column, approved);
            foreach (var (row, found) in column.Texts.Places)
            {
                Add(findings, Place.Cell(table.Name, row, column.Index, column.Header), found & signs);
            }

            if (column.Texts.More > 0 && column.Texts.Places.Any(place => (place.Signs & signs) != None))
                findings.Count(FindingCode.IdentifierInText, column.Texts.More);
        }

        foreach (var (row, found) in table.Notes.Texts.Places)
        {
            // Addresses in notes are told apart from the office's own by how many there are (SheetReport).
            Add(findings, Place.Row(table.Name, row), found & (NameInText | IdInText | BirthDateInText | Characterisation));
        }

        Headings(table, approved, findings);
    }

    private static void Headings(SheetReport table, ApprovedData approved, Findings findings)
    {
        var telling = table.Headings.Select((text, index) => (text, index, Signs: LooseText.In(text, table.Births) & Unapproved(approved)))
            .Where(heading => heading.Signs != None && !IsTold(heading.index, heading.Signs)).ToList();
        if (telling.Count(heading => heading.Signs != Characterisation) is >= ManyHeadings and var many)
        {
            findings.Add(Sentences.TellingHeadings(Place.Row(table.Name, table.HeadingsAt), many));
            return;
        }

        foreach (var (_, index, signs) in telling)
        {
            Add(findings, Place.Cell(table.Name, table.HeadingsAt, index, ""), signs);
        }

        // Where the file has no heading, its first row is data, and judged as such; a column of numbers is no heading with an ID.
        bool IsTold(int index, CellSigns signs) => table.Columns.ElementAtOrDefault(index) is { } column
            && ((Told(column, approved) & signs) != None || (table.HeaderRow is null && column.Share(IdLike) >= 0.5));
    }

    private static void Add(Findings findings, string place, CellSigns signs)
    {
        if ((signs & SocialSecurityNumber) != None)
            findings.Add(Sentences.SocialSecurityNumber(place));
        if ((signs & Characterisation) != None)
            findings.Add(Sentences.Characterisation(place));
        if ((signs & ~(SocialSecurityNumber | Characterisation)) is var others && others != None)
            findings.Add(Sentences.IdentifierInText(place, others));
    }

    /// <summary>What texts may not tell: rosters and records say who a student is, directory information has names, and nothing characterises anybody.</summary>
    public static CellSigns Unapproved(ApprovedData approved) => approved switch
    {
        { IsIdentifiable: true } => Characterisation,
        { Level: DataLevel.Directory } => LooseText.Telling & ~NameInText,
        _ => LooseText.Telling,
    };

    /// <summary>What the whole column is found for, and what its header says it is about.</summary>
    private static CellSigns Told(ColumnProfile column, ApprovedData approved)
    {
        var told = column.HeaderKind switch
        {
            ColumnKind.Institution => Address,
            ColumnKind.Staff => NameInText,
            _ => None,
        };
        return Identification.Of(column, approved.Level).Aggregate(told, (signs, identifier) => signs | SignsOf(identifier.Kind));
    }

    private static CellSigns SignsOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Email => Email,
        ColumnKind.Phone => Phone,
        ColumnKind.Address => Address,
        ColumnKind.SocialSecurityNumber => SocialSecurityNumber,
        ColumnKind.StudentName => NameInText,
        ColumnKind.StudentId => IdInText,
        ColumnKind.DateOfBirth => BirthDateInText,
        _ => None,
    };
}
