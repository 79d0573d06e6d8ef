using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>Decides whether whole numbers in a column of an aggregate count people. Where nothing speaks against it, they do.</summary>
internal static class CountColumns
{
    /// <param name="column">The column.</param>
    /// <param name="right">Its neighbour to the right, if any.</param>
    public static bool Counts(ColumnProfile column, ColumnProfile? right) => column.HeaderKind switch
    {
        ColumnKind.Count => true,
        ColumnKind.Rate or ColumnKind.Money or ColumnKind.Code or ColumnKind.Date or ColumnKind.Grade or ColumnKind.Age
            or ColumnKind.EnrollmentDate or ColumnKind.Pseudonym => SpansMore(right),
        // A whole number among fractions is a rate that happens to be whole; beside K and PK it is a grade.
        _ => column.Count(Fraction) == 0 && column.Count(EarlyGrade) == 0 && !(column.IsSequence && IsUnnamed(column)),
    };

    /// <summary>A blank header with cells below it belongs to the header on its left, which then names a group of columns: "Grade" over K, 1, 2, 3.</summary>
    private static bool SpansMore(ColumnProfile? right) => right is { Cells: > 0 } && string.IsNullOrWhiteSpace(right.Header);

    private static bool IsUnnamed(ColumnProfile column) =>
        column.HeaderKind is ColumnKind.BareId || string.IsNullOrWhiteSpace(column.Header);
}
