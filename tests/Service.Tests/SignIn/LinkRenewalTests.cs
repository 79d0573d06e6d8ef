using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.SignIn;

/// <summary>New links by e-mail, and links that staff take away.</summary>
public sealed class LinkRenewalTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static JsonObject Of(string email) => Asked.Plain().With("requester.email", email);

    private Task<Answer> AskAsync(string email, string? id = null) =>
        app.Client.SendAsync("/api/link-renewals", new JsonObject { ["email"] = email, ["requestId"] = id });

    private async Task<HttpClient> NewLinkAsync(Case one, string email, int count = 1)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var mails = await one.MailAsync("LinkRenewed", email);
            if (mails.Count >= count)
            {
                return app.WithToken(Regex.Match(mails[0], "token=([A-Za-z0-9_-]{43})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);
            }

            DateTime.UtcNow.ShouldBeLessThan(until, "no new link came by mail");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_new_link_comes_by_mail_and_the_old_one_opens_nothing_any_more()
    {
        const string email = "renew@example.org";
        var one = await Case.SubmitAsync(app, Of(email));
        (await AskAsync(" Renew@Example.org ", one.Id.ToLowerInvariant())).ShouldBe(HttpStatusCode.Accepted);
        var renewed = await NewLinkAsync(one, email);
        (await renewed.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK)["timeline"].EnumerateArray()
            .ShouldContain(entry => entry.GetProperty("type").GetString() == "AccessRenewed");
        (await one.Requester.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await one.Requester.SendAsync($"{one.Path}/withdrawal", new JsonObject())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_number_each_request_of_the_address_gets_its_link()
    {
        const string email = "several@example.org";
        var (one, other) = (await Case.SubmitAsync(app, Of(email)), await Case.SubmitAsync(app, Of(email)));
        (await AskAsync(email)).ShouldBe(HttpStatusCode.Accepted);
        (await (await NewLinkAsync(one, email)).FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK);
        (await (await NewLinkAsync(other, email)).FetchAsync(other.Path)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_such_a_request()
    {
        const string email = "known@example.org";
        var one = await Case.SubmitAsync(app, Of(email));
        var answers = new[]
        {
            await AskAsync(email, one.Id), await AskAsync("nobody@example.org", one.Id), await AskAsync(email, "DR-0000-0000-0000"),
            await AskAsync("nobody@example.org"), await AskAsync(email, "no number at all"),
        };
        foreach (var answer in answers)
        {
            answer.ShouldBe(HttpStatusCode.Accepted).Text.ShouldBeEmpty();
            answer.Message.Headers.Select(header => header.Key).ShouldBe(answers[0].Message.Headers.Select(header => header.Key));
        }

        // Another's address with this number changed nothing for its requester.
        await NewLinkAsync(one, email);
        (await app.MailboxAsync("nobody@example.org")).ShouldBeEmpty();
        (await one.MailAsync("LinkRenewed", email)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_flooded()
    {
        const string email = "flooded@example.org";
        var one = await Case.SubmitAsync(app, Of(email));
        for (var asked = 1; asked <= 8; asked++)
        {
            (await AskAsync(email, one.Id)).ShouldBe(HttpStatusCode.Accepted);
        }

        await app.AdvanceAsync("PT1M");
        (await one.MailAsync("LinkRenewed", email)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Staff_take_a_link_away_and_only_they_give_a_new_one()
    {
        const string email = "revoked@example.org";
        var one = await Case.SubmitAsync(app, Of(email));
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await one.DoAsync(analyst, new() { ["type"] = "RevokeAccess" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["reason"]);
        (await one.DoAsync(analyst, new() { ["type"] = "RevokeAccess", ["reason"] = "It was passed on." })).ShouldBe(HttpStatusCode.OK)
            ["timeline"].EnumerateArray().Last().GetProperty("text").GetString()!.ShouldContain("It was passed on.");
        (await one.Requester.FetchAsync(one.Path)).ShouldBe(HttpStatusCode.NotFound);

        (await AskAsync(email, one.Id)).ShouldBe(HttpStatusCode.Accepted);
        await app.AdvanceAsync("PT1M");
        (await one.MailAsync("LinkRenewed", email)).ShouldBeEmpty();

        var version = (await analyst.FetchAsync(one.Path))["version"].GetInt32();
        (await analyst.SendAsync($"{one.Path}/commands", new JsonObject { ["type"] = "RenewAccess", ["expectedVersion"] = version })).ShouldBe(HttpStatusCode.OK);
        (await (await NewLinkAsync(one, email)).FetchAsync(one.Path)).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("It was passed on.");
        (await (await app.StaffAsync("Ap Prover", "Approver")).SendAsync($"{one.Path}/commands", new JsonObject { ["type"] = "RevokeAccess" }))
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("{}", "email")]
    [InlineData("""{"email":7}""", "email")]
    [InlineData("""{"email":"a@example.org","requestId":[]}""", "requestId")]
    public async Task What_is_wrong_is_named(string body, string field) =>
        (await app.Client.SendTextAsync(HttpMethod.Post, "/api/link-renewals", body)).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([field]);

    [Fact]
    public async Task Neither_index_nor_counts_name_anybody()
    {
        const string email = "unnamed@example.org";
        await Case.SubmitAsync(app, Of(email));
        await AskAsync(email);
        foreach (var name in new[] { "requesters", "attempts" })
        {
            await foreach (var row in new TableClient(app.Storage, name).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                string.Join(' ', row.Select(pair => $"{pair.Key}={pair.Value}")).ShouldNotContain("example.org");
            }
        }
    }
}
