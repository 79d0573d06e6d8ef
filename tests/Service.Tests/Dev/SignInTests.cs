using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shared;

namespace Service.Tests.Dev;

public sealed class SignInTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_token_opens_the_queue_and_no_token_does_not()
    {
        using var ana = await app.StaffAsync("Ana Lyst", "Analyst");
        (await ana.GetAsync("/api/queue")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Client.GetAsync("/api/queue")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"roles":["Analyst"]}""", "name")]
    [InlineData("""{"name":" ","roles":["Analyst"]}""", "name")]
    [InlineData("""{"name":"Ana Lyst"}""", "roles")]
    [InlineData("""{"name":"Ana Lyst","roles":"Analyst"}""", "roles")]
    [InlineData("""{"name":"Ana Lyst","roles":["Janitor"]}""", "roles")]
    [InlineData("""{"name":"Ana Lyst","roles":["0"]}""", "roles")]
    [InlineData("""{"name":"Ana Lyst","roles":[null]}""", "roles")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        using var answer = await app.Client.PostAsync("/dev/sign-in", new StringContent(body, null, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }
}
