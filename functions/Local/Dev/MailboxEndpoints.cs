using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Service.Portal.Layout;

namespace Local.Dev;

/// <summary>Every e-mail that left (contract, "On one machine"), as JSON and as pages.</summary>
internal static class MailboxEndpoints
{
    private const int MostFailures = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/mailbox", GetAsync);
        dev.MapGet("/mailbox/{id}", GetOneAsync);
        dev.MapPost("/mailbox/failures", PostFailuresAsync);
    }

    private static async Task<IResult> GetAsync(
        string? to, HttpContext http, DevelopmentMailbox mailbox, EmbeddedEngine engine, FrameSource frames, CancellationToken cancel)
    {
        await SettleAsync(engine, cancel);
        var mails = await mailbox.ListAsync(to, cancel);
        return DevSetup.WantsPage(http.Request)
            ? Page.Of<Pages.MailboxPage>(await frames.ForAsync(http), new Pages.MailboxView(to, mails))
            : Results.Json(mails, Json);
    }

    /// <summary>One message as its reader's program shows it, in a document that may load and run nothing.</summary>
    private static async Task<IResult> GetOneAsync(string id, HttpContext http, DevelopmentMailbox mailbox, CancellationToken cancel)
    {
        if ((await mailbox.ListAsync(null, cancel)).FirstOrDefault(mail => mail.Id == id) is not { } mail)
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-top-navigation-by-user-activation";
        return Results.Content(mail.Html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> PostFailuresAsync(HttpRequest request, MailFailures failures, CancellationToken cancel)
    {
        var (body, answer) = await DevBody.ReadAsync(request, cancel);
        if (body is not { } read)
            return answer!;
        if (!read.TryGetProperty("failNext", out var count) || count.ValueKind != JsonValueKind.Number || !count.TryGetInt32(out var next) || next is < 0 or > MostFailures)
            return DevBody.Bad("failNext", $"It must be a whole number from 0 to {MostFailures}.");
        failures.Left = next;
        return Results.Json(new { failNext = next });
    }

    // What was just asked for should be in the list; what the mail server refuses for now is not waited for.
    private static async Task SettleAsync(EmbeddedEngine engine, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await engine.DrainAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The list shows what has left by now.
        }
    }
}
