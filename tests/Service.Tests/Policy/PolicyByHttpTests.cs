using System.Net;
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
        var history = (await admin.FetchAsync("/api/admin/policy/history")).ShouldBe(HttpStatusCode.OK).Json;
        history.GetArrayLength().ShouldBe(2);
        history[0].GetProperty("by").GetString().ShouldBe("Ad Min");
    }
}
