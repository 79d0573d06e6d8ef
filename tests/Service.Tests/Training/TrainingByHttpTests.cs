using System.Net;

using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Training;

/// <summary>The register in the running app. Each test enters people of its own, so that their order does not matter.</summary>
public sealed class TrainingByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Register = "/api/admin/training/register";
    private const string Heading = "name,email,office,roles,course,completedOn,validUntil\n";

    [Fact]
    public async Task A_lapsed_approver_cannot_approve_until_the_training_is_entered_and_others_can()
    {
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        await AddAsync(admin, "Lapsed Prover,lapsed@district.example,Data office,Approver,privacy,2024-01-10,2025-01-10\n");
        var one = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement"));
        var lapsed = await app.StaffAsync("Lapsed Prover", "Approver");

        var refused = (await one.DoAsync(lapsed, new() { ["type"] = "Approve" })).ShouldBe(HttpStatusCode.Forbidden);
        refused.String("code").ShouldBe("TrainingNeeded");
        refused.String("detail").ShouldContain("January 10, 2025");
        (await one.StatusAsync()).ShouldBe("AwaitingApproval");
        (await one.DoAsync(lapsed, new() { ["type"] = "Note", ["text"] = "I cannot approve it" })).ShouldBe(HttpStatusCode.OK);

        await AddAsync(admin, "Lapsed Prover,lapsed@district.example,Data office,Approver,privacy,2026-02-27,\n");
        (await one.DoAsync(lapsed, new() { ["type"] = "Approve" })).ShouldBe(HttpStatusCode.OK);

        // Nobody who is not listed is held up, as the policy that ships has it.
        var other = await Case.SubmitAsync(app, Asked.Plain("LawEnforcement"));
        (await other.DoAsync(await app.StaffAsync("Un Listed", "Approver"), new() { ["type"] = "Approve" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_bad_file_changes_nothing_a_preview_changes_nothing_and_a_good_file_comes_back_as_it_is()
    {
        var admin = await app.StaffAsync("Ada Min", "Administrator");
        await AddAsync(admin, "Kay Ept,kept@district.example,Harbor School,Analyst,privacy,2025-09-01,2026-09-01\n");
        var before = await admin.FetchAsync(Register);

        var bad = (await admin.SendTextAsync(HttpMethod.Put, Register, Heading + "A,a@district.example,O,,,,\nB,b,O,,nothing,,\n", "text/csv")).ShouldBe(HttpStatusCode.BadRequest);
        bad["errors"].GetProperty("line 3").GetArrayLength().ShouldBe(3);
        var preview = (await admin.SendTextAsync(HttpMethod.Put, Register + "?preview=true&way=Replace", Heading + "A,a@district.example,O,,,,\n", "text/csv")).ShouldBe(HttpStatusCode.OK);
        preview["inForce"].GetBoolean().ShouldBeFalse();
        preview["removed"].EnumerateArray().Select(name => name.GetString()).ShouldContain("Kay Ept");
        preview["heldUp"].EnumerateArray().Select(name => name.GetString()).ShouldContain("A");
        (await admin.FetchAsync(Register)).Text.ShouldBe(before.Text);
        before.Text.ShouldContain("\"Kay Ept\",kept@district.example,\"Harbor School\",Analyst,privacy,2025-09-01,2026-09-01");

        var csv = new HttpRequestMessage(HttpMethod.Get, "/api/admin/training/completion") { Headers = { { "Accept", "text/csv" } } };
        (await admin.CallAsync(csv)).Text.ShouldStartWith("office,people,current,endsSoon,lapsed,missing\r\n");
    }

    [Fact]
    public async Task Training_is_the_administrators_business()
    {
        foreach (var path in new[] { Register, "/api/admin/training", "/api/admin/training/completion" })
        {
            (await app.Client.FetchAsync(path)).ShouldBe(HttpStatusCode.Unauthorized);
            (await (await app.StaffAsync("Some Body", "Analyst", "Approver")).FetchAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private static async Task AddAsync(HttpClient admin, string lines)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await admin.SendTextAsync(HttpMethod.Put, Register + "?way=Add", Heading + lines, "text/csv");
            if (answer.Status != HttpStatusCode.Conflict || attempt == 5)
            {
                answer.ShouldBe(HttpStatusCode.OK);
                return;
            }
        }
    }
}
