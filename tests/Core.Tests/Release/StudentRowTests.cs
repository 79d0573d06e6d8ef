using Core.Release;
using Core.Routing;
using CsCheck;
using Shouldly;

namespace Core.Tests.Release;

/// <summary>Rows without names: groups of students alike in what people know of them (policy section 6, 34 CFR 99.31(b)).</summary>
public sealed class StudentRowTests
{
    private static readonly ApprovedData Rows = new(DataLevel.DeIdentifiedStudentLevel, [], SmallestGroup: 10);

    private static readonly Gen<string[]> Tables =
        from rows in Gen.Int[30, 300]
        from cells in Gen.Select(
            Gen.OneOf("3", "4", "5", "6", "9", "12"),
            Gen.OneOf("White", "Black", "Asian", "Hispanic", "Hispanic", "Black"),
            Gen.OneOf("02121", "02122", "02124", "02124", "02130"),
            Gen.OneOf("Y", "N", "N", "N"),
            (grade, race, zip, homeless) => $"{grade}|{race}|{zip}|{homeless}").Array[rows]
        select (string[])["Grade|Race|ZIP|Homeless", .. cells];

    [Fact]
    public void Ten_students_alike_pass_and_nine_do_not()
    {
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, ["Grade|Race", .. Alike(10, "3|Asian"), .. Alike(12, "4|Black")]).Check.Verdict.ShouldBe(Verdict.Pass);
        var check = Gate.Check(DataLevel.DeIdentifiedStudentLevel, ["Grade|Race", .. Alike(12, "4|Black"), .. Alike(9, "3|Asian")]);
        check.Check.Verdict.ShouldBe(Verdict.Fix);
        check.Codes().ShouldBe([FindingCode.SmallGroup]);
        check.Places(FindingCode.SmallGroup).ShouldContain("row 14");
    }

    [Fact]
    public void A_group_all_of_whom_were_suspended_is_told()
    {
        string[] header = ["Grade|Race|Suspended"];
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, [.. header, .. Alike(12, "4|Black|N"), .. Alike(12, "3|Asian|Y")]).Codes()
            .ShouldBe([FindingCode.OneValueGroup]);
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, [.. header, .. Alike(12, "4|Black|N"), .. Alike(6, "3|Asian|Y"), .. Alike(6, "3|Asian|N")])
            .Check.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void Several_rows_of_one_student_count_once() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, ["Study ID|Grade", .. Alike(12, "482915|3")]).Codes().ShouldContain(FindingCode.SmallGroup);

    [Fact]
    public void The_safe_version_loses_a_column_or_rows_and_says_so()
    {
        string[] rows = ["Grade|ZIP", .. Enumerable.Range(0, 24).Select(row => $"{3 + (row % 2)}|{2100 + row:00000}")];
        var made = SafeVersion.Make(Rows, Gate.Today, Gate.Parts(null, rows));
        made.WhyNot.ShouldBeNull();
        made.Table.ShouldNotBeNull().Rows.Count.ShouldBe(25);
        made.Table.Rows[0].ShouldContain("Grade");
    }

    [Fact]
    public void No_group_of_a_safe_version_is_small() => Tables.Sample(
        rows =>
        {
            if (SafeVersion.Make(Rows, Gate.Today, Gate.Parts(null, rows)).Table is not { } made)
                return;
            var homeless = made.Rows[0].ToList().IndexOf("Homeless");
            foreach (var group in made.Rows.Skip(1).GroupBy(row => string.Join('|', row.Where((_, at) => at != homeless)), StringComparer.Ordinal))
            {
                group.Count().ShouldBeGreaterThanOrEqualTo(10);
                if (homeless >= 0)
                    group.Select(row => row[homeless]).Distinct(StringComparer.Ordinal).ToList().ShouldNotBe(["Y"]);
            }
        },
        iter: 300);

    private static IEnumerable<string> Alike(int rows, string row) => Enumerable.Repeat(row, rows);
}
