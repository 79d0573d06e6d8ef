using Core.Disclosure;
using Core.Release;
using Core.Requests;
using Core.Routing;
using Core.Tests.Requests;
using NodaTime;

namespace Core.Tests.Release;

/// <summary>Consent a student each (ODA-03; 34 CFR 99.30): rows without it block, unless an approver recorded the exception (34 CFR 99.31).</summary>
public sealed class ConsentTests
{
    private static readonly string[] Roster = ["Student ID|Name", "1000001|Grace Rivera", "1000002|Minh Tran", "1000003|Luis Vega"];

    [Theory]
    // Lists as they come; which of the three students are without consent, by their row in the roster.
    [InlineData("Student ID;1000001;1000002;1000003", "")]
    [InlineData("Student ID;1000001;1000003", "row 3")]
    [InlineData("Student ID|Consent;1000001|yes;1000002|no;1000003|Yes", "row 3")]
    [InlineData("Student ID|Consent;1000001|yes;1000002|withdrawn;1000003|signed", "row 3")]
    [InlineData("SASID|Valid until;1000001|2026-03-02;1000002|2026-03-01;1000003|6/30/2027", "row 3")]
    [InlineData("Student ID|Expires;1000001|;1000002|soon;1000003|", "row 3")]
    [InlineData("Families who signed;;Student ID|Date of consent;01000001|2026-01-05;1000002.0|2026-01-05; 1000003 |2026-01-06", "")]
    [InlineData("Student ID", "row 2, row 3, row 4")]
    public void Rows_without_consent_are_found(string list, string rows)
    {
        var finding = ConsentMatch.On(Gate.Check(DataLevel.IdentifiableRoster, Roster), Read(list)!, Gate.Today);
        (finding?.Where ?? "").ShouldBe(rows);
        if (finding is not null)
        {
            FindingCode.VerdictOf(finding.Code).ShouldBe(Verdict.Block);
            finding.Text.ShouldNotContain("1000002");
        }
    }

    [Theory]
    [InlineData("Family|Signed;Rivera|yes")]
    [InlineData("We all consent")]
    [InlineData("")]
    public void What_has_no_column_of_student_IDs_is_no_list(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void The_later_list_has_the_last_word()
    {
        Read("Student ID;1000001", "Student ID|Consent;1000001|withdrawn")!.Covers("1000001", Gate.Today).ShouldBeFalse();
        Read("Student ID|Consent;1000001|no", "Student ID;1000001")!.Covers("1000001", Gate.Today).ShouldBeTrue();
    }

    [Fact]
    public void Only_the_first_rows_are_named_where_many_are_without()
    {
        var roster = Enumerable.Range(0, 25).Select(row => $"{1000001 + row}|Grace Rivera").Prepend("Student ID|Name").ToArray();
        ConsentMatch.On(Gate.Check(DataLevel.IdentifiableRoster, roster), Read("Student ID;1000001")!, Gate.Today)!
            .Where.ShouldEndWith("row 12 and 14 more");
    }

    [Fact]
    public void Only_an_approver_records_an_exception_and_the_ledger_states_it()
    {
        var story = Story.InProgress(Requirement.FamilyConsent);
        ConsentMatch.IsAsked(story.It).ShouldBeTrue();
        story.Do(new RequestCommand.ExceptConsent(FerpaException.Audit, "Program review"), Some.Analyst).LastRefusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        story.Do(new RequestCommand.ExceptConsent(FerpaException.Audit, " "), Some.Approver).LastRefusal!.Field.ShouldBe("reason");
        story.Do(new RequestCommand.ExceptConsent(FerpaException.Audit, "Program review"), Some.Approver).LastRefusal.ShouldBeNull();
        ConsentMatch.IsAsked(story.It).ShouldBeFalse();
    }

    private static ConsentList? Read(params string[] lists) => ConsentList.Read(lists.Select(list => Gate.Parts(null, list.Split(';'))), Gate.Today);
}
