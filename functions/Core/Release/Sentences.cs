using System.Diagnostics;
using Core.Release.Columns;
using Core.Routing;

namespace Core.Release;

/// <summary>What the gate says: one sentence each, what is wrong and what to do.</summary>
public static class Sentences
{
    internal static Finding Identifier(string place, Identifier found, DataLevel level) => new(FindingCode.IdentifierColumn, place,
        $"{Holds(found)}, and {LevelNoun(level)} may not: remove {(found.SeenInRow is null ? "it" : "them")}, or rename the column if it is about something other than students.");

    internal static Finding IdentifierInText(string place, CellSigns signs) => new(FindingCode.IdentifierInText, place,
        $"The text here holds {string.Join(" and ", Nouns(signs))}: take it out, or have an approver look at it.");

    internal static Finding Characterisation(string place) => new(FindingCode.Characterisation, place,
        "This has words that characterise a person, such as suspected gang membership, which can harm a student for years: say what happened instead, or take it out.");

    internal static Finding TellingHeadings(string place, int columns) => new(FindingCode.IdentifierColumn, place,
        $"The headings of {columns} columns look like students' names or IDs: remove those columns, or rename them if they are about something else.");

    internal static Finding SocialSecurityNumber(string place) => new(FindingCode.IdentifierColumn, place,
        "This holds what looks like a Social Security number: take it out.");

    /// <summary>A sheet has pictures, shapes or charts.</summary>
    public static Finding Drawing(string place) => new(FindingCode.Drawing, place,
        "There are pictures, shapes or charts, which cannot be checked (a chart keeps a copy of its figures): delete them, or send them apart as a picture that an approver has seen.");

    /// <summary>A part of the workbook that is out of sight.</summary>
    /// <param name="what">What it is, as the subject of a sentence.</param>
    public static Finding HiddenPart(string what) => new(FindingCode.HiddenPart, "the file",
        $"{what} in this workbook out of sight, which is not checked: copy the values to a new workbook.");

    private static IEnumerable<string> Nouns(CellSigns signs) =>
        from one in new[]
        {
            (CellSigns.NameInText, "what looks like a person's name"), (CellSigns.IdInText, "a number like a student ID"),
            (CellSigns.BirthDateInText, "what looks like a date of birth"), (CellSigns.Email, "an e-mail address"),
            (CellSigns.Phone, "a telephone number"), (CellSigns.Address, "a street address"),
        }
        where (signs & one.Item1) != CellSigns.None
        select one.Item2;

    internal static Finding NotAskedFor(string place, Identifier found) => new(FindingCode.UnapprovedColumn, place,
        $"{Holds(found)}, which the request did not ask for: remove the column.");

    internal static Finding BeyondDirectory(string place) => new(FindingCode.UnapprovedColumn, place,
        "This is not directory information, which is name, age, grade level and dates of enrollment only: remove the column.");

    internal static Finding Immigration(string place, int? row) => new(FindingCode.ImmigrationColumn, place,
        $"This speaks of immigration or citizenship status{(row is null ? "" : $" (first in row {row})")}, which the district never shares: remove it.");

    internal static Finding SmallCell(string place, long count, int smallestGroup) => new(FindingCode.SmallCell, place,
        $"This shows a count of {count}: hide counts from 1 to {smallestGroup - 1} (write \"<{smallestGroup}\"), and whatever lets one work them out.");

    internal static Finding Recoverable(string place, long low, long high, string because) => new(FindingCode.RecoverableCell, place,
        $"{place} is hidden, but it {Is(low, high)}, because {because}. Hide another figure that this rests on too.");

    internal static Finding SmallShare(string place, long low, long high, string because) => new(FindingCode.SmallShare, place,
        $"This tells a small count: it {Is(low, high)}, because {because}. Hide the share (write \"*\"), or bring groups together.");

    internal static Finding SmallRest(string place, long low, long high, string because) => new(FindingCode.SmallRest, place,
        $"Nobody wrote this count down, but it {Is(low, high)}, because {because}. Hide one of these figures, or bring groups together.");

    internal static Finding GivenAwayByEarlier(string place, string who, long low, long high, string because, bool byRows) => new(FindingCode.EarlierRelease, place,
        $"{who}, but with what was released already it {Is(low, high)}, because {because}. "
        + (byRows ? "Make the bands of the rows coarser, or leave out a column that the tables of counts have too." : "Hide more here, or bring groups together."));

    /// <summary>More was released about the same students than can be compared.</summary>
    public static Finding TooMuchReleased(int releases) => new(FindingCode.TooMuchReleased, "the file",
        $"{releases} earlier releases speak of the same students, too much to compare with this file: split it, or have an approver compare them.");

    private static string Is(long low, long high) => low == high ? $"is exactly {low}" : $"lies from {low} to {high}";

    /// <summary>It could not be tried in time whether hidden counts can be worked out.</summary>
    /// <param name="place">Where.</param>
    /// <param name="hidden">How many; null where it is not known either.</param>
    public static Finding NotProven(string place, int? hidden = null) => new(FindingCode.NotProven, place,
        $"It could not be proven in time that {(hidden is null ? "no small count" : hidden == 1 ? "1 hidden count cannot" : $"none of {hidden} hidden counts")} "
        + $"{(hidden == 1 ? "" : "can ")}be worked out: split the table and upload its parts, or have an approver weigh it.");

