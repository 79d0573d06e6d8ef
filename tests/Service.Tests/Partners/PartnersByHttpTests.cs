using System.Net;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Partners;

/// <summary>The registers in the running app. Each test makes entries of its own, so that their order does not matter.</summary>
public sealed class PartnersByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Partners = "/api/admin/registers/partners";
    private const string Approvals = "/api/admin/registers/approvals";

    [Fact]
    public async Task A_request_shows_the_staff_what_its_partner_has_and_its_requester_nothing()
    {
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        await AddAsync(admin, Partners, "name,domains,programs,schools,complete,ndaEndsOn,destructionDueOn\nKnown Partner,known.example,Tutoring; Music,Pier School,no,2099-12-31,2020-01-31\n");
        var body = Asked.Plain("CommunityPartner");
        body["requester"]!["organization"] = "The Known Partner, Inc.";
        body["requester"]!["email"] = "pat@known.example";
        body["requester"]!["partnerRegistration"] = new System.Text.Json.Nodes.JsonObject { ["complete"] = true };
        var one = await Case.SubmitAsync(app, body);

        var answer = (await admin.FetchAsync($"/api/requests/{one.Id}/partner")).ShouldBe(HttpStatusCode.OK);
        var codes = answer.Json.EnumerateArray().Select(finding => finding.GetProperty("code").GetString()).ToList();
        codes.ShouldBe(["ClaimContradicted", "DestructionOverdue", "NdaInRegister"]);
        answer.Text.ShouldContain("Tutoring, Music");
        (await one.Requester.FetchAsync($"/api/requests/{one.Id}/partner")).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        (await app.Client.FetchAsync($"/api/requests/{one.Id}/partner")).ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.FetchAsync("/api/requests/DR-NONE/partner")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_bad_file_names_every_line_and_changes_nothing_and_so_does_a_preview()
    {
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        const string Heading = "number,title,researcher,email,organization,from,until,status\n";
        await AddAsync(admin, Approvals, Heading + "R-1,A study,Re Searcher,res@uni.example,Uni,2026-01-01,2026-12-31,Approved\n");
        var before = (await admin.GetAsync(Approvals, "text/csv")).Text;
        before.ShouldContain("R-1,");

        var bad = (await admin.SendTextAsync(HttpMethod.Put, Approvals, Heading
            + "R-2,,Re Searcher,nobody,Uni,2026-12-31,2026-01-01,Maybe\nR-3,T,N,n@uni.example,Uni,2026-13-01,2026-12-31,Approved\nr-3,T,N,n@uni.example,Uni,2026-01-01,2026-12-31,Approved\n",
            "text/csv")).ShouldBe(HttpStatusCode.BadRequest);
        bad["errors"].GetProperty("line 2").GetArrayLength().ShouldBe(4, bad.Text);
        bad.Wrong.ShouldBe(["line 2", "line 3", "line 4"]);
        var preview = (await admin.SendTextAsync(HttpMethod.Put, $"{Approvals}?preview=true",
            Heading + "R-1,A study,Re Searcher,res@uni.example,Uni,2026-01-01,2026-12-31,Revoked\n", "text/csv")).ShouldBe(HttpStatusCode.OK);
        preview["inForce"].GetBoolean().ShouldBeFalse();
        preview.Text.ShouldContain("Revoked");
        (await admin.GetAsync(Approvals, "text/csv")).Text.ShouldBe(before);
        (await admin.FetchAsync($"{Approvals}/history")).ShouldBe(HttpStatusCode.OK).Json[0].GetProperty("by").GetString().ShouldBe("Ada Min");
        (await admin.FetchAsync("/api/admin/registers/nothing")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task AddAsync(HttpClient admin, string register, string text) =>
        (await admin.SendTextAsync(HttpMethod.Put, $"{register}?way=Add", text, "text/csv")).ShouldBe(HttpStatusCode.OK);
}
