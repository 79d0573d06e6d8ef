using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>Decides whether whole numbers in a column of an aggregate count people. Where nothing speaks against it, they do.</summary>
internal static class CountColumns
{
    /// <param name="column">The column.</param>
    /// <param name="right">Its neighbour to the right, if any.</param>
    public static bool Counts(ColumnProfile column, ColumnProfile? right) => column.HeaderKind switch
    {
        ColumnKind.Count => !NumbersRows(column),
        ColumnKind.Rate or ColumnKind.Money or ColumnKind.Code or ColumnKind.Date or ColumnKind.Grade or ColumnKind.Age
            or ColumnKind.EnrollmentDate or ColumnKind.Pseudonym => SpansMore(right),
        // A whole number among fractions is a rate that happens to be whole; beside K and PK it is a grade.
        _ => column.Count(Fraction) == 0 && column.Count(EarlyGrade) == 0 && !NumbersRows(column),
    };

    /// <summary>A blank header with cells below it belongs to the header on its left, which then names a group of columns: "Grade" over K, 1, 2, 3.</summary>
    private static bool SpansMore(ColumnProfile? right) => right is { Cells: > 0 } && string.IsNullOrWhiteSpace(right.Header);

    /// <summary>1, 2, 3, … under a header that says no more than that.</summary>
    private static bool NumbersRows(ColumnProfile column) =>
        column.IsSequence && (column.HeaderKind is ColumnKind.BareId || HeaderWords.Of(column.Header) is var words
            && (words.Words.Count == 0 || words.Is("number") || words.Is("no") || words.Is("num")));
}
