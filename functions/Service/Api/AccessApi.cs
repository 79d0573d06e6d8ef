using System.Diagnostics;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Desk;
using Service.SignIn.Renewal;

namespace Service.Api;

/// <summary>The answer to asking for a code.</summary>
/// <param name="DeliverableId">The file it opens.</param>
/// <param name="ExpiresAt">It opens nothing from then on.</param>
internal sealed record CodeSentView(string DeliverableId, Instant ExpiresAt);

/// <summary>A requester's way in: a new link where theirs is lost, and the one-time code before data that names students.</summary>
internal static class AccessApi
{
    /// <summary>The header that carries a code with a download.</summary>
    public const string CodeHeader = "Download-Code";

    private const int LongestEmail = 254;
    private const int LongestId = 64;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/link-renewals", RenewAsync).Takes<RenewalBody>().Produces(202).Refuses(400, 429).WithTags("A requester's own request")
            .WithSummary("Sends new links by e-mail; older ones open nothing any more. The answer is the same whether there is anything to send or not.");
        api.MapPost("/requests/{id}/download-codes", SendCodeAsync).Takes<CodeBody>().Gives<CodeSentView>(202).Refuses(400, 401, 403, 404, 422, 429)
            .WithTags("A requester's own request")
            .WithSummary($"Sends a one-time code by e-mail for a file that names students; give it with the download in the header {CodeHeader}.");
    }

    /// <summary>A refusal about a code, with what a program does about it.</summary>
    public static IResult CodeProblem(Refusal refusal, string requestId, string deliverableId) => Problems.Of(new Problem(
        StatusCodes.Status403Forbidden, "A one-time code is needed",
        $"{refusal.Text} Ask: POST /api/requests/{requestId}/download-codes with the deliverableId {deliverableId} as JSON. Give: the header {CodeHeader} with the download.",
        Code: refusal.Code, Source: refusal.Source));

    private static async Task<IResult> RenewAsync(HttpContext http, LinkRenewals renewals, CancellationToken cancel)
    {
        var body = await Body.ReadAsync(
            http.Request, fields => new RenewalBody(fields.Text("email", LongestEmail, required: true) ?? "", fields.Text("requestId", LongestId)), cancel);
        return body.Problem
            ?? (await renewals.AskAsync(http, body.Value!.Email, body.Value.RequestId, cancel)
                ? Results.Accepted()
                : Problems.Of(new Problem(StatusCodes.Status429TooManyRequests, "Too often", "Links were asked for too often from here; try again in an hour.")));
    }

    private static async Task<IResult> SendCodeAsync(string id, HttpContext http, RequestAccess access, RequestDesk desk, CancellationToken cancel)
    {
        if (await access.OpenToRequesterAsync(http, id, cancel) is Access.Denied { Answer: var answer })
        {
            return answer;
        }

        var body = await Body.ReadAsync(http.Request, fields => new CodeBody(fields.Text("deliverableId", LongestId, required: true) ?? ""), cancel);
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        var outcome = await desk.ExecuteAsync(id, new RequestCommand.SendDownloadCode(body.Value!.DeliverableId), Actor.Requester, expectedVersion: null, cancel);
        return outcome switch
        {
            { Refusal: { } refusal } => Problems.Of(refusal),
            { State: { } state } => Results.Json(
                new CodeSentView(body.Value.DeliverableId, DownloadCode.Of(state, body.Value.DeliverableId)?.ExpiresAt ?? throw new UnreachableException()),
                ApiJson.Options, statusCode: StatusCodes.Status202Accepted),
            _ => Problems.NotFound(),
        };
    }

    private sealed record RenewalBody(string Email, string? RequestId);
    private sealed record CodeBody(string DeliverableId);
}
