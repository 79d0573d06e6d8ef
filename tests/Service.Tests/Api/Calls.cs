using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared;

namespace Service.Tests.Api;

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement this[string name] => Json.GetProperty(name);

    public string String(string name) => this[name].GetString().ShouldNotBeNull();

    /// <summary>The paths that the problem lists under errors.</summary>
    public IReadOnlyList<string> Wrong => [.. this["errors"].EnumerateObject().Select(error => error.Name)];

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        if ((int)status >= 400)
        {
            Message.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
            Json.GetProperty("status").GetInt32().ShouldBe((int)status);
            Json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        }

        return this;
    }
}

/// <summary>Calls of the API.</summary>
internal static class Calls
{
    public static Task<Answer> GetAsync(this HttpClient client, string path, string accept) =>
        client.CallAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } });

    public static Task<Answer> FetchAsync(this HttpClient client, string path) => client.CallAsync(new(HttpMethod.Get, path));

    public static Task<Answer> SendAsync(this HttpClient client, string path, JsonNode body, string? key = null) =>
        client.SendTextAsync(HttpMethod.Post, path, body.ToJsonString(), key: key);

    public static Task<Answer> SendTextAsync(
        this HttpClient client, HttpMethod method, string path, string body, string type = "application/json", string? key = null) =>
        client.SendBytesAsync(method, path, Encoding.UTF8.GetBytes(body), type, key);

    public static Task<Answer> SendBytesAsync(
        this HttpClient client, HttpMethod method, string path, byte[] body, string type = "application/json", string? key = null)
    {
        var message = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (key is not null)
        {
            message.Headers.Add("Idempotency-Key", key);
        }

        return client.CallAsync(message);
    }

    public static Task<Answer> UploadAsync(this HttpClient client, string path, string name, string content, string? kind = null)
    {
        var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name);
        if (kind is not null)
        {
            form.Add(new StringContent(kind), "kind");
        }

        return client.CallAsync(new(HttpMethod.Post, path) { Content = form });
    }

    public static async Task<Answer> CallAsync(this HttpClient client, HttpRequestMessage message)
    {
        var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer);
    }
}

/// <summary>A submitted request and those who deal with it.</summary>
internal sealed class Case
{
    private Case(AppFixture app, string id, HttpClient requester, Answer submitted) => (App, Id, Requester, Submitted) = (app, id, requester, submitted);

    public AppFixture App { get; }
    public string Id { get; }
    public HttpClient Requester { get; }
    public Answer Submitted { get; }

    public string Path => $"/api/requests/{Id}";

    public static async Task<Case> SubmitAsync(AppFixture app, JsonObject body)
    {
        var submitted = (await app.Client.SendAsync("/api/requests", body)).ShouldBe(HttpStatusCode.Created);
        return new(app, submitted.String("id"), app.WithToken(submitted.String("accessToken")), submitted);
    }

    /// <summary>Submitted, and an analyst has it.</summary>
    public static async Task<(Case Case, HttpClient Analyst)> AssignedAsync(AppFixture app, JsonObject body)
    {
        var one = await SubmitAsync(app, body);
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        (await one.DoAsync(analyst, new() { ["type"] = "Assign", ["assignee"] = "Ana Lyst" })).ShouldBe(HttpStatusCode.OK);
        return (one, analyst);
    }

    public async Task<Answer> NowAsync() => (await Requester.FetchAsync(Path)).ShouldBe(HttpStatusCode.OK);

    public async Task<string> StatusAsync() => (await NowAsync()).String("status");

    /// <summary>A staff command on the request as it is now.</summary>
    public async Task<Answer> DoAsync(HttpClient staff, JsonObject command)
    {
        command["expectedVersion"] ??= (await NowAsync())["version"].GetInt32();
        return await staff.SendAsync($"{Path}/commands", command);
    }

    /// <summary>Asks for the one-time code of a file and reads it in the mailbox.</summary>
    public async Task<string> CodeAsync(string file, string to = "rita@example.org")
    {
        var before = (await CodesAsync(to)).Count;
        (await Requester.SendAsync($"{Path}/download-codes", new JsonObject { ["deliverableId"] = file })).ShouldBe(HttpStatusCode.Accepted);
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var codes = await CodesAsync(to);
            if (codes.Count > before)
            {
                return codes[0];
            }

            DateTime.UtcNow.ShouldBeLessThan(until, "no code came by mail");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Fetches a file as its requester, with a code.</summary>
    public Task<Answer> FetchAsync(string file, string? code)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, $"{Path}/deliverables/{file}");
        if (code is not null)
        {
            message.Headers.Add("Download-Code", code);
        }

        return Requester.CallAsync(message);
    }

    /// <summary>What came by mail about this request, of one kind, newest first.</summary>
    public async Task<IReadOnlyList<string>> MailAsync(string template, string to = "rita@example.org") =>
    [
        .. (await App.MailboxAsync(to))
            .Where(mail => mail.GetProperty("requestId").GetString() == Id && mail.GetProperty("template").GetString() == template)
            .Select(mail => mail.GetProperty("text").GetString()!),
    ];

    private async Task<IReadOnlyList<string>> CodesAsync(string to) =>
        [.. (await MailAsync("DownloadCode", to)).Select(text => System.Text.RegularExpressions.Regex.Match(text, @"\b\d{6}\b", default, TimeSpan.FromSeconds(1)).Value)];

    /// <summary>Uploads a file, expects it to pass, and delivers it.</summary>
    public async Task<string> DeliverAsync(HttpClient analyst, string name, string content)
    {
        var added = (await analyst.UploadAsync($"{Path}/deliverables", name, content)).ShouldBe(HttpStatusCode.Created);
        added["check"].GetProperty("verdict").GetString().ShouldBe("Pass", added.Text);
        var id = added.String("id");
        (await DoAsync(analyst, new() { ["type"] = "Deliver", ["deliverableIds"] = new JsonArray(id) })).ShouldBe(HttpStatusCode.OK);
        return id;
    }
}
