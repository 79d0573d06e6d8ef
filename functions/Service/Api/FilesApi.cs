using System.Diagnostics;
using Core.Release;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Api.Commands;
using Service.Api.Uploads;
using Service.Api.Views;
using Service.Deliverables;
using Service.Documents;
using Service.Roles;
using Service.Storage;

namespace Service.Api;

/// <summary>The answer to an uploaded file: its id, and what the check before release found.</summary>
internal sealed record CheckedView(string Id, FileCheck Check);

/// <summary>The answer to making a suppressed table.</summary>
/// <param name="Id">The new file.</param>
/// <param name="Check">What its check found.</param>
/// <param name="Report">What was hidden and why, in words for the requester.</param>
internal sealed record SuppressedView(string Id, FileCheck Check, string Report);

/// <summary>Files that come in and go out.</summary>
internal static class FilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/requests/{id}");
        group.MapPost("/documents", HandInAsync).TakesFile("kind").Gives<RequestView>(200).Refuses(400, 401, 403, 404, 409, 422)
            .WithTags("A requester's own request").WithSummary($"Hands in a document. Kinds: {string.Join(", ", Enum.GetNames<DocumentKind>())}.");
        group.MapGet("/deliverables/{deliverableId}", FetchAsync).Produces(200, contentType: "application/octet-stream").Refuses(401, 403, 404, 410)
            .TakesHeader(AccessApi.CodeHeader, "The one-time code, for a file that names students.")
            .WithTags("A requester's own request").WithSummary("The file itself. Each download is on record.");
        group.MapPost("/deliverables", AddAsync).TakesFile().Gives<CheckedView>(201).Refuses(400, 401, 403, 404, 422)
            .WithTags("Staff").WithSummary("Uploads a file and checks it before release.");
        group.MapPost("/deliverables/{deliverableId}/suppressed", SuppressAsync).Gives<SuppressedView>(201).Refuses(401, 403, 404, 422)
            .WithTags("Staff").WithSummary("Makes the suppressed version of an uploaded table: one more file, checked like any other.");
    }

    private static async Task<IResult> HandInAsync(
        string id, HttpContext http, RequestAccess access, DocumentDesk documents, RequestActions actions, CancellationToken cancel)
    {
        if (await access.OpenToRequesterAsync(http, id, cancel) is Access.Denied { Answer: var answer })
        {
            return answer;
        }

        var errors = new BodyErrors();
        KeptDocument? kept = null;
        try
        {
            var form = await Upload.ReadAsync(
                http.Request, FileStore.LargestDocument, async bytes => kept = await documents.KeepAsync(id, bytes, cancel), errors, cancel);
            var kind = KindOf(form.Fields, errors);
            if (!errors.None || form.File is not { } file)
            {
                return Problems.BadInput(errors.ByPath());
            }

            // From here on the desk sees to the bytes: it drops them where it refuses.
            kept = null;
            return await actions.AnswerAsync(await documents.HandInAsync(id, file.Kept, kind, file.Name, cancel), Actor.Requester, cancel);
        }
        finally
        {
            if (kept is { Id: var left })
            {
                await documents.DropAsync(id, left);
            }
        }
    }

    /// <summary>The request and who of the staff may add files to it, or the answer to anybody else.</summary>
    private static async Task<(RequestState? State, Actor.Staff? By, IResult? Denied)> OpenToUploadersAsync(
        string id, HttpContext http, RequestAccess access, CancellationToken cancel) =>
        await access.OpenToStaffAsync(http, id, cancel) switch
        {
            Access.Granted { State: var state, By: Actor.Staff by } => CommandPermissions.Allow(by, typeof(RequestCommand.AddDeliverable))
                ? (state, by, null)
                : (null, null, Problems.Forbidden()),
            Access.Denied { Answer: var answer } => (null, null, answer),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> SuppressAsync(
        string id, string deliverableId, HttpContext http, RequestAccess access, SuppressionDesk suppression, CancellationToken cancel)
    {
        var (state, by, denied) = await OpenToUploadersAsync(id, http, access, cancel);
        if (state is null || by is null)
        {
            return denied!;
        }

        return await suppression.SuppressAsync(state, deliverableId, by, cancel) switch
        {
            { Refusal: { } refusal } => Problems.Of(refusal),
            { Added: { } added, Report: { } report } =>
                Results.Json(new SuppressedView(added.Id, added.Check, report), ApiJson.Options, statusCode: StatusCodes.Status201Created),
            _ => Problems.NotFound(),
        };
    }

    private static async Task<IResult> AddAsync(
        string id, HttpContext http, RequestAccess access, DeliverableDesk deliverables, CancellationToken cancel)
    {
        var (state, by, denied) = await OpenToUploadersAsync(id, http, access, cancel);
        if (state is null || by is null)
        {
            return denied!;
        }

        var errors = new BodyErrors();
        KeptDeliverable? kept = null;
        try
        {
            var form = await Upload.ReadAsync(
                http.Request, FileStore.LargestDeliverable, async bytes => kept = await deliverables.KeepAsync(id, bytes, cancel), errors, cancel);
            if (!errors.None || form.File is not { } file)
            {
                return Problems.BadInput(errors.ByPath());
            }

            kept = null;
            var (fileId, check, outcome) = await deliverables.AddAsync(state, file.Kept, file.Name, by, cancel);
            return outcome switch
            {
                { Refusal: { } refusal } => Problems.Of(refusal),
                { State: null } => Problems.NotFound(),
                _ => Results.Json(new CheckedView(fileId, check), ApiJson.Options, statusCode: StatusCodes.Status201Created),
            };
        }
        finally
        {
            if (kept is { Id: var left })
            {
                await deliverables.DropAsync(id, left);
            }
        }
    }

    private static async Task<IResult> FetchAsync(
        string id, string deliverableId, HttpContext http, RequestAccess access, Downloads downloads, CancellationToken cancel)
    {
        switch (await access.OpenAsync(http, id, cancel))
        {
            case Access.Denied { Answer: var answer }:
                return answer;
            case Access.Granted { State: var state, By: var by }:
                var code = http.Request.Headers[AccessApi.CodeHeader].ToString();
                return await downloads.OpenAsync(state, deliverableId, by, code, http.Request, cancel) is var fetched && fetched is Fetched.Refused { Why: var why }
                    ? AccessApi.CodeProblem(why, state.Id, deliverableId)
                    : Send(fetched, http.Request);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The file as an attachment; ranges are served, nothing is kept by caches.</summary>
    public static IResult Send(Fetched fetched, HttpRequest request) => fetched switch
    {
        Fetched.Ready { File: var file, Bytes: var bytes } => Results.Stream(
            bytes.Content, file.ContentType, file.FileName, entityTag: RangeAsked.Tag(file),
            enableRangeProcessing: RangeAsked.IsUnderstood(request)),
        Fetched.Unknown => Problems.NotFound(),
        Fetched.Gone { Why: var why } => Problems.Gone(why),
        _ => throw new UnreachableException(),
    };

    private static DocumentKind KindOf(IReadOnlyDictionary<string, string> fields, BodyErrors errors)
    {
        var given = fields.GetValueOrDefault("kind");
        if (given is not null && Enum.GetNames<DocumentKind>().Contains(given, StringComparer.Ordinal))
        {
            return Enum.Parse<DocumentKind>(given);
        }

        errors.Add("kind", string.IsNullOrEmpty(given) ? "This is required." : $"This must be one of {string.Join(", ", Enum.GetNames<DocumentKind>())}.");
        return default;
    }
}
