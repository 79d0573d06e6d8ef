using Core.Accountability;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Tests.Accountability;

/// <summary>EQUITY and PLAN-2020: what is counted, and under what.</summary>
public sealed class ReportedTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Theory]
    [InlineData("home address", "Contact")]
    [InlineData("Attendance record", "Attendance")]
    [InlineData("Police report of the fight", "SchoolPolice")]
    [InlineData("suspensions and their dates", "Discipline")]
    [InlineData("the entire file of the student", "WholeRecord")]
    [InlineData("class schedule", "Whereabouts")]
    [InlineData("video of the hallway", "Images")]
    [InlineData("name and grade level", "Directory")]
    [InlineData("names and phone numbers of the parents", "Directory, Contact, Family")]
    [InlineData("the shoe size of Pat Upil", "Other")]
    public void Information_is_told_by_its_kind_and_never_in_anybodys_words(string text, string kinds) =>
        string.Join(", ", InformationKinds.Of([text]).Order()).ShouldBe(string.Join(", ", kinds.Split(", ").Select(Enum.Parse<InformationKind>).Order()));

    [Fact]
    public void The_public_report_repeats_nothing_that_people_wrote()
    {
        var request = new ReportedRequest { ReceivedOn = Day, AgencyName = "Planted Agency", DecidedBy = "Planted Person", School = "Planted School" };
        Text(Readers.Public).ShouldNotContain("Planted");
        Text(Readers.PublicSoFar).ShouldNotContain("Planted");
        Text(Readers.Staff).ShouldContain("Planted Agency");
        string Text(Readers readers) => string.Join('\n', Account.Of([request], Day, Day, Day, 10, readers).Tables.SelectMany(table => table.Lines));
    }

    [Fact]
    public void Requests_count_when_they_come_in_and_disclosures_when_they_are_made()
    {
        ReportedRequest[] requests =
        [
            new() { ReceivedOn = Day.PlusDays(-30), DisclosedOn = Day, Instrument = LegalProcess.Warrant, Outcome = ReviewOutcome.Approved, Office = Office.LegalAdvisor },
            new() { ReceivedOn = Day, Instrument = LegalProcess.Subpoena, Outcome = ReviewOutcome.Waiting, Office = Office.LegalAdvisor },
            new() { ReceivedOn = Day, DisclosedOn = Day.PlusDays(1), Ground = ReviewGround.FamilyConsent, Outcome = ReviewOutcome.Approved, Office = Office.Superintendent },
            new() { ReceivedOn = Day.PlusDays(-1) },
        ];
        var report = Account.Of(requests, Day, Day, Day, 10, Readers.Public);
        (report.Requests, report.Disclosures).ShouldBe((2, 1));
        Lines("instrument").ShouldBe([("None", 1, 0), ("Subpoena", 1, 0), ("Warrant", 0, 1), ("All", 2, 1)]);
        Lines("ground").ShouldBe([("Subpoena, as brought", 1, 0), ("The family's consent", 1, 0), ("Warrant, as brought", 0, 1), ("All", 2, 1)]);
        Lines("approver").ShouldBe([("Superintendent", 1, 0), ("Nobody yet", 1, 0), ("Legal advisor", 0, 1), ("All", 2, 1)], ignoreOrder: true);
        IEnumerable<(string, long?, long?)> Lines(string key) => report.Tables.Single(table => table.Key == key).Lines.Select(line => (line.Group.English, line.Asked, line.Disclosed));
    }

    [Theory]
    [InlineData("2025-26", 2025)]
    [InlineData("1999-00", null)]
    [InlineData("2025-27", null)]
    [InlineData("2099-00", 2099)]
    [InlineData("2025", null)]
    [InlineData("+025-26", null)]
    public void A_school_year_is_read_by_its_name(string name, int? first) => (ReportYear.Read(name)?.First).ShouldBe(first);

    [Fact]
    public void A_school_year_begins_in_July_and_is_published_once_late_decisions_are_in()
    {
        var year = ReportYear.Of(new(2026, 6, 30));
        (year.From, year.To, year.Name).ShouldBe((new(2025, 7, 1), new(2026, 6, 30), "2025-26"));
        year.PublishedOn(30).ShouldBe(new(2026, 7, 31));
        ReportYear.Of(new(2026, 7, 1)).First.ShouldBe(2026);
    }
}
