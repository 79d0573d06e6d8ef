using Core.Release;
using Core.Routing;
using static Core.Release.FindingCode;

namespace Core.Tests.Release;

public sealed class ContentTests
{
    [Theory]
    [InlineData("e-mail addresses", "ana@example.org", "call bo@mail.example.com", "none")]
    [InlineData("telephone numbers", "617-555-0143", "(617) 555-0144", "+1 617 555 0145")]
    [InlineData("telephone numbers", "call 617.555.0143 after five", "ask at 617-555-0199", "no")]
    [InlineData("Social Security numbers", "078-05-1120", "219-09-9999", "457-55-5462")]
    [InlineData("street addresses", "12 Elm Street", "lives at 4 Old Mill Rd", "77B North Main St, Apt 3")]
    [InlineData("student IDs", "482915", "593027", "604138")]
    [InlineData("student IDs", "A1234567", "A1234568", "A2234569")]
    [InlineData("dates of birth", "2014-05-17", "2013-11-02", "2015-01-23")]
    [InlineData("dates of birth", "5/17/2014", "11/2/2013", "1/23/2015")]
    [InlineData("dates of birth", "17.05.2014", "02.11.2013 00:00:00", "23.1.2015")]
    [InlineData("dates of birth", "20140517", "20131102", "20150123")]
    [InlineData("dates of birth", "5/17/14", "11-2-2013", "May 23, 2015")]
    [InlineData("dates of birth", "17-May-2014", "2-Nov-2013", "23-Jan-2015")]
    [InlineData("names of people", "Doe, Jordan", "Rivera, Ana", "Nguyen, Minh")]
    [InlineData("names of people", "Ana Rivera", "Minh Nguyen", "Jordan Doe")]
    [InlineData("names of people", "Ana", "Minh", "Jordan")]
    public void An_identifier_is_known_by_its_content_under_any_header(string what, string first, string second, string third)
    {
        string[] rows = ["Grade|Remark|Absences", $"3|{first}|12", $"4|{second}|15", $"4|{third}|31"];
        foreach (var level in new[] { DataLevel.Aggregate, DataLevel.DeIdentifiedStudentLevel })
        {
            var result = Gate.Check(level, rows);
            result.Places(IdentifierColumn).ShouldBe(["column \"Remark\""]);
            result.Check.Findings[0].Text.ShouldContain(what);
            result.Check.Findings[0].Text.ShouldContain("row 2");
        }
    }

    [Theory]
    [InlineData("2023-10-01", "2024-10-01", "2025-10-01")]
    [InlineData("1950-05-17", "1961-11-02", "1948-01-23")]
    [InlineData("Black, Hispanic", "White, Asian", "Black, Hispanic")]
    [InlineData("Special Education", "English Learners", "Low Income")]
    [InlineData("10-12", "100-200", "3.14.15")]
    [InlineData("see @office", "a@b", "10 @ home")]
    [InlineData("5 days in school", "30 days out", "1 way home")]
    [InlineData("20242025", "20232024", "20242025")]
    public void What_only_looks_a_little_like_an_identifier_is_none(string first, string second, string third) =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Remark|Absences", $"3|{first}|12", $"4|{second}|15", $"4|{third}|31")
            .Places(IdentifierColumn).ShouldBeEmpty();

    [Fact]
    public void One_address_in_a_long_column_is_not_a_column_of_addresses_but_two_are()
    {
        string[] Rows(int planted) => ["Grade|Remark", .. Enumerable.Range(0, 100).Select(row => $"4|{(row < planted ? "ana@example.org" : "fine")}")];

        Gate.Check(DataLevel.DeIdentifiedStudentLevel, Rows(1)).Places(IdentifierColumn).ShouldBeEmpty();
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, Rows(2)).Check.Verdict.ShouldBe(Verdict.Block);
    }

    [Fact]
    public void IDs_under_a_school_codes_header_are_too_many_to_be_schools() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, ["School code|Grade", .. Enumerable.Range(0, 400).Select(row => $"{4_000_000 + (row * 7)}|4")])
            .Places(IdentifierColumn).ShouldBe(["column \"School code\""]);

    [Fact]
    public void A_file_without_a_header_is_judged_from_its_first_row() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Rivera, Ana|482915", "Doe, Jordan|593027", "Nguyen, Minh|604138")
            .Places(IdentifierColumn).Length.ShouldBe(2);

    [Fact]
    public void Directory_information_is_name_age_grade_and_dates_of_enrollment_and_no_more()
    {
        Gate.Check(DataLevel.Directory, "Student name|Age|Grade level|Entry date|Exit date", "Ana Rivera|9|3|2021-09-08|", "Jordan Doe|10|4|2020-09-09|2024-06-20")
            .Check.Verdict.ShouldBe(Verdict.Pass);

        var more = Gate.Check(DataLevel.Directory, "Student name|School|DOB|Student ID", "Ana Rivera|Mather|2016-02-03|482915", "Jordan Doe|Hale|2015-07-08|593027");
        more.Places(UnapprovedColumn).ShouldBe(["column \"School\""]);
        more.Places(IdentifierColumn).ShouldBe(["column \"DOB\"", "column \"Student ID\""]);
    }
}
