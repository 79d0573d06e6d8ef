using Core.Release.Columns;
using Core.Release.Rows;
using Core.Release.Tables;
using Core.Routing;

namespace Core.Release;

/// <summary>Everything known about one table once its last row has passed, and what follows from it.</summary>
internal sealed record SheetReport(
    string? Name, long Rows, IReadOnlyList<ColumnProfile> Columns, ColumnProfile Notes, IReadOnlyList<FilePart.Row> KeptRows)
{
    /// <summary>Its rows were not kept, so what its figures tell together is not known.</summary>
    public bool IsTooLarge { get; init; }
    /// <summary>The row that names the columns; null where there is none.</summary>
    public FilePart.Row? HeaderRow { get; init; }
    /// <summary>The texts of the row that names the columns, or would.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];
    /// <summary>The birthdays of people now at school.</summary>
    public required BirthDates Births { get; init; }
    /// <summary>The number of that row.</summary>
    public int HeadingsAt { get; init; }
    /// <summary>Of a table of one row a student without names, its rows in groups alike; otherwise null.</summary>
    public RowGroups? Alike { get; init; }
    /// <summary>Whether a row below the header is one of the table, not a note.</summary>
    public Func<FilePart.Row, bool> IsData { get; init; } = _ => true;

    /// <summary>Reports what is wrong with the table.</summary>
    public void Report(ApprovedData approved, Findings findings)
    {
        foreach (var column in Columns)
        {
            if (Identification.Immigration(column) is { } status)
                findings.Add(Sentences.Immigration(PlaceOf(column), status.SeenInRow));
            if (column.Cells > 0 && (BeyondApproval.On(column, PlaceOf(column), approved) ?? BeyondApproval.Mixed(column, Columns, PlaceOf(column), approved)) is { } beyond)
                findings.Add(beyond);
            ReportIdentifiers(column, approved, findings);
            if (approved.Level == DataLevel.Directory && GoesBeyondDirectory(column))
                findings.Add(Sentences.BeyondDirectory(PlaceOf(column)));
        }
        if (Identification.Immigration(Notes) is { SeenInRow: int row })
            findings.Add(Sentences.Immigration(Place.Row(Name, row), null));
        if (!approved.IsIdentifiable)
            ReportNotes(findings, approved);
        TextReport.Of(this, approved, findings);
        if (approved.IsAggregate)
            ReportSmallCells(approved, findings);
        if (approved.IsAggregate && IsTooLarge)
            findings.Add(Sentences.TooLargeToTry(Place.Sheet(Name)));
        foreach (var column in Columns.Where(column => NotAsked.IsFor(column, approved)))
            findings.Add(ColumnSentences.NotAskedFor(PlaceOf(column), TraitRules.Of(column)));
        if (Alike is not null)
            RowReport.Of(Name, Alike, Columns, approved, findings);
    }

    /// <summary>What the table says in numbers about groups of students.</summary>
    public Figures Figures(ApprovedData approved) => FigureReader.Of(Name, Columns, KeptRows, approved.Covered);

    /// <summary>The IDs under which the disclosure of these rows is recorded; reports rows that have none.</summary>
    /// <returns>The IDs, each with the row it is met first in.</returns>
    public IReadOnlyDictionary<string, int> StudentIds(Findings findings)
    {
        if (Rows == 0)
            return ColumnProfile.NoIds;
        var column = Columns
            .Where(column => column.Ids.Count > 0 && (column.HeaderKind == ColumnKind.StudentId || Identifies(column, ColumnKind.StudentId)))
            .MinBy(column => Rank(column.Header));
        if (column is null)
            findings.Add(Sentences.NoStudentIds(Place.Sheet(Name)));
        else if (Rows - WithId(column) is var without and > 0)
            findings.Add(Sentences.RowsWithoutId(PlaceOf(column), without));
        return column?.Ids ?? ColumnProfile.NoIds;
    }

    /// <summary>Under a telling header every value is an ID; elsewhere only what looks like one.</summary>
    private static long WithId(ColumnProfile column) =>
        column.HeaderKind is ColumnKind.StudentId or ColumnKind.BareId ? column.Cells : column.Count(CellSigns.IdLike);

    private void ReportIdentifiers(ColumnProfile column, ApprovedData approved, Findings findings)
    {
        foreach (var identifier in Identification.Of(column, approved.Level))
        {
            if (!Allows(approved.Level, identifier.Kind))
                findings.Add(Sentences.Identifier(PlaceOf(column), identifier, approved.Level));
            else if (approved.IsIdentifiable && !WasAskedFor(identifier.Kind, approved.Attributes))
                findings.Add(Sentences.NotAskedFor(PlaceOf(column), identifier));
        }
    }

    private void ReportNotes(Findings findings, ApprovedData approved)
    {
        // One address in a note is the office's own, under "questions to"; a list of them is not.
        foreach (var identifier in Identification.Of(Notes, approved.Level)
            .Where(identifier => identifier.Kind is ColumnKind.Email or ColumnKind.Phone or ColumnKind.SocialSecurityNumber or ColumnKind.Address)
            .Where(identifier => identifier.Kind == ColumnKind.SocialSecurityNumber || Notes.Count(SignOf(identifier.Kind)) > 3))
            findings.Add(Sentences.Identifier(Place.Row(Name, identifier.SeenInRow!.Value), identifier with { SeenInRow = null }, approved.Level));
    }

    private static CellSigns SignOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Email => CellSigns.Email,
        ColumnKind.Phone => CellSigns.Phone,
        _ => CellSigns.Address,
    };

    private void ReportSmallCells(ApprovedData approved, Findings findings)
    {
        var counting = Columns.Where((column, index) => column.Small.Total > 0 && CountColumns.Counts(column, Columns.ElementAtOrDefault(index + 1))).ToList();
        var places = counting.SelectMany(column => column.Small.Places.Select(small => (column, small.Row, small.Count)))
            .OrderBy(small => small.Row).ThenBy(small => small.column.Index);
        long told = 0;
        foreach (var (column, row, count) in places.TakeWhile(_ => findings.HasRoomFor(FindingCode.SmallCell)))
        {
            findings.Add(Sentences.SmallCell(Place.Cell(Name, row, column.Index, column.Header), count, approved.SmallestGroup));
            told++;
        }
        findings.Count(FindingCode.SmallCell, counting.Sum(column => column.Small.Total) - told);
    }

    private static bool Identifies(ColumnProfile column, ColumnKind kind) =>
        Identification.Of(column, DataLevel.IdentifiableRoster).Any(identifier => identifier.Kind == kind);

    // The office's own number first, then the state's, then those of other systems.
    private static int Rank(string header)
    {
        var words = HeaderWords.Of(header);
        return words.Has("sasid") || words.Has("state") || words.Has("ssid") ? 1
            : words.Has("lunch") || words.Has("medicaid") || words.Has("username") || words.Has("user") || words.Has("login") ? 2
            : 0;
    }

    private static bool Allows(DataLevel level, ColumnKind kind) => level switch
    {
        DataLevel.IdentifiableRoster or DataLevel.IndividualRecord => true,
        DataLevel.Directory => kind == ColumnKind.StudentName,
        _ => false,
    };

    /// <summary>A roster is known by names and IDs; what reaches or describes the students beyond that has to be asked for.</summary>
    private static bool WasAskedFor(ColumnKind kind, IReadOnlyList<string> attributes) =>
        kind is ColumnKind.StudentName or ColumnKind.StudentId || attributes.Count == 0
        || attributes.Any(attribute => HeaderRules.KindOf(attribute) == kind
            || (kind is ColumnKind.Email or ColumnKind.Phone or ColumnKind.Address && HeaderWords.Of(attribute).Words.Contains("contact")));

    private static bool GoesBeyondDirectory(ColumnProfile column) =>
        column.Cells > 0 && !column.IsSequence
        && column.HeaderKind is not (ColumnKind.Age or ColumnKind.Grade or ColumnKind.EnrollmentDate or ColumnKind.Date or ColumnKind.Immigration)
        && Identification.Of(column, DataLevel.Directory).Count == 0;

    private string PlaceOf(ColumnProfile column) => Place.Column(Name, column.Index, column.Header);
}
