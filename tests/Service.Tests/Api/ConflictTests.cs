using System.Net;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>Repeats and races.</summary>
public sealed class ConflictTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_request()
    {
        var first = (await app.Client.SendAsync("/api/requests", Asked.Plain(), "key-1")).ShouldBe(HttpStatusCode.Created);
        var again = (await app.Client.SendAsync("/api/requests", Asked.Plain(), "key-1")).ShouldBe(HttpStatusCode.Created);
        again.Text.ShouldBe(first.Text);
        (await app.Client.SendAsync("/api/requests", Asked.Plain().With("purpose", "Another"), "key-1")).ShouldBe(HttpStatusCode.Conflict);
        (await app.Client.SendAsync("/api/requests", Asked.Plain(), "key-2")).ShouldBe(HttpStatusCode.Created).String("id").ShouldNotBe(first.String("id"));
    }

    [Fact]
    public async Task Many_at_once_with_one_key_make_one_request()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Client.SendAsync("/api/requests", Asked.Plain(), "race")));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer.String("id")).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("long")]
    public async Task A_key_has_a_length(string key) =>
        (await app.Client.SendAsync("/api/requests", Asked.Plain(), key == "long" ? new string('k', 201) : key))
            .ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["Idempotency-Key"]);

    [Fact]
    public async Task Of_two_with_the_same_version_one_is_told_that_somebody_was_faster()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => analyst.SendAsync(
            $"{one.Path}/commands", new JsonObject { ["type"] = "Assign", ["assignee"] = $"Analyst {number}", ["expectedVersion"] = 1 })));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(answer => answer.Status != HttpStatusCode.OK).ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict);
        answers.First(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(HttpStatusCode.Conflict);
        (await one.NowAsync())["version"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_state_does_not_allow_is_refused_with_a_reason()
    {
        var one = await Case.SubmitAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var answer = (await one.DoAsync(analyst, new() { ["type"] = "Close" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.String("code").ShouldBe("NotDelivered");
        answer.String("detail").ShouldNotBeNullOrEmpty();
    }
}
