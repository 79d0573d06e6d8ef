using Service.Roles;
using System.Net;
using System.Text.Json.Nodes;
using Service.Api.Commands;
using Shared;

namespace Service.Tests.Api;

/// <summary>Who gets in where, cell by cell.</summary>
public sealed class AccessTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Unknown = "/api/requests/DR-0000-0000-0000";

    private static readonly string[] Reports =
        ["/api/queue", "/api/sla/summary", "/api/sla/breaches", "/api/reports/disclosures", "/api/reports/law-enforcement", "/api/audit/verify"];

    [Fact]
    public async Task Staff_pages_of_the_api_are_for_staff()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        foreach (var path in Reports)
        {
            (await app.Client.FetchAsync(path)).ShouldBe(HttpStatusCode.Unauthorized).Message.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
            (await app.WithToken("garbage").FetchAsync(path)).ShouldBe(HttpStatusCode.Unauthorized);
            (await one.Requester.FetchAsync(path)).ShouldBe(HttpStatusCode.Unauthorized);
            (await (await app.StaffAsync("No Role")).FetchAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
            foreach (var role in new[] { "Analyst", "Approver", "Administrator" })
            {
                (await (await app.StaffAsync("Some Body", role)).FetchAsync(path)).ShouldBe(HttpStatusCode.OK);
            }
        }
    }

    [Theory]
    [InlineData("/api/admin/calendar")]
    [InlineData("/api/admin/policy")]
    public async Task Calendar_and_policy_are_for_administrators(string path)
    {
        (await app.Client.FetchAsync(path)).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var role in new[] { "Analyst", "Approver" })
        {
            var client = await app.StaffAsync("Some Body", role);
            (await client.FetchAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
            (await client.SendTextAsync(HttpMethod.Put, path, "x", "text/plain")).ShouldBe(HttpStatusCode.Forbidden);
        }

        (await (await app.StaffAsync("Ad Min", "Administrator")).FetchAsync(path)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_opens_to_its_requester_and_to_staff_and_does_not_exist_for_others()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var other = await Case.SubmitAsync(app, Asked.Plain());

        (await one.Requester.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK);
        foreach (var role in new[] { "Analyst", "Approver", "Administrator" })
        {
            var staff = await app.StaffAsync("Some Body", role);
            (await staff.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK)["submission"].GetProperty("purpose").GetString().ShouldNotBeNull();
            (await staff.FetchAsync(Unknown)).ShouldBe(HttpStatusCode.NotFound);
        }

        (await app.Client.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Client.FetchAsync(Unknown)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.WithToken("garbage").FetchAsync(one.Path)).ShouldBe(HttpStatusCode.Unauthorized);

        var foreign = (await other.Requester.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.NotFound);
        var missing = (await other.Requester.FetchAsync(Unknown)).ShouldBe(HttpStatusCode.NotFound);
        var odd = (await other.Requester.FetchAsync("/api/requests/%27%20or%201%20eq%201")).ShouldBe(HttpStatusCode.NotFound);
        foreign.Text.ShouldBe(missing.Text);
        odd.Text.ShouldBe(missing.Text);
    }

    [Theory]
    [InlineData("DR-0000-0000-0000%0A")]
    [InlineData("..%2F..%2Frequests")]
    [InlineData("%ED%A0%80")]
    [InlineData("DR-0000-0000-0000%23")]
    public async Task What_cannot_be_an_id_is_not_found(string id)
    {
        var staff = await app.StaffAsync("All Roles", "Analyst", "Approver", "Administrator");
        (await staff.FetchAsync($"/api/requests/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await staff.SendAsync($"/api/requests/{id}/commands", new JsonObject { ["type"] = "Close", ["expectedVersion"] = 1 })).ShouldBe(HttpStatusCode.NotFound);
        (await staff.FetchAsync($"/api/requests/{id}/deliverables/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_requester_sees_nothing_that_is_for_staff()
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        (await one.DoAsync(analyst, new() { ["type"] = "Note", ["text"] = "Between ourselves" })).ShouldBe(HttpStatusCode.OK);
        await analyst.UploadAsync($"{one.Path}/deliverables", "draft.csv", "grade,ferry riders\n9,40\n");

        var seen = await one.NowAsync();
        seen.Text.ShouldNotContain("Between ourselves");
        seen.Text.ShouldNotContain("Ana Lyst");
        seen.Text.ShouldNotContain("draft.csv");
        seen.Json.TryGetProperty("submission", out _).ShouldBeFalse();
        var office = await analyst.FetchAsync(one.Path);
        office.Text.ShouldContain("Between ourselves");
        office["deliverables"][0].GetProperty("check").GetProperty("verdict").GetString().ShouldBe("Pass", office.Text);
    }

    [Fact]
    public async Task Nobody_acts_for_a_requester()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var other = await Case.SubmitAsync(app, Asked.Plain());
        var staff = await app.StaffAsync("All Roles", "Analyst", "Approver", "Administrator");
        (string Path, JsonObject Body)[] acts =
        [
            ("answers", new() { ["text"] = "Yes." }),
            ("fee-decision", new() { ["accept"] = true }),
            ("nda-signature", new() { ["fullName"] = "R", ["title"] = "T", ["agreed"] = true }),
            ("withdrawal", new() { ["reason"] = "So." }),
            ("destruction-attestation", new() { ["fullName"] = "R", ["method"] = "Shredded." }),
        ];
        foreach (var (path, body) in acts)
        {
            (await app.Client.SendAsync($"{one.Path}/{path}", body.DeepClone())).ShouldBe(HttpStatusCode.Unauthorized);
            (await staff.SendAsync($"{one.Path}/{path}", body.DeepClone())).ShouldBe(HttpStatusCode.Forbidden);
            (await staff.SendAsync($"{Unknown}/{path}", body.DeepClone())).ShouldBe(HttpStatusCode.NotFound);
            (await other.Requester.SendAsync($"{one.Path}/{path}", body.DeepClone())).ShouldBe(HttpStatusCode.NotFound);
        }

        (await staff.UploadAsync($"{one.Path}/documents", "consent.pdf", "x", "FamilyConsent")).ShouldBe(HttpStatusCode.Forbidden);
        (await other.Requester.UploadAsync($"{one.Path}/documents", "consent.pdf", "x", "FamilyConsent")).ShouldBe(HttpStatusCode.NotFound);
        (await one.NowAsync())["version"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Commands_are_for_the_roles_of_the_table()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        foreach (var role in new[] { "Analyst", "Approver", "Administrator" })
        {
            var staff = await app.StaffAsync("Some Body", role);
            foreach (var (type, (command, _)) in StaffCommandBody.Types)
            {
                // With an old version and no fields nothing can happen: 400 says that the role was let in, 403 that it was not.
                var answer = await staff.SendAsync($"{one.Path}/commands", new JsonObject { ["type"] = type });
                var allowed = CommandPermissions.Table[command].Any(one => one.ToString() == role);
                answer.Status.ShouldBe(allowed ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{role}: {type}");
                (await staff.SendAsync($"{Unknown}/commands", new JsonObject { ["type"] = type })).ShouldBe(HttpStatusCode.NotFound);
            }
        }

        (await one.Requester.SendAsync($"{one.Path}/commands", new JsonObject { ["type"] = "Close" })).ShouldBe(HttpStatusCode.Forbidden);
        (await app.Client.SendAsync($"{one.Path}/commands", new JsonObject { ["type"] = "Close" })).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_approvers_approve_and_only_the_daily_roles_upload()
    {
        CommandPermissions.Table[typeof(Core.Requests.RequestCommand.Approve)].ShouldBe([Core.Requests.StaffRole.Approver]);
        CommandPermissions.Table[typeof(Core.Requests.RequestCommand.OverrideCheck)].ShouldBe([Core.Requests.StaffRole.Approver]);

        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var approver = await app.StaffAsync("Ap Prover", "Approver");
        (await approver.UploadAsync($"{one.Path}/deliverables", "a.csv", "a\n1\n")).ShouldBe(HttpStatusCode.Forbidden);
        (await one.Requester.UploadAsync($"{one.Path}/deliverables", "a.csv", "a\n1\n")).ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.UploadAsync($"{one.Path}/deliverables", "a.csv", "a\n1\n")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_page()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var answer = await app.Client.GetAsync(one.Path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Message.Headers.Location!.ToString().ShouldBe($"/requests/{one.Id}");
        (await one.Requester.GetAsync(one.Path, "application/json, text/html;q=0.5")).ShouldBe(HttpStatusCode.OK);
        one.Submitted.String("statusUrl").ShouldBe(new Uri(app.Address, one.Path).ToString());
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_browsers_heed()
    {
        foreach (var path in new[] { "/healthz", "/api/queue", "/api/nowhere", "/openapi/v1.json", "/docs", "/" })
        {
            var answer = await app.Client.FetchAsync(path);
            var headers = answer.Message.Headers;
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'", customMessage: path);
        }
    }
}
