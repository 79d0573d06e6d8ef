using Core.Audits;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Audits;
using Service.Reports;
using Service.SignIn;

namespace Service.Api;

/// <summary>A sample to be drawn.</summary>
/// <param name="From">The first day of release.</param>
/// <param name="To">The last.</param>
/// <param name="Size">How many requests.</param>
/// <param name="Seed">For drawing an earlier sample again; a new one is made where it is not given.</param>
internal sealed record SampleBody(LocalDate From, LocalDate To, int Size, string? Seed);

/// <summary>A finding to be recorded.</summary>
/// <param name="RequestId">A request of the sample.</param>
/// <param name="Result">What was found.</param>
/// <param name="Text">In words; needed where something was wrong.</param>
/// <param name="ConfirmedWording">Words that characterise a person must stay.</param>
internal sealed record FindingBody(string RequestId, AuditResult Result, string? Text, bool ConfirmedWording);

/// <summary>An audit.</summary>
internal sealed record ReleaseAuditView(
    string Id, Instant DrawnAt, string DrawnBy, LocalDate From, LocalDate To, int Size, string Seed, int Released, string Fingerprint, int Open, int WithProblems,
    IReadOnlyList<AuditedRequestView> Requests)
{
    public static ReleaseAuditView Of(ReleaseAudit audit) => new(
        audit.Id, audit.DrawnAt, audit.DrawnBy, audit.Sample.From, audit.Sample.To, audit.Sample.Size, audit.Sample.Seed, audit.Sample.Released,
        audit.Sample.Fingerprint, audit.Open, audit.WithProblems, [.. audit.Requests.Select(one => new AuditedRequestView(one.RequestId, one.IsOpen, one.Findings))]);
}

/// <summary>A request of a sample, with everything that was found, oldest first.</summary>
internal sealed record AuditedRequestView(string RequestId, bool IsOpen, IReadOnlyList<AuditFinding> Findings);

/// <summary>Audits of released requests: samples and findings.</summary>
internal static class ReleaseAuditsApi
{
    private const int LongestText = 4000;
    private const int LongestKey = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/audits").WithTags("Administrator");
        group.MapGet("", async (HttpRequest request, ReleaseAuditDesk desk, CancellationToken cancel) => ListAnswer(request, await desk.AllAsync(cancel)))
            .Gives<IReadOnlyList<ReleaseAuditView>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
            .WithSummary("Audits of released requests, the latest first. As CSV a line a request and finding.");
        group.MapPost("", DrawAsync).Takes<SampleBody>().Gives<ReleaseAuditView>(201).Refuses(400, 401, 403, 422)
            .WithSummary("Draws a random sample of the requests released within some days. Honours Idempotency-Key.");
        group.MapGet("/{id}", async (string id, ReleaseAuditDesk desk, CancellationToken cancel) =>
                await desk.FindAsync(id, cancel) is { } audit ? Results.Json(ReleaseAuditView.Of(audit), ApiJson.Options) : Problems.NotFound())
            .Gives<ReleaseAuditView>(200).Refuses(401, 403, 404).WithSummary("An audit with its findings.");
        group.MapPost("/{id}/findings", RecordAsync).Takes<FindingBody>().Gives<ReleaseAuditView>(200).Refuses(400, 401, 403, 404)
            .WithSummary("Records what was found about a request of the sample; earlier findings stay.");
    }

    /// <summary>All audits as JSON or CSV.</summary>
    public static IResult ListAnswer(HttpRequest request, IReadOnlyList<ReleaseAudit> audits) => Csv.IsAskedFor(request)
        ? Tables.Answer(request, "audits", audits.SelectMany(audit => audit.Requests.SelectMany(one => one.Findings.Cast<AuditFinding?>().DefaultIfEmpty().Select(
            finding => new FindingLine(
                audit.Id, audit.Sample.From, audit.Sample.To, audit.Sample.Seed, audit.Sample.Released, one.RequestId, one.IsOpen, finding?.At, finding?.By,
                finding?.Result, finding?.Text)))).ToList())
        : Tables.Answer(request, "audits", audits.Select(ReleaseAuditView.Of).ToList());

    private static async Task<IResult> DrawAsync(HttpContext http, ReleaseAuditDesk desk, CancellationToken cancel)
    {
        var read = await Body.ReadAsync(http.Request, body => new SampleBody(
            body.Date("from", required: true) ?? default, body.Date("to", required: true) ?? default, body.Number("size", required: true) ?? 0, body.Text("seed", 100)), cancel);
        if (read.Value is not { } asked)
        {
            return read.Problem!;
        }

        var key = http.Request.Headers["Idempotency-Key"] is [{ Length: > 0 and <= LongestKey } given] ? given : Guid.NewGuid().ToString("N");
        var outcome = await desk.DrawAsync(StaffSignIn.Of(http.User)!, asked.From, asked.To, asked.Size, asked.Seed, key, cancel);
        return outcome.Refusal is { } refusal
            ? Problems.Of(refusal)
            : Results.Json(ReleaseAuditView.Of(outcome.Audit!), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RecordAsync(string id, HttpContext http, ReleaseAuditDesk desk, CancellationToken cancel)
    {
        var read = await Body.ReadAsync(http.Request, body => new FindingBody(
            body.Text("requestId", 40, required: true) ?? "", body.Choice<AuditResult>("result", required: true) ?? default,
            body.Text("text", LongestText, lines: true), body.Flag("confirmedWording") ?? false), cancel);
        if (read.Value is not { } found)
        {
            return read.Problem!;
        }

        var outcome = await desk.RecordAsync(
            StaffSignIn.Of(http.User)!, id, new(found.RequestId, found.Result, found.Text), found.ConfirmedWording, key: null, cancel);
        return outcome switch
        {
            { Refusal: { } refusal } => Problems.Of(refusal),
            { Audit: { } audit } => Results.Json(ReleaseAuditView.Of(audit), ApiJson.Options),
            _ => Problems.NotFound(),
        };
    }

    private sealed record FindingLine(
        string Audit, LocalDate From, LocalDate To, string Seed, int Released, string RequestId, bool IsOpen, Instant? FoundAt, string? FoundBy, AuditResult? Result,
        string? Text);
}
