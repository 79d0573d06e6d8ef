using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Accountability;

/// <summary>EQUITY, PLAN-2020: what law enforcement asked for and got, for everybody and for the office.</summary>
public sealed class AccountabilityTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_published_year_hides_small_groups_tells_no_words_and_never_changes()
    {
        await app.SetClockAsync("2027-03-01T09:00:00-05:00");
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        var one = await DescribedAsync(approver, "Planted Agency", ("White", "No", 40), ("Asian", "Yes", 3), ("MultiRace", "No", 30));

        var soFar = await ReadAsync("2026-27");
        soFar.GetProperty("isSoFar").GetBoolean().ShouldBeTrue();
        Rows(soFar).ShouldNotContain(row => row.GetProperty("counts").GetString() == "Students");
        Rows(soFar).ShouldContain(row => row.GetProperty("table").GetString() == "instrument" && row.GetProperty("group").GetString() == "Subpoena");

        await app.SetClockAsync("2027-08-02T09:00:00-04:00");
        var published = await ReadAsync("2026-27");
        published.GetProperty("isSoFar").GetBoolean().ShouldBeFalse();
        published.GetRawText().ShouldNotContain("Planted");
        Cell(published, "Asian", "All").ShouldBe("*");
        Rows(published).Where(row => row.GetProperty("counts").GetString() == "Students").Select(row => row.GetProperty("requested").ToString())
            .ShouldAllBe(number => number == "*" || number == "0" || number.Length > 1);
        Rows(published).ShouldContain(row => row.GetProperty("requested").ToString() == "40");

        // What is written down later is in no report that stands.
        (await one.DoAsync(approver, new() { ["type"] = "DescribeStudents", ["race"] = "Asian", ["englishLearners"] = "Yes", ["students"] = 400 })).ShouldBe(HttpStatusCode.OK);
        await app.SetClockAsync("2027-08-03T09:00:00-04:00");
        (await ReadAsync("2026-27")).GetRawText().ShouldBe(published.GetRawText());

        var csv = await app.Client.GetStringAsync("/api/reports/accountability/2026-27?format=csv", TestContext.Current.CancellationToken);
        csv.ShouldStartWith("table,group,englishLearners,counts,requested,disclosed\r\n");
        csv.ShouldContain("Asian,All,Students,*,0");
    }

    [Fact]
    public async Task The_office_counts_any_days_and_names_agencies()
    {
        await app.SetClockAsync("2028-03-01T09:00:00-05:00");
        var staff = await app.StaffAsync("Ana Lyst", "Analyst");
        await DescribedAsync(staff, "Harbor City Police", ("White", "No", 40));
        var report = (await staff.FetchAsync("/api/reports/accountability?from=2028-03-01&to=2028-03-01")).ShouldBe(HttpStatusCode.OK);
        JsonDocument.Parse(report.Text).RootElement.GetProperty("requests").GetInt32().ShouldBe(1);
        report.Text.ShouldContain("Harbor City Police");
        (await staff.FetchAsync("/api/reports/accountability?from=2028-03-02&to=2028-03-01")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["from"]);
        var none = JsonDocument.Parse((await staff.FetchAsync("/api/reports/accountability?from=2028-02-01&to=2028-02-29")).ShouldBe(HttpStatusCode.OK).Text).RootElement;
        none.GetProperty("requests").GetInt32().ShouldBe(0);
        (await app.Client.FetchAsync("/api/reports/accountability")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("2099-00")]
    [InlineData("1990-91")]
    [InlineData("2027-29")]
    [InlineData("now")]
    public async Task A_year_that_cannot_be_read_is_not_found(string year)
    {
        (await app.Client.FetchAsync($"/api/reports/accountability/{year}")).ShouldBe(HttpStatusCode.NotFound);
        using var page = await app.Client.GetAsync($"/accountability/{year}", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/admin/reports/law-enforcement", "at,id,agency")]
    [InlineData("/admin/reports/disclosures", "studentId,kind,at")]
    public async Task The_log_and_the_ledger_are_pages_and_files(string page, string header)
    {
        await app.SetClockAsync("2029-03-01T09:00:00-05:00");
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        var one = await DescribedAsync(approver, "Log Police", ("White", "No", 40));
        (await approver.FetchAsync($"{page}?from=2029-02-01&to=2029-03-01")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(one.Id);
        var csv = (await approver.FetchAsync($"{page}?from=2029-02-01&to=2029-03-01&format=csv")).ShouldBe(HttpStatusCode.OK).Text;
        csv.ShouldStartWith(header);
        csv.ShouldContain(one.Id);
        (await approver.FetchAsync($"{page}?from=2029-02-01&to=2029-03-01&format=json")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain(one.Id);
        (await approver.FetchAsync($"{page}?from=2028-12-01&to=2028-12-31")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(one.Id);
    }

    private async Task<Case> DescribedAsync(HttpClient staff, string agency, params (string Race, string Learners, int Students)[] groups)
    {
        var one = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement", "IdentifiableRoster").With("legalProcess", "Subpoena")
            .With("requester.organization", agency).With("data.attributes", new JsonArray("attendance rate")));
        foreach (var (race, learners, students) in groups)
        {
            (await one.DoAsync(staff, new() { ["type"] = "DescribeStudents", ["race"] = race, ["englishLearners"] = learners, ["students"] = students }))
                .ShouldBe(HttpStatusCode.OK);
        }

        return one;
    }

    private async Task<JsonElement> ReadAsync(string year) =>
        JsonDocument.Parse((await app.Client.FetchAsync($"/api/reports/accountability/{year}")).ShouldBe(HttpStatusCode.OK).Text).RootElement;

    private static IEnumerable<JsonElement> Rows(JsonElement report) => report.GetProperty("rows").EnumerateArray();

    private static string Cell(JsonElement report, string race, string learners) => Rows(report)
        .Single(row => row.GetProperty("group").GetString() == race && row.GetProperty("englishLearners").GetString() == learners).GetProperty("requested").ToString();
}
