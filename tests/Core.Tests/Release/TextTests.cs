using Core.Release;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>What texts say of a student, in cells, headings, notes, names of sheets and beside the table (policy section 6).</summary>
public sealed class TextTests
{
    [Theory]
    // Names.
    [InlineData("The team met with Maria Lopez about the plan", "name")]
    [InlineData("We called home because Jordan's brother was absent again", "name")]
    [InlineData("The file was about Nguyen, Minh and two others", "name")]
    [InlineData("Teachers asked the student Xochitl to move seats again", "name")]
    [InlineData("Follow up needed here, student name: Xochitl, see file", "name")]
    [InlineData("Se habló con la madre de Fatima Haddad el lunes", "name")]
    // IDs.
    [InlineData("See record 1234567 for the rest of it", "student ID")]
    [InlineData("The pupil with #100234 moved to another school", "student ID")]
    [InlineData("Compare with the case of ST-1002345 last year", "student ID")]
    // Birthdays.
    [InlineData("One child born 04/05/2014 was counted twice here", "date of birth")]
    [InlineData("Corrected the entry, DOB 2014-04-05, after a call", "date of birth")]
    [InlineData("Una niña nacida el 5 Apr 2014 fue añadida", "date of birth")]
    // Addresses of all sorts.
    [InlineData("Write to ana.rivera@mail.example.org about this one", "e-mail")]
    [InlineData("Call the family at 617-555-0123 in the evening", "telephone")]
    [InlineData("The family now lives at 12 Elm Street with others", "street address")]
    // Nobody.
    [InlineData("The share fell after the program ended in 2019", "")]
    [InlineData("Data as of 9/3/2019, counted on the first day", "")]
    [InlineData("Students at the Martin Luther King School did well", "")]
    [InlineData("The budget was $1250000 for all programs that year", "")]
    [InlineData("School year 202425 as of month 202410 and day 20241003", "")]
    [InlineData("Student Support Team and Parent University hours together", "")]
    [InlineData("Grades rose at the Grace Academy and the North Center", "")]
    public void A_text_that_tells_of_a_student_is_found_in_its_row_and_column(string text, string expected)
    {
        var rows = Enumerable.Range(0, 30).Select(row => $"Mather School|{row + 20}|Nothing more to say about this row").ToArray();
        rows[6] = $"Mather School|26|{text}";
        var findings = Gate.Check(DataLevel.Aggregate, ["School|Students|Remark", .. rows]).Check.Findings;
        if (expected.Length == 0)
        {
            findings.ShouldBeEmpty();
            return;
        }

        var finding = findings.Single(finding => finding.Code == FindingCode.IdentifierInText);
        finding.Where.ShouldBe("row 8, column \"Remark\"");
        finding.Text.ShouldContain(expected);
        finding.Text.ShouldNotContain("Xochitl");
    }

    [Fact]
    public void A_Social_Security_number_in_one_text_blocks()
    {
        var rows = Enumerable.Range(0, 60).Select(row => $"Mather School|{row + 20}|Nothing more to say").ToArray();
        rows[6] = "Mather School|26|Paid, 123-45-6789, in May";
        var check = Gate.Check(DataLevel.Aggregate, ["School|Students|Remark", .. rows]).Check;
        check.Verdict.ShouldBe(Verdict.Block);
        check.Findings.ShouldHaveSingleItem().Where.ShouldBe("row 8, column \"Remark\"");
    }

    [Fact]
    public void Every_telling_text_counts_and_the_first_hundred_are_told_one_by_one()
    {
        var rows = Enumerable.Range(0, 250).Select(row => $"Mather School|{row + 20}|See record {1234567 + row} for the rest");
        var findings = Gate.Check(DataLevel.Aggregate, ["School|Students|Remark", .. rows]).Check.Findings;
        findings.Count.ShouldBe(ReleaseGate.ShownOfEach + 1);
        findings[^1].Text.ShouldContain("150 more");
    }

