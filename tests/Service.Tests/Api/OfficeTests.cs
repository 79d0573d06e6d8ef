using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>What staff and administrators read and keep.</summary>
public sealed class OfficeTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_bad_policy_names_the_line_and_a_good_one_is_in_force()
    {
        var admin = await app.StaffAsync("Ad Min", "Administrator");
        var policy = (await admin.FetchAsync("/api/admin/policy")).ShouldBe(HttpStatusCode.OK).Text;
        (await admin.SendTextAsync(HttpMethod.Put, "/api/admin/policy", "{ \"version\": ")).ShouldBe(HttpStatusCode.BadRequest)
            .Wrong.ShouldAllBe(place => place.StartsWith("line ", StringComparison.Ordinal));
        (await admin.FetchAsync("/api/admin/policy")).Text.ShouldBe(policy);

        var changed = JsonNode.Parse(policy)!.AsObject();
        changed["deliverable"]!["validCalendarDays"] = 45;
        (await admin.SendTextAsync(HttpMethod.Put, "/api/admin/policy", changed.ToJsonString())).ShouldBe(HttpStatusCode.OK);
        (await admin.FetchAsync("/api/admin/policy"))["deliverable"].GetProperty("validCalendarDays").GetInt32().ShouldBe(45);
    }

    [Fact]
    public async Task The_queue_is_filtered_and_paged()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var assignee = $"Ana {Guid.NewGuid():N}";
        var ids = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            var one = await Case.SubmitAsync(app, Asked.Plain());
            (await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = assignee })).ShouldBe(HttpStatusCode.OK);
            ids.Add(one.Id);
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = (await analyst.FetchAsync(
                $"/api/queue?status=&assignee={Uri.EscapeDataString(assignee)}&pageSize=2&continuation={continuation}")).ShouldBe(HttpStatusCode.OK);
            page["items"].GetArrayLength().ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page["items"].EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            continuation = page["continuation"].GetString();
        }
        while (continuation is not null);

        seen.ShouldBe(ids, ignoreOrder: true);
        (await analyst.FetchAsync($"/api/queue?status=Closed&assignee={Uri.EscapeDataString(assignee)}"))["items"].GetArrayLength().ShouldBe(0);
        (await analyst.FetchAsync($"/api/queue?dueBefore=2020-01-01"))["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Deadlines_missed_are_counted_and_listed()
    {
        var late = await Case.SubmitAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var (done, _) = await Case.AssignedAsync(app, Asked.Plain());
        await done.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        await app.AdvanceAsync("P40D");

        var summary = (await analyst.FetchAsync("/api/sla/summary")).ShouldBe(HttpStatusCode.OK);
        summary["open"].GetInt32().ShouldBeGreaterThan(0);
        summary["breached"].GetInt32().ShouldBeGreaterThan(0);
        summary["onTimeRate"].GetDouble().ShouldBeInRange(0.01, 1);
        summary["medianBusinessDays"].ValueKind.ShouldBe(JsonValueKind.Number);
        summary["byOffice"].GetArrayLength().ShouldBeGreaterThan(0);
        summary["byKind"][0].GetProperty("kind").GetString().ShouldBe("Public");
        var breaches = (await analyst.FetchAsync("/api/sla/breaches")).ShouldBe(HttpStatusCode.OK);
        breaches.Json.EnumerateArray().Where(item => item.GetProperty("id").GetString() == late.Id)
            .Select(item => item.GetProperty("missed").GetString()).ShouldBe(["Outreach", "Fulfilment"], ignoreOrder: true);
        var csv = await analyst.GetAsync("/api/sla/breaches", "text/csv");
        csv.Text.ShouldStartWith("id,missed,");
        csv.Text.ShouldContain(late.Id);
    }

    [Fact]
    public async Task The_record_verifies_the_catalogue_answers_and_the_document_describes_the_contract()
    {
        await Case.SubmitAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var verified = (await analyst.FetchAsync("/api/audit/verify")).ShouldBe(HttpStatusCode.OK);
        verified["ok"].GetBoolean().ShouldBeTrue();
        verified["entries"].GetInt32().ShouldBeGreaterThan(0);
        verified["firstBroken"].ValueKind.ShouldBe(JsonValueKind.Null);

        var found = (await app.Client.FetchAsync("/api/catalog?q=graduation")).ShouldBe(HttpStatusCode.OK).Json;
        found[0].GetProperty("title").GetString()!.ShouldContain("raduat");
        found[0].GetProperty("category").GetString().ShouldNotBeNullOrEmpty();
        (await app.Client.FetchAsync("/healthz")).ShouldBe(HttpStatusCode.OK).String("status").ShouldBe("ok");

        var document = (await app.Client.FetchAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[]
        {
            "/api/triage", "/api/requests", "/api/catalog", "/api/requests/{id}", "/api/requests/{id}/answers", "/api/requests/{id}/fee-decision",
            "/api/requests/{id}/nda-signature", "/api/requests/{id}/documents", "/api/requests/{id}/withdrawal", "/api/requests/{id}/destruction-attestation",
            "/api/requests/{id}/deliverables", "/api/requests/{id}/deliverables/{deliverableId}", "/api/requests/{id}/commands", "/api/queue",
            "/api/sla/summary", "/api/sla/breaches", "/api/reports/disclosures", "/api/reports/law-enforcement", "/api/audit/verify",
            "/api/admin/calendar", "/api/admin/policy", "/healthz",
        })
        {
            document["paths"].TryGetProperty(path, out _).ShouldBeTrue(path);
        }
    }
}
