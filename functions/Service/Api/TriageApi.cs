using Core.Requests;
using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Desk;

namespace Service.Api;

/// <summary>The answer to a submission. Where a published dataset answers it nothing is stored, and there is no id and no token.</summary>
internal sealed record SubmittedView(string? Id, RequestStatus Status, string? StatusUrl, string? AccessToken, Decision Decision);

/// <summary>Triage and submission: no sign-in.</summary>
internal static class TriageApi
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Triage and submission");
        group.MapPost("/triage", TriageAsync).Takes<Submission>().Gives<Decision>(200).Refuses(400)
            .WithSummary("Says where a submission would go, and why. Nothing is stored.");
        group.MapPost("/requests", SubmitAsync).Takes<Submission>().Gives<SubmittedView>(201).Refuses(400, 409)
            .TakesHeader(KeyHeader, "The same key and body give the same request; the same key with another body is a conflict.")
            .WithSummary("Submits a request. Without an id where a published dataset answers it: nothing is stored then.");
    }

    private static async Task<IResult> TriageAsync(HttpRequest request, RequestDesk desk, CancellationToken cancel)
    {
        var body = await Body.ReadAsync(request, SubmissionBody.Read, cancel);
        return body.Problem ?? Results.Json(await desk.TriageAsync(body.Value!, cancel), ApiJson.Options);
    }

    private static async Task<IResult> SubmitAsync(HttpRequest request, RequestDesk desk, CancellationToken cancel)
    {
        var key = request.Headers[KeyHeader].ToString();
        if (request.Headers.ContainsKey(KeyHeader) && key.Trim() is { Length: 0 or > LongestKey })
        {
            return Problems.BadInput(KeyHeader, $"The key must be 1 to {LongestKey} characters long.");
        }

        var body = await Body.ReadAsync(request, SubmissionBody.Read, cancel);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var (state, token, decision, refusal) = await desk.SubmitAsync(body.Value!, key.Length > 0 ? key.Trim() : null, cancel);
        if (refusal is not null)
        {
            return Problems.Of(refusal);
        }

        if (state is null)
        {
            // Nothing is stored but the count (policy section 3, rule 6); the answer's shape and status are the contract's all the same.
            return Results.Json(
                new SubmittedView(null, RequestStatus.Redirected, null, null, decision), ApiJson.Options, statusCode: StatusCodes.Status201Created);
        }

        var path = $"{request.PathBase}/api/requests/{state.Id}";
        var view = new SubmittedView(state.Id, Standing.StatusOf(state), $"{request.Scheme}://{request.Host}{path}", token, decision);
        request.HttpContext.Response.Headers.Location = path;
        return Results.Json(view, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