    [Theory]
    [InlineData("School|Grace Rivera|Rate", FindingCode.IdentifierInText)]
    [InlineData("School|ana@mail.example.org|Rate", FindingCode.IdentifierColumn)]
    [InlineData("School|Sums of 123-45-6789|Rate", FindingCode.IdentifierColumn)]
    [InlineData("School|202425|Rate", "")]
    [InlineData("School|Jackson School|Rate", "")]
    public void A_heading_that_tells_of_a_student_is_found(string headings, string code)
    {
        var check = Gate.Check(DataLevel.Aggregate, [headings, "Mather School|120|12.5%", "Hale School|140|13.5%", "Quincy School|150|14.5%"]).Check;
        check.Findings.Select(finding => finding.Code).Distinct().ShouldBe(code.Length == 0 ? [] : [code]);
    }

    [Fact]
    public void Students_side_by_side_in_the_headings_block() =>
        Gate.Check(DataLevel.Aggregate, "Week|Grace Rivera|Minh Tran|Luis Vega", "1|14|15|16", "2|14|14|13")
            .Check.Findings.ShouldContain(finding => finding.Code == FindingCode.IdentifierColumn && finding.Where == "row 1");

    [Theory]
    [InlineData("Grace Rivera", true)]
    [InlineData("1234567", true)]
    [InlineData("Summary", false)]
    [InlineData("2024-25", false)]
    [InlineData("Jackson School", false)]
    public void A_sheet_named_after_a_student_is_found(string sheet, bool found) =>
        Gate.Check(DataLevel.Aggregate, [], sheet, ["School|Students", "Mather School|120"]).Check.Findings.Count.ShouldBe(found ? 1 : 0);

    [Fact]
    public void Text_beside_the_table_is_judged_and_immigration_status_in_it_blocks()
    {
        Beside("Ana Rivera's plan").ShouldBe(FindingCode.IdentifierInText);
        Beside("Undocumented students").ShouldBe(FindingCode.ImmigrationColumn);
        Beside("Attendance by school").ShouldBeNull();

        static string? Beside(string text) => ReleaseGate.Check(
            new ApprovedData(DataLevel.Aggregate, [], 10), Gate.Today,
            [new FilePart.Text("the title", text), .. Gate.Parts("Sheet1", ["School|Students", "Mather School|120"])]).Check.Findings.SingleOrDefault()?.Code;
    }

    [Fact]
    public void A_note_may_name_the_office_and_not_a_student()
    {
        string[] table = ["School|Students|Rate", "Mather School|120|12.5%", "Hale School|140|13.5%"];
        Gate.Check(DataLevel.Aggregate, [.. table, "Prepared by Ana Lyst in the office of data||"]).Check.Findings.ShouldBeEmpty();
        Gate.Check(DataLevel.Aggregate, [.. table, "Without the student Ana Rivera, who left in May||"]).Check.Findings
            .ShouldHaveSingleItem().Where.ShouldBe("row 4");
    }

    [Theory]
    [InlineData("Student ID|Name|Remark", "1234567|Grace Rivera|May be a gang member", DataLevel.IdentifiableRoster, "row 2, column \"Remark\"")]
    [InlineData("Student ID|Name|Gang affiliation", "1234567|Grace Rivera|no", DataLevel.IdentifiableRoster, "row 1, column C")]
    [InlineData("Incident|Students", "Suspected pandillero at the door|25", DataLevel.Aggregate, "row 2, column \"Incident\"")]
    [InlineData("Program|Students", "Gang prevention|25", DataLevel.Aggregate, "")]
    [InlineData("Student ID|Name|Remark", "1234567|Grace Rivera|Pushed another student at the door", DataLevel.IdentifiableRoster, "")]
    public void Words_that_characterise_a_person_are_found_whatever_was_approved(string header, string row, DataLevel level, string place)
    {
        var found = Gate.Check(level, header, row).Check.Findings.Where(finding => finding.Code == FindingCode.Characterisation).ToList();
        found.Select(finding => finding.Where).ShouldBe(place.Length == 0 ? [] : [place]);
        FindingCode.VerdictOf(FindingCode.Characterisation).ShouldBe(Verdict.Fix);
    }

    [Fact]
    public void A_roster_may_say_who_its_students_are() =>
        Gate.Check(DataLevel.IdentifiableRoster, "Student ID|Name|Remark", "1234567|Grace Rivera|Her mother Ana Rivera calls at 617-555-0123 again")
            .Check.Findings.ShouldNotContain(finding => finding.Code == FindingCode.IdentifierInText);
}
