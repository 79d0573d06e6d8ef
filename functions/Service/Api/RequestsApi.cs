using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Api.Views;

namespace Service.Api;

/// <summary>A requester's own request: what they read and what they do. Staff may read it too; they never act for the requester.</summary>
internal static class RequestsApi
{
    private const int Line = 200;
    private const int Prose = 4_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/requests/{id}").WithTags("A requester's own request");
        group.MapGet("", ShowAsync).Gives<RequestView>(200).Refuses(401, 404)
            .WithSummary("Where the request stands. A browser is sent to its page.");
        Command<AnswerBody>(group, "answers", "Answers the open question.",
            body => new RequestCommand.Answer(body.Text("text", Prose, required: true, lines: true)!));
        Command<FeeBody>(group, "fee-decision", "Accepts or declines the fee.",
            body => new RequestCommand.DecideFee(body.Flag("accept", required: true).GetValueOrDefault()));
        Command<SignatureBody>(group, "nda-signature", "Signs the agreement.", body => new RequestCommand.SignNda(
            body.Text("fullName", Line, required: true)!, body.Text("title", Line, required: true)!,
            body.Flag("agreed", required: true).GetValueOrDefault()));
        Command<WithdrawalBody>(group, "withdrawal", "Withdraws the request.",
            body => new RequestCommand.Withdraw(body.Text("reason", Prose, lines: true)));
        Command<AttestationBody>(group, "destruction-attestation", "Attests that the data was destroyed.",
            body => new RequestCommand.AttestDestruction(
                body.Text("fullName", Line, required: true)!, body.Text("method", Prose, required: true, lines: true)!));
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpContext http, RequestAccess access, RequestActions actions, CancellationToken cancel)
    {
        http.Response.Headers.Vary = "Accept";
        if (PrefersPage(http.Request))
        {
            return Results.Redirect($"{http.Request.PathBase}/requests/{Uri.EscapeDataString(id)}");
        }

        return await access.OpenAsync(http, id, cancel) switch
        {
            Access.Granted { State: var state, By: var by } => await actions.ShowAsync(state, by, cancel),
            Access.Denied { Answer: var answer } => answer,
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static void Command<TBody>(RouteGroupBuilder group, string path, string summary, Func<BodyObject, RequestCommand> read) =>
        group.MapPost(path, async (string id, HttpContext http, RequestAccess access, RequestActions actions, CancellationToken cancel) =>
        {
            if (await access.OpenToRequesterAsync(http, id, cancel) is Access.Denied { Answer: var answer })
            {
                return answer;
            }

            var body = await Body.ReadAsync(
                http.Request, fields => read(fields) with { ConfirmedWording = fields.Flag(SubmissionBody.ConfirmedWording) == true }, cancel);
            return body.Problem ?? await actions.DoAsync(id, body.Value!, Actor.Requester, expectedVersion: null, cancel);
        }).Takes<TBody>().Gives<RequestView>(200).Refuses(400, 401, 403, 404, 409, 422).WithSummary(summary);

    /// <summary>A browser's address bar asks for HTML before anything else; programs do not.</summary>
    private static bool PrefersPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var html = accepted.Where(type => type.MediaType == "text/html").Max(type => (double?)(type.Quality ?? 1));
        var json = accepted.Where(type => type.MediaType == "application/json").Max(type => (double?)(type.Quality ?? 1));
        return html > 0 && !(json >= html);
    }

    private sealed record AnswerBody(string Text);
    private sealed record FeeBody(bool Accept);
    private sealed record SignatureBody(string FullName, string Title, bool Agreed);
    private sealed record WithdrawalBody(string? Reason);
    private sealed record AttestationBody(string FullName, string Method);
}
