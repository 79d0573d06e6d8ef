using Core.Release;
using Core.Routing;

namespace Core.Tests.Release;

/// <summary>Policy section 3, rule 3 and 34 CFR 99.8: only what a reviewer approved leaves, and school-police reports never leave as education records.</summary>
public sealed class BeyondApprovalTests
{
    [Theory]
    [InlineData("Student ID,Attendance rate", Verdict.Pass)]
    [InlineData("Student ID,attendance_rate", Verdict.Pass)]
    [InlineData("Student ID,Attendance 2025", Verdict.Pass)]
    [InlineData("Student ID,Student's attendance", Verdict.Pass)]
    [InlineData("Student ID,Grade level", Verdict.Block)]
    [InlineData("Student ID,Attendance rate,Home school", Verdict.Block)]
    [InlineData("Student ID,Attendance notes", Verdict.Block)]
    [InlineData("Student ID,", Verdict.Block)]
    public void Columns_beyond_what_was_approved_block(string header, Verdict verdict)
    {
        var approved = new ApprovedData(DataLevel.IdentifiableRoster, [], 10) { Only = ["attendance rate"] };
        var cells = string.Join(',', header.Split(',').Skip(1).Select((_, index) => $"0.9{index}"));
        var check = Check(approved, header, $"123456,{cells}");
        check.Verdict.ShouldBe(verdict, string.Join("; ", check.Findings.Select(finding => finding.Text)));
        if (verdict == Verdict.Block)
        {
            check.Findings.ShouldContain(finding => finding.Code == FindingCode.BeyondApproval);
        }
    }

    [Theory]
    [InlineData("Student ID,Police report number", true, true)]
    [InlineData("Student ID,School police incident", true, true)]
    [InlineData("Student ID,Incident report text", true, true)]
    [InlineData("Student ID,Suspensions", true, false)]
    [InlineData("Student ID,Police report number", false, false)]
    public void Reports_of_the_school_police_are_no_education_records(string header, bool isForEducationRecords, bool blocks) =>
        Check(new ApprovedData(DataLevel.IdentifiableRoster, [], 10) { IsForEducationRecords = isForEducationRecords }, header, "123456,A")
            .Findings.Any(finding => finding.Code == FindingCode.PoliceRecord).ShouldBe(blocks);

    [Theory]
    [InlineData("Student ID,Police report number,Incident date,Location", false)]
    [InlineData("Student ID,Police report number,Attendance rate", true)]
    [InlineData("Student ID,Suspensions,Incident report text", true)]
    [InlineData("Student ID,Attendance rate,Suspensions", false)]
    public void In_a_file_for_law_enforcement_the_two_stay_apart_as_well(string header, bool blocks) =>
        Check(new ApprovedData(DataLevel.IdentifiableRoster, [], 10), header, "123456,A,B,C")
            .Findings.Any(finding => finding.Code == FindingCode.PoliceRecord).ShouldBe(blocks);

    [Theory]
    [InlineData("Student ID,Police report number", "Student ID,Attendance rate", true)]
    [InlineData("Student ID,Police report number", "Student ID,Police report number", false)]
    [InlineData("Student ID,Suspensions", "Student ID,Attendance rate", false)]
    public void They_stay_apart_on_separate_sheets_too(string one, string other, bool blocks) =>
        ReleaseGate.Check(new ApprovedData(DataLevel.IdentifiableRoster, [], 10), new NodaTime.LocalDate(2026, 3, 2),
        [
            new FilePart.Sheet("one"), new FilePart.Row(1, one.Split(',')), new FilePart.Row(2, ["123456", "A"]),
            new FilePart.Sheet("two"), new FilePart.Row(1, other.Split(',')), new FilePart.Row(2, ["123456", "A"]),
        ]).Check.Findings.Any(finding => finding.Code == FindingCode.PoliceRecord).ShouldBe(blocks);

    [Fact]
    public void Counts_of_police_reports_are_counts() =>
        Check(new ApprovedData(DataLevel.Aggregate, [], 10) { IsForEducationRecords = true }, "School,Police reports", "Harbor High,25")
            .Findings.ShouldNotContain(finding => finding.Code == FindingCode.PoliceRecord);

    private static FileCheck Check(ApprovedData approved, params string[] lines) => ReleaseGate.Check(
        approved, new NodaTime.LocalDate(2026, 3, 2), lines.Select((line, index) => new FilePart.Row(index + 1, line.Split(',')))).Check;
}
