using Core.Release.Columns;
using Core.Routing;

namespace Core.Release.Rows;

/// <summary>What a column does in a table of one row a student.</summary>
internal enum RowRole
{
    /// <summary>Known of a student by people around them, so that together with others it may say who they are.</summary>
    Key,
    /// <summary>What a group must not give away about all of its students.</summary>
    Sensitive,
    /// <summary>Figures that nobody knows from elsewhere.</summary>
    Measure,
    /// <summary>A made-up code: which rows are one student's.</summary>
    Pseudonym,
    /// <summary>Sentences, in which anything may stand.</summary>
    Text,
    /// <summary>Says who a student is, or what must never leave.</summary>
    Forbidden,
}

internal static class RowRoles
{
    /// <summary>In doubt a column is a key: a false alarm costs a look, a miss a child's privacy.</summary>
    public static RowRole Of(ColumnProfile column)
    {
        if (Identification.Immigration(column) is not null || Identification.Of(column, DataLevel.DeIdentifiedStudentLevel).Count > 0)
            return RowRole.Forbidden;
        if (HoldsText(column))
            return RowRole.Text;
        if (column.HeaderKind == ColumnKind.Pseudonym)
            return RowRole.Pseudonym;
        var trait = TraitRules.Of(column);
        var isNumeric = column.Cells > 0 && column.Count(CellSigns.Integer) + column.Count(CellSigns.Fraction) == column.Cells;
        if (trait != Trait.None && !(isNumeric && HeaderRules.SpeaksOfNumbers(column.Header)))
            return trait.IsSensitive() ? RowRole.Sensitive : RowRole.Key;
        return column.HeaderKind switch
        {
            ColumnKind.Rate or ColumnKind.Money or ColumnKind.Count => RowRole.Measure,
            ColumnKind.Unknown or ColumnKind.BareId or ColumnKind.BareName => OfContent(column, isNumeric),
            _ => column.IsSequence ? RowRole.Pseudonym : RowRole.Key,
        };
    }

    /// <summary>Sentences that mostly differ.</summary>
    public static bool HoldsText(ColumnProfile column) => column.Share(CellSigns.Prose) >= 0.2 && column.Distinct > 0.2 * column.Sampled;

    private static RowRole OfContent(ColumnProfile column, bool isNumeric) =>
        column.IsSequence ? RowRole.Pseudonym
        : column.Count(CellSigns.Flag) == column.Cells ? RowRole.Key
        : isNumeric ? RowRole.Measure
        // Codes of which hardly any two are equal tell nothing by themselves, and no two rows are alike in them.
        : column.Cells >= 50 && column.Count(CellSigns.Date) == 0 && column.Distinct >= 0.95 * column.Sampled ? RowRole.Pseudonym
        : RowRole.Key;
}
