using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Service.Tests.Api;
using Service.Tests.Files;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Wording;

/// <summary>
/// LTR-2018: whatever is planted through whatever door, the storage, the mail and the logs hold nobody's immigration or citizenship status
/// afterwards. And a writer is asked about words that characterise a person (policy section 5).
/// </summary>
public sealed class PlantedWordsTests(AppFixture app) : IClassFixture<AppFixture>
{
    // Words that the product itself writes nowhere.
    private static readonly string[] Planted =
        ["undocumented", "indocumentad", "green card", "移民身份", "quốc tịch", "جنسية", "estati imigrasyon", "situação migratória", "visa type", "1mmigrati0n status"];

    private static readonly string Sentence = string.Join(". ", Planted.Select(word => $"His {word}")) + ".";

    [Fact]
    public async Task Nothing_that_is_planted_through_any_door_is_kept_mailed_or_logged()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var logged = new Logged();
        var body = Asked.Plain().With("purpose", $"A study. {Sentence}").With("audience", $"The council. {Sentence}").With("data.scope", $"Attendance by grade. {Sentence}")
            .With("data.population", $"Grade 9. {Sentence}").With("data.attributes", new JsonArray(["ferry riders", .. Planted.Select(word => (JsonNode)word)]))
            .With("data.studentIds", new JsonArray("undocumented"));
        (await app.Client.SendAsync("/api/triage", body.DeepClone())).ShouldBe(HttpStatusCode.OK);
        var submitted = (await app.Client.SendAsync("/api/requests", body.DeepClone(), key: "undocumented-1")).ShouldBe(HttpStatusCode.Created);
        submitted["decision"].GetProperty("refusedAttributes").GetArrayLength().ShouldBe(Planted.Length, "the requester reads what was refused, as typed");
        var again = (await app.Client.SendAsync("/api/requests", body.DeepClone(), key: "undocumented-1")).ShouldBe(HttpStatusCode.Created);
        again.String("id").ShouldBe(submitted.String("id"));
        again["decision"].GetProperty("refusedAttributes").GetRawText().ShouldBe(submitted["decision"].GetProperty("refusedAttributes").GetRawText());

        foreach (var (path, text) in new[] { ("requester.name", "Rita, undocumented"), ("requester.organization", "Parents, immigration status pending") })
        {
            (await app.Client.SendAsync("/api/requests", Asked.Plain().With(path, text))).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([path]);
        }

        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        await PlantByStaffAsync(one, analyst);
        await PlantByRequesterAsync(one, analyst);
        await PlantByFilesAsync(one, analyst);
        await PlantByPageAsync();
        (await one.Requester.SendAsync($"{one.Path}/withdrawal", new JsonObject { ["reason"] = $"Moved away. {Sentence}" })).ShouldBe(HttpStatusCode.OK);
        await app.AdvanceAsync("P30D");