    internal static Finding TooLargeToTry(string place) => new(FindingCode.NotProven, place,
        $"The table has more than {KeptRows.MostCells:N0} cells, too many to try whether its totals and shares, or earlier releases, tell a small count: "
        + "split it and upload its parts, or have an approver weigh it.");

    internal static Finding NoStudentIds(string place) => new(FindingCode.NoStudentIds, place,
        "No column holds student IDs: add the student ID, so that each student's disclosure can be recorded.");

    internal static Finding RowsWithoutId(string place, long rows) => new(FindingCode.NoStudentIds, place,
        $"{rows} {(rows == 1 ? "row has" : "rows have")} no student ID: fill them in, so that each student's disclosure can be recorded.");

    internal static Finding NoConsent(string place, int without, int all) => new(FindingCode.NoConsent, place,
        $"{without} of {all} students have no family consent in the lists handed in, or it has ended: remove their rows, get their consent, or have an "
        + "approver record the exception that covers them and upload the file again.");

    /// <summary>There is nothing in the file to deliver.</summary>
    public static Finding Empty() => new(FindingCode.EmptyFile, "the file", "The file holds no rows of data: upload the finished file.");

    /// <summary>The file cannot be checked.</summary>
    /// <param name="why">A sentence's start, such as "This is a PDF".</param>
    /// <param name="place">Where reading stopped.</param>
    public static Finding Unreadable(string why, string place = "the file") => new(FindingCode.UnreadableFile, place,
        $"{why}, so it cannot be checked: save the data as a CSV file or as an Excel workbook (.xlsx) without password and macros, and upload that.");

    /// <summary>The file is of a kind that is not checked, and may leave where a person checks it.</summary>
    /// <param name="kind">What it is, such as "a PDF".</param>
    public static Finding OtherFormat(string kind) => new(FindingCode.OtherFormat, "the file",
        $"This is {kind}, which is not checked: upload the data as a CSV file or Excel workbook, or have an approver read all of it and say why it may leave.");

    /// <summary>The workbook carries macros.</summary>
    public static Finding Macros() => new(FindingCode.MacroFile, "the file",
        "This workbook carries macros, which are programs: save it as a plain Excel workbook (.xlsx) or as CSV.");

    /// <summary>A sheet is hidden.</summary>
    public static Finding HiddenSheet(string sheet) => new(FindingCode.HiddenSheet, Place.Sheet(sheet),
        "This sheet is hidden: delete it, or show it if it is meant to leave.");

    /// <summary>Columns are hidden.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="first">The first, counted from 0.</param>
    /// <param name="last">The last.</param>
    public static Finding HiddenColumns(string sheet, int first, int last) => new(FindingCode.HiddenColumn,
        first == last ? Place.Column(sheet, first, "") : $"{Place.Column(sheet, first, "")}:{Place.Letters(last)}",
        first == last ? "This column is hidden: delete it, or show it if it is meant to leave." : "These columns are hidden: delete them, or show them if they are meant to leave.");

    /// <summary>A row is hidden.</summary>
    public static Finding HiddenRow(string sheet, int row) => new(FindingCode.HiddenRow, Place.Row(sheet, row),
        "This row is hidden, perhaps by a filter: delete it, or show it if it is meant to leave.");

    /// <summary>A cell is computed.</summary>
    public static Finding Formula(string sheet, int row, int column) => new(FindingCode.Formula, Place.Cell(sheet, row, column, ""),
        "This cell is a formula, which shows what it was made of: replace it by its value.");

    /// <summary>A sheet has notes beside its cells.</summary>
    public static Finding Comments(string sheet) => new(FindingCode.Comment, Place.Sheet(sheet),
        "This sheet has comments: delete them all.");

    /// <summary>A pivot table keeps its source rows.</summary>
    public static Finding PivotCache() => new(FindingCode.PivotCache, "the file",
        "This workbook has a pivot table, which keeps the rows it was made of out of sight: copy its values to a new workbook.");

    /// <summary>The workbook links to others.</summary>
    public static Finding ExternalLink() => new(FindingCode.ExternalLink, "the file",
        "This workbook links to other files and keeps copies of their values: break the links.");

    /// <summary>Another file is inside a sheet.</summary>
    public static Finding EmbeddedFile(string sheet) => new(FindingCode.EmbeddedFile, Place.Sheet(sheet),
        "This sheet has another file embedded, which is not checked: delete it.");

    private static string Holds(Identifier found) => found.SeenInRow is int row
        ? $"Cells here look like {found.Kind.Noun()} (first in row {row})"
        : $"This holds {found.Kind.Noun()}";

    private static string LevelNoun(DataLevel level) => level switch
    {
        DataLevel.Published => "a published dataset",
        DataLevel.Directory => "directory information",
        DataLevel.Aggregate => "an aggregate",
        DataLevel.DeIdentifiedStudentLevel => "a de-identified file",
        DataLevel.IdentifiableRoster => "a roster",
        DataLevel.IndividualRecord => "a student's record",
        _ => throw new UnreachableException(),
    };
}
