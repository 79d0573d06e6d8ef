using System.Net;
using System.Text.RegularExpressions;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Policy;

/// <summary>A change of the policy in the running app, looked at before it is in force.</summary>
public sealed class PolicyByHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_preview_says_what_changes_for_open_requests_and_a_clock_keeps_the_days_it_was_started_with()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var admin = await app.StaffAsync("Ad Min", "Administrator");
        var due = (await one.NowAsync()).String("dueAt");
        var text = (await admin.FetchAsync("/api/admin/policy")).ShouldBe(HttpStatusCode.OK).Text;
        var other = text
            .Replace("\"breachAfter\": 5", "\"breachAfter\": 7", StringComparison.Ordinal)
            .Replace("\"standard\": 15", "\"standard\": 20", StringComparison.Ordinal);

        var preview = (await admin.SendTextAsync(HttpMethod.Post, "/api/admin/policy/preview", other)).ShouldBe(HttpStatusCode.OK);
        preview["differences"].EnumerateArray().Select(one => one.GetProperty("setting").GetString()).Order()
            .ShouldBe(["clarification.breachAfter", "fulfilment.standard"]);
        var concerned = preview["requests"].EnumerateArray().Single(request => request.GetProperty("id").GetString() == one.Id);
        concerned.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("what").GetString()).ShouldBe(["Reaching out counts as late"]);
        (await admin.FetchAsync("/api/admin/policy")).Text.ShouldBe(text);
        (await admin.SendTextAsync(HttpMethod.Post, "/api/admin/policy/preview", text.Replace("\"standard\": 15", "\"standard\": 0", StringComparison.Ordinal)))
            .ShouldBe(HttpStatusCode.BadRequest).Text.ShouldContain("fulfilment.standard");

        (await admin.SendTextAsync(HttpMethod.Put, "/api/admin/policy", other)).ShouldBe(HttpStatusCode.OK);
        (await one.NowAsync()).String("dueAt").ShouldBe(due);
        var later = await Case.SubmitAsync(app, Asked.Plain());
        DateTimeOffset.Parse((await later.NowAsync()).String("dueAt")).ShouldBeGreaterThan(DateTimeOffset.Parse(due));
        // What is started from now on names the new policy; what was started before still names the old one.
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" });
        (await one.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which year?" })).ShouldBe(HttpStatusCode.OK);
        var page = (await analyst.FetchAsync($"/staff/requests/{one.Id}")).ShouldBe(HttpStatusCode.OK).Text;
        VersionOf(page, "Reaching out to the requester").ShouldBe("version 1");
        VersionOf(page, "The answer to a question").ShouldBe("version 2");
        var history = (await admin.FetchAsync("/api/admin/policy/history")).ShouldBe(HttpStatusCode.OK).Json;
        history.GetArrayLength().ShouldBe(2);
        history[0].GetProperty("by").GetString().ShouldBe("Ad Min");
    }

    private static string VersionOf(string page, string clock) =>
        Regex.Match(page, $"{clock}</th>.*?(version \\d+)", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;
}