        var kept = await Everything.InAsync(app.Storage, cancel);
        kept.ShouldContain("ferry riders");
        var mail = string.Concat((await app.MailboxAsync("rita@example.org")).Concat(await app.MailboxAsync("")).Select(one => one.GetRawText()));
        mail.Length.ShouldBeGreaterThan(500);
        var log = logged.Text;
        log.ShouldContain("/api/requests", customMessage: "nothing was heard of the log");
        foreach (var word in Planted)
        {
            Holds(kept, word).ShouldBeFalse($"storage holds {word}: {Around(kept, word)}");
            Holds(mail, word).ShouldBeFalse($"mail holds {word}: {Around(mail, word)}");
            Holds(log, word).ShouldBeFalse($"logs hold {word}: {Around(log, word)}");
        }
    }

    [Fact]
    public async Task Characterisations_are_sent_back_until_they_are_confirmed_and_ordinary_words_never_are()
    {
        var body = Asked.Plain().With("purpose", "To find the gang members of grade 9");
        var refused = (await app.Client.SendAsync("/api/requests", body.DeepClone())).ShouldBe(HttpStatusCode.BadRequest);
        refused.Wrong.ShouldBe(["purpose"]);
        refused.Text.ShouldContain("gang members");
        (await app.Client.SendAsync("/api/triage", body.DeepClone())).ShouldBe(HttpStatusCode.OK);
        (await app.Client.SendAsync("/api/requests", body.With("confirmedWording", true))).ShouldBe(HttpStatusCode.Created);

        var (one, analyst) = await Case.AssignedAsync(app, Asked.Plain());
        (await one.DoAsync(analyst, new() { ["type"] = "Note", ["text"] = "Un pandillero" })).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["text"]);
        (await one.DoAsync(analyst, new() { ["type"] = "Note", ["text"] = "Un pandillero", ["confirmedWording"] = true })).ShouldBe(HttpStatusCode.OK);
        (await one.DoAsync(analyst, new() { ["type"] = "Note", ["text"] = "Two students argued." })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task PlantByStaffAsync(Case one, HttpClient analyst)
    {
        JsonObject[] refused =
        [
            new() { ["type"] = "AskClarification", ["question"] = Sentence },
            new() { ["type"] = "EstimateFee", ["hours"] = 3, ["records"] = 1, ["note"] = Sentence },
            new() { ["type"] = "Reroute", ["office"] = "LegalAdvisor", ["reason"] = Sentence },
            new() { ["type"] = "Extend", ["businessDays"] = 2, ["reason"] = Sentence },
            new() { ["type"] = "Deny", ["reason"] = Sentence, ["alternative"] = "Counts" },
            new() { ["type"] = "Deny", ["reason"] = "No", ["alternative"] = Sentence },
            new() { ["type"] = "Assign", ["assignee"] = "undocumented" },
        ];
        foreach (var command in refused)
        {
            (await one.DoAsync(analyst, command)).ShouldBe(HttpStatusCode.BadRequest).Wrong.Count.ShouldBe(1, command.ToJsonString());
        }

        (await one.DoAsync(analyst, new() { ["type"] = "Note", ["text"] = $"Called today. {Sentence}" })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task PlantByRequesterAsync(Case one, HttpClient analyst)
    {
        (await one.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which grades?" })).ShouldBe(HttpStatusCode.OK);
        (await one.Requester.SendAsync($"{one.Path}/answers", new JsonObject { ["text"] = $"Grade 9. {Sentence}" })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task PlantByFilesAsync(Case one, HttpClient analyst)
    {
        (await one.Requester.UploadAsync($"{one.Path}/documents", "list.csv", "name,grade\nAvery,9\nBlake,undocumented\n", "Other")).ShouldBe(HttpStatusCode.BadRequest)
            .Wrong.ShouldBe(["file"]);
        (await one.Requester.UploadAsync($"{one.Path}/documents", "undocumented.txt", "A list", "Other")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["file"]);
        (await one.Requester.UploadAsync($"{one.Path}/documents", "letter.txt", "学生的移民身份", "Other")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["file"]);
        (await one.Requester.UploadAsync($"{one.Path}/documents", "letter.txt", "We serve all regardless of immigration status.", "Other")).ShouldBe(HttpStatusCode.OK);

        var blocked = (await analyst.UploadAsync($"{one.Path}/deliverables", "rates.csv", "Grade,Visa type\n9,F-1\n")).ShouldBe(HttpStatusCode.Created);
        blocked["check"].GetProperty("verdict").GetString().ShouldBe("Block");
        blocked.Text.ShouldNotContain("Visa type");
        (await analyst.UploadAsync($"{one.Path}/deliverables", "undocumented.csv", "Grade,Students\n9,20\n")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["file"]);
    }

    private async Task PlantByPageAsync()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        var page = await browser.GetStringAsync("/request", TestContext.Current.CancellationToken);
        var key = page.Split("name=\"form-key\"")[1].Split("value=\"")[1].Split('"')[0];
        var form = new Dictionary<string, string>
        {
            ["form-key"] = WebUtility.HtmlDecode(key), ["step"] = "Review", ["go"] = "send", ["requester.kind"] = "Public", ["requester.name"] = "Rita Quester",
            ["requester.email"] = "rita@example.org", ["data.level"] = "Aggregate", ["data.scope"] = $"Attendance by grade. {Sentence}", ["purpose"] = Sentence,
            ["audience"] = "All", ["data.attributes"] = string.Join('\n', Planted),
        };
        using var answer = await browser.PostAsync("/request", new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static bool Holds(string all, string word) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(all, word, CompareOptions.OrdinalIgnoreCase) >= 0;

    private static string Around(string all, string word) =>
        all.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? all[Math.Max(0, at - 200)..Math.Min(all.Length, at + 100)] : "";
}
