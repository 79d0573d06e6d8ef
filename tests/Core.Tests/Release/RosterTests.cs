using Core.Release;
using Core.Routing;
using static Core.Release.FindingCode;

namespace Core.Tests.Release;

public sealed class RosterTests
{
    [Fact]
    public void A_roster_may_hold_identifiers_and_gives_its_students()
    {
        var result = Gate.Check(DataLevel.IdentifiableRoster, "Student ID|Name|Grade", "482915|Ana Rivera|3", "593027|Jordan Doe|4", "482915|Ana Rivera|4");
        result.Check.Verdict.ShouldBe(Verdict.Pass);
        result.StudentIds.ShouldBe(["482915", "593027"], ignoreOrder: true);
    }

    [Fact]
    public void A_roster_without_student_IDs_needs_them() =>
        Gate.Check(DataLevel.IdentifiableRoster, "Name|Grade", "Ana Rivera|3", "Jordan Doe|4").Codes().ShouldBe([NoStudentIds]);

    [Fact]
    public void Rows_without_an_ID_are_counted()
    {
        var result = Gate.Check(DataLevel.IdentifiableRoster, "Student ID|Name|Grade", "482915|Ana Rivera|3", "|Jordan Doe|4", "|Minh Nguyen|4");
        result.Check.Findings.ShouldHaveSingleItem().Text.ShouldStartWith("2 rows have no student ID");
        result.StudentIds.ShouldBe(["482915"]);
    }

    [Fact]
    public void The_offices_own_number_is_preferred_to_the_states() =>
        Gate.Check(DataLevel.IdentifiableRoster, "SASID|Student ID|Name", "1012345678|482915|Ana Rivera", "1012345679|593027|Jordan Doe")
            .StudentIds.ShouldBe(["482915", "593027"], ignoreOrder: true);

    [Fact]
    public void IDs_are_found_without_a_telling_header() =>
        Gate.Check(DataLevel.IdentifiableRoster, "No telling|Grade", "482915|3", "593027|3", "604138|4").StudentIds.Count.ShouldBe(3);

    [Fact]
    public void A_value_that_is_no_ID_in_a_column_found_by_its_content_leaves_its_row_without_one()
    {
        var result = Gate.Check(DataLevel.IdentifiableRoster, "No telling|Grade", "482915|3", "593027|3", "604138|4", "615249|4", "unknown|4");
        result.Check.Findings.ShouldHaveSingleItem().Text.ShouldStartWith("1 row has no student ID");
        result.StudentIds.Count.ShouldBe(4);
    }

    [Fact]
    public void What_reaches_the_family_has_to_be_asked_for()
    {
        string[] rows = ["Student ID|Name|Phone", "482915|Ana Rivera|617-555-0143", "593027|Jordan Doe|617-555-0144"];
        Gate.Check(DataLevel.IdentifiableRoster, ["attendance"], null, rows).Places(UnapprovedColumn).ShouldBe(["column \"Phone\""]);
        Gate.Check(DataLevel.IdentifiableRoster, ["attendance", "phone number"], null, rows).Check.Verdict.ShouldBe(Verdict.Pass);
    }
}
