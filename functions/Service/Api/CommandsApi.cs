using System.Diagnostics;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Api.Commands;
using Service.Api.Views;

namespace Service.Api;

/// <summary>What staff do to a request: one body for all commands.</summary>
internal static class CommandsApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/requests/{id}/commands", ExecuteAsync).WithTags("Staff")
        .Takes<CommandForm>().Gives<RequestView>(200).Refuses(400, 401, 403, 404, 409, 422)
        .WithSummary($"Carries out a command. Types: {string.Join(", ", StaffCommandBody.Types.Keys)}.");

    private static async Task<IResult> ExecuteAsync(
        string id, HttpContext http, RequestAccess access, RequestActions actions, CancellationToken cancel)
    {
        switch (await access.OpenToStaffAsync(http, id, cancel))
        {
            case Access.Denied { Answer: var answer }:
                return answer;
            case Access.Granted { By: Actor.Staff by }:
                var body = await Body.ReadAsync(http.Request, fields => StaffCommandBody.Read(fields, by), cancel);
                return body switch
                {
                    { Problem: { } problem } => problem,
                    { Value.Command: { } command } => await actions.DoAsync(id, command, by, body.Value.ExpectedVersion, cancel),
                    _ => Problems.Forbidden(),
                };
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What the document says of the body: the fields that every command has. The others depend on the type.</summary>
    private sealed record CommandForm(string Type, int ExpectedVersion);
}
