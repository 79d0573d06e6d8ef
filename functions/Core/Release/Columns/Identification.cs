using Core.Routing;
using static Core.Release.Columns.CellSigns;

namespace Core.Release.Columns;

/// <summary>Something in a column that says who a student is.</summary>
/// <param name="Kind">What.</param>
/// <param name="SeenInRow">Where it was seen first, where the content gave it away; null where the header did.</param>
internal sealed record Identifier(ColumnKind Kind, int? SeenInRow);

/// <summary>Decides what identifies students in a column, first by its header, then by its content.</summary>
internal static class Identification
{
    // Fewer cells than these say nothing about a column as a whole.
    private const int FewestCells = 3;
    // No district has more schools or programs than this, so more different codes are people's.
    private const int MostInstitutions = 300;

    private static readonly (CellSigns Sign, ColumnKind Kind)[] InText =
    [
        (Email, ColumnKind.Email), (Phone, ColumnKind.Phone), (SocialSecurityNumber, ColumnKind.SocialSecurityNumber), (Address, ColumnKind.Address),
    ];

    public static IReadOnlyList<Identifier> Of(ColumnProfile column, DataLevel level)
    {
        var found = new List<Identifier>();
        if (ByHeader(column, level) is { } kind)
            found.Add(new(kind, null));
        foreach (var content in ByContent(column, level))
        {
            if (found.TrueForAll(known => known.Kind != content.Kind))
                found.Add(content);
        }
        return found;
    }

    /// <summary>Immigration or citizenship status: one cell is one too many (LTR-2018). Null where there is none.</summary>
    public static Identifier? Immigration(ColumnProfile column) =>
        column.HeaderKind == ColumnKind.Immigration ? new(ColumnKind.Immigration, null)
        : column.Count(CellSigns.Immigration) > 0 ? new(ColumnKind.Immigration, column.FirstRow(CellSigns.Immigration))
        : null;

    private static ColumnKind? ByHeader(ColumnProfile column, DataLevel level) => column.HeaderKind switch
    {
        ColumnKind.StudentId => IsNumbersOf(column) ? null : ColumnKind.StudentId,
        ColumnKind.BareName => column.Share(Institution) >= 0.5 || IsNumeric(column) ? null : ColumnKind.StudentName,
        ColumnKind.BareId => IsStudentsOwn(column, level) ? ColumnKind.StudentId : null,
        ColumnKind.StudentName or ColumnKind.PlaceOfBirth when IsNumeric(column) => null,
        var kind when kind.IsIdentifier() => IsFlags(column) || IsNumbersOf(column) ? null : kind,
        _ => null,
    };

    private static bool IsFlags(ColumnProfile column) => column.Cells > 0 && column.Count(Flag) == column.Cells;

    private static bool IsNumeric(ColumnProfile column) =>
        column.Cells > 0 && column.Count(Integer) + column.Count(Fraction) == column.Cells && column.Count(IdLike) == 0;

    private static bool IsNumbersOf(ColumnProfile column) => IsNumeric(column) && HeaderRules.SpeaksOfNumbers(column.Header);

    /// <summary>Just "ID": in a table of groups it may be anything, in a table of students it is theirs unless it merely numbers the rows.</summary>
    private static bool IsStudentsOwn(ColumnProfile column, DataLevel level) =>
        column.Share(IdLike) >= 0.5
        || (level is not (DataLevel.Aggregate or DataLevel.Published) && column.Cells > 0 && !column.IsSequence && column.Distinct >= 0.9 * column.Sampled);

    private static IEnumerable<Identifier> ByContent(ColumnProfile column, DataLevel level)
    {
        foreach (var (sign, kind) in InText)
        {
            if (IsOften(column, sign) && !(sign == Address && column.HeaderKind == ColumnKind.Institution))
                yield return new(kind, column.FirstRow(sign));
        }
        if (column.Cells < FewestCells)
            yield break;
        if (HoldsIds(column, level))
            yield return new(ColumnKind.StudentId, column.FirstRow(IdLike));
        if (HoldsBirthDates(column))
            yield return new(ColumnKind.DateOfBirth, column.FirstRow(BirthDate));
        if (HoldsNames(column))
            yield return new(ColumnKind.StudentName, column.FirstRow(column.Count(LastFirst) > 0 ? LastFirst : GivenName));
    }

    /// <summary>Two cells, or one in a column so short that it is more than a twentieth.</summary>
    private static bool IsOften(ColumnProfile column, CellSigns sign) => column.Count(sign) > 1 || column.Share(sign) > 0.05;

    private static bool HoldsIds(ColumnProfile column, DataLevel level) =>
        column.Share(IdLike) >= 0.8 && column.SameLengthIds >= 0.8 * column.Count(IdLike) && column.Distinct >= 0.9 * column.Sampled
        && column.HeaderKind switch
        {
            ColumnKind.Code => column.Distinct > MostInstitutions,
            ColumnKind.Count => level is not (DataLevel.Aggregate or DataLevel.Published),
            ColumnKind.Rate or ColumnKind.Money or ColumnKind.Pseudonym or ColumnKind.Staff or ColumnKind.Date or ColumnKind.EnrollmentDate => false,
            _ => true,
        };

    private static bool HoldsBirthDates(ColumnProfile column) =>
        column.HeaderKind is not (ColumnKind.Date or ColumnKind.EnrollmentDate) && column.Share(BirthDate) >= 0.8 && column.BirthDaysOfMonth >= 3;

    private static bool HoldsNames(ColumnProfile column)
    {
        if (column.HeaderKind is ColumnKind.Institution or ColumnKind.Staff || column.Share(Institution) >= 0.3)
            return false;
        var mostlyDifferent = column.Distinct > 0.5 * column.Sampled;
        return (column.Share(LastFirst) >= 0.6 && mostlyDifferent)
            || (column.Share(LastFirst) + column.Share(CapitalisedWords) >= 0.8 && column.Share(GivenName) >= 0.25 && mostlyDifferent)
            || (column.Share(OneWord) >= 0.8 && column.Share(GivenName) >= 0.6 && column.Distinct >= FewestCells);
    }
}
