using System.Net;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Audits;

/// <summary>EQUITY: audits of released requests by HTTP.</summary>
public sealed class ReleaseAuditTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_administrator_draws_a_sample_and_records_findings_that_are_chained()
    {
        await app.SetClockAsync("2027-03-01T09:00:00-05:00");
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        for (var request = 0; request < 3; request++)
        {
            var one = await Case.SubmitAsync(app, Asked.Plain());
            (await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.OK);
            await one.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        }

        JsonObject Sample(string? seed = null) => new() { ["from"] = "2027-03-01", ["to"] = "2027-03-01", ["size"] = 2, ["seed"] = seed };
        var drawn = (await admin.SendAsync("/api/audits", Sample())).ShouldBe(HttpStatusCode.Created);
        var (id, seed) = (drawn.String("id"), drawn.String("seed"));
        drawn["released"].GetInt32().ShouldBe(3);
        var requests = drawn["requests"].EnumerateArray().Select(one => one.GetProperty("requestId").GetString()!).ToList();
        requests.Count.ShouldBe(2);
        var again = (await admin.SendAsync("/api/audits", Sample(seed))).ShouldBe(HttpStatusCode.Created);
        again["requests"].EnumerateArray().Select(one => one.GetProperty("requestId").GetString()).ShouldBe(requests);

        JsonObject Finding(string request, string result, string? text = null) => new() { ["requestId"] = request, ["result"] = result, ["text"] = text };
        (await admin.SendAsync($"/api/audits/{id}/findings", Finding(requests[0], "AsItShouldBe"))).ShouldBe(HttpStatusCode.OK)["open"].GetInt32().ShouldBe(1);
        for (var time = 0; time < 2; time++)
        {
            var found = (await admin.SendAsync($"/api/audits/{id}/findings", Finding(requests[1], "Problem", "A column too many"))).ShouldBe(HttpStatusCode.OK);
            found["requests"][1].GetProperty("findings").GetArrayLength().ShouldBe(1);
        }

        (await admin.SendAsync($"/api/audits/{id}/findings", Finding(requests[0], "Mended", "Nothing was wrong"))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["result"]);
        (await admin.SendAsync($"/api/audits/{id}/findings", Finding(requests[0], "Problem", "The student is undocumented"))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["text"]);
        (await admin.SendAsync($"/api/audits/{id}/findings", Finding(requests[1], "Mended", "Recalled"))).ShouldBe(HttpStatusCode.OK)["open"].GetInt32().ShouldBe(0);
        (await admin.SendAsync("/api/audits/RA-none/findings", Finding(requests[1], "AsItShouldBe"))).ShouldBe(HttpStatusCode.NotFound);
        (await admin.FetchAsync("/api/audits?format=csv")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("A column too many");

        (await analyst.FetchAsync("/api/audits")).ShouldBe(HttpStatusCode.Forbidden);
        (await admin.FetchAsync("/api/audits/none")).ShouldBe(HttpStatusCode.NotFound);
        (await admin.FetchAsync("/api/audit/chains/release-audits")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("A column too many");
        (await admin.FetchAsync("/api/audit/verify")).ShouldBe(HttpStatusCode.OK)["ok"].GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", 5, HttpStatusCode.UnprocessableEntity, null)]
    [InlineData("2026-02-01", "2026-01-31", 5, HttpStatusCode.BadRequest, "from")]
    [InlineData("2026-01-01", "2026-01-31", 0, HttpStatusCode.BadRequest, "size")]
    public async Task A_sample_needs_days_in_which_something_was_released(string from, string to, int size, HttpStatusCode status, string? field)
    {
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        var answer = (await admin.SendAsync("/api/audits", new JsonObject { ["from"] = from, ["to"] = to, ["size"] = size })).ShouldBe(status);
        if (field is not null)
        {
            answer.Wrong.ShouldBe([field]);
        }
    }
}
