using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.SignIn;

/// <summary>The one-time code before data that names students, by HTTP. Its rules are tested in Core; here it is sent, given and refused.</summary>
public sealed class DownloadCodeTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static async Task<(Case Case, string File)> DeliveredAsync(AppFixture app, string student = "731101")
    {
        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain("SchoolLeader", "IdentifiableRoster")
            .With("requester.coversOnlyOwnStudents", true).With("data.attributes", new JsonArray("student id", "name")));
        return (one, await one.DeliverAsync(analyst, "roster.csv", $"student id,name\n{student},Pupil One\n"));
    }

    private async Task<string[]> TimelineAsync(Case one) =>
        [.. (await one.NowAsync())["timeline"].EnumerateArray().Select(entry => entry.GetProperty("type").GetString()!)];

    [Fact]
    public async Task Without_a_code_the_answer_says_how_to_get_one_and_nothing_leaves()
    {
        var (one, file) = await DeliveredAsync(app);
        var refused = (await one.FetchAsync(file, null)).ShouldBe(HttpStatusCode.Forbidden);
        refused.String("code").ShouldBe("CodeNeeded");
        refused.String("detail").ShouldContain($"POST /api/requests/{one.Id}/download-codes");
        refused.String("detail").ShouldContain("Download-Code");
        refused.Text.ShouldNotContain("731101");
        (await TimelineAsync(one)).ShouldNotContain("Downloaded");
    }

    [Fact]
    public async Task The_code_from_the_mailbox_opens_the_file_once_and_both_are_on_record()
    {
        var (one, file) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        (await one.FetchAsync(file, $" {code[..3]} {code[3..]} ")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("731101");
        (await one.FetchAsync(file, code)).ShouldBe(HttpStatusCode.Forbidden).String("code").ShouldBe("CodeEnded");
        (await TimelineAsync(one))[^2..].ShouldBe(["DownloadCodeSent", "Downloaded"]);
    }

    [Fact]
    public async Task Wrong_codes_are_on_record_and_five_of_them_end_the_right_one_too()
    {
        var (one, file) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 1; tries <= 5; tries++)
        {
            (await one.FetchAsync(file, wrong)).ShouldBe(HttpStatusCode.Forbidden).String("code").ShouldBe("CodeWrong");
        }

        (await one.FetchAsync(file, code)).ShouldBe(HttpStatusCode.Forbidden).String("code").ShouldBe("CodeEnded");
        (await TimelineAsync(one)).Count(type => type == "DownloadCodeRefused").ShouldBe(5);
    }

    [Fact]
    public async Task Many_tries_at_once_are_counted_like_many_one_after_the_other()
    {
        var (one, file) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        var wrong = Enumerable.Range(0, 24).Select(n => $"{n:D6}").Where(guess => guess != code);
        var answers = await Task.WhenAll(wrong.Select(guess => one.FetchAsync(file, guess)));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(0);
        (await TimelineAsync(one)).Count(type => type == "DownloadCodeRefused").ShouldBe(5);
        (await one.FetchAsync(file, code)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes()
    {
        var (one, file) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        await app.AdvanceAsync("PT11M");
        (await one.FetchAsync(file, code)).ShouldBe(HttpStatusCode.Forbidden).String("code").ShouldBe("CodeEnded");
        (await one.FetchAsync(file, await one.CodeAsync(file))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_opens_no_other_file_and_no_other_request()
    {
        var (one, file) = await DeliveredAsync(app);
        var (other, otherFile) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        await other.CodeAsync(otherFile);
        (await other.FetchAsync(otherFile, code)).ShouldBe(HttpStatusCode.Forbidden);
        (await other.Requester.SendAsync($"{one.Path}/download-codes", new JsonObject { ["deliverableId"] = file })).ShouldBe(HttpStatusCode.NotFound);
        (await app.Client.SendAsync($"{one.Path}/download-codes", new JsonObject { ["deliverableId"] = file })).ShouldBe(HttpStatusCode.Unauthorized);
        var staff = await app.StaffAsync("All Roles", "Analyst", "Approver", "Administrator");
        (await staff.SendAsync($"{one.Path}/download-codes", new JsonObject { ["deliverableId"] = file })).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Codes_are_not_sent_without_end()
    {
        var (one, file) = await DeliveredAsync(app);
        for (var asked = 1; asked <= 5; asked++)
        {
            (await one.Requester.SendAsync($"{one.Path}/download-codes", new JsonObject { ["deliverableId"] = file })).ShouldBe(HttpStatusCode.Accepted);
        }

        (await one.Requester.SendAsync($"{one.Path}/download-codes", new JsonObject { ["deliverableId"] = file }))
            .ShouldBe(HttpStatusCode.TooManyRequests).String("code").ShouldBe("TooManyCodes");
    }

    [Fact]
    public async Task What_names_nobody_needs_no_code_and_staff_need_none()
    {
        var (plain, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        var counts = await plain.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        (await plain.FetchAsync(counts, null)).ShouldBe(HttpStatusCode.OK);
        (await plain.Requester.SendAsync($"{plain.Path}/download-codes", new JsonObject { ["deliverableId"] = counts })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await plain.Requester.SendAsync($"{plain.Path}/download-codes", new JsonObject())).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["deliverableId"]);

        var (one, file) = await DeliveredAsync(app);
        (await analyst.FetchAsync($"{one.Path}/deliverables/{file}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_stored_events_do_not_hold_the_code()
    {
        var (one, file) = await DeliveredAsync(app);
        var code = await one.CodeAsync(file);
        var table = new Azure.Data.Tables.TableClient(app.Storage, "requests");
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == one.Id, cancellationToken: TestContext.Current.CancellationToken))
        {
            row.Select(pair => pair.Value).OfType<string>().ShouldAllBe(
                value => !Regex.IsMatch(value, $"(?<![0-9a-f.]){code}(?![0-9a-f])", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
    }
}
