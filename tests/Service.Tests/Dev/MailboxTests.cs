using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shared;

namespace Service.Tests.Dev;

public sealed class MailboxTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_left_is_shown_with_all_the_contract_names()
    {
        await SubmitAsync("rita@example.org");
        var mail = (await app.MailboxAsync("rita@example.org")).ShouldHaveSingleItem();

        mail.EnumerateObject().Select(field => field.Name).ShouldBe(["to", "subject", "text", "html", "sentAt", "requestId", "template"], ignoreOrder: true);
        mail.GetProperty("template").GetString().ShouldBe("Confirmation");
        mail.GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
        mail.GetProperty("html").GetString()!.ShouldContain("<");
        (await app.MailboxAsync("nobody@example.org")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_fails_delays_mail_and_nothing_else()
    {
        using (var told = await app.Client.PostAsJsonAsync("/dev/mailbox/failures", new { failNext = 1 }))
            told.StatusCode.ShouldBe(HttpStatusCode.OK);
        await SubmitAsync("late@example.org");

        using var limit = new CancellationTokenSource(Patience);
        while ((await app.MailboxAsync("late@example.org")).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(250), limit.Token);
        (await app.MailboxAsync("late@example.org")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"failNext":-1}""")]
    [InlineData("""{"failNext":"2"}""")]
    [InlineData("""{}""")]
    public async Task Failures_are_counted_in_whole_numbers(string body)
    {
        using var answer = await app.Client.PostAsync("/dev/mailbox/failures", new StringContent(body, null, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task SubmitAsync(string email)
    {
        using var answer = await app.Client.PostAsJsonAsync("/api/requests", new
        {
            requester = new { name = "Rita Quester", email, kind = "Public" },
            purpose = "A report on attendance",
            audience = "The school council",
            data = new { level = "Aggregate", scope = "How many students ride the late bus" },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString().ShouldNotBeNull();
    }
}
