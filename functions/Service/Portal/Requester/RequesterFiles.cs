using Core.Languages;
using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Service.Agreements;
using Service.Api.Uploads;
using Service.Deliverables;
using Service.Desk;
using Service.Documents;
using Service.Portal.Layout;
using Service.Storage;

namespace Service.Portal.Requester;

/// <summary>What a requester hands in and fetches.</summary>
internal sealed class RequesterFiles(
    RequesterDoor door, RequesterPages pages, RequestDesk desk, DocumentDesk documents, Downloads downloads, AgreementPdf agreements)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        var own = pages.MapGroup("/requests/{id}");
        own.MapPost("/documents", (string id, HttpContext http, RequesterFiles files) => files.HandInAsync(http, id))
            .WithMetadata(new RequestSizeLimitAttribute(FileStore.LargestDocument + (1 << 20)))
            .WithFormOptions(multipartBodyLengthLimit: FileStore.LargestDocument + (1 << 20));
        own.MapGet("/agreement.pdf", (string id, HttpContext http, RequesterFiles files) => files.AgreementAsync(http, id));
        own.MapGet("/files/{fileId}", (string id, string fileId, HttpContext http, RequesterFiles files) => files.FetchAsync(http, id, fileId));
        own.MapPost("/files/{fileId}", (string id, string fileId, HttpContext http, RequesterFiles files) => files.FetchAsync(http, id, fileId));
        own.MapPost("/files/{fileId}/code", (string id, string fileId, HttpContext http, RequesterFiles files) => files.SendCodeAsync(http, id, fileId));
    }

    private async Task<IResult> HandInAsync(HttpContext http, string id)
    {
        if (await door.OpenAsync(http, id) is not { } state)
        {
            return await pages.NotYoursAsync(http);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From("documents", form);
        var say = (await pages.FrameAsync(http, state)).Say;
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return await pages.PageAsync(http, state, entries.Wrong(new FieldError("file", say.UploadFileMissing)));
        }

        if (!Enum.TryParse<DocumentKind>(entries["kind"], out var kind) || !Enum.IsDefined(kind))
        {
            return await pages.PageAsync(http, state, entries.Wrong(new FieldError("kind", say.UploadKindMissing)));
        }

        await using var content = file.OpenReadStream();
        if (await documents.KeepAsync(id, content, http.RequestAborted) is not { } kept)
        {
            return await pages.PageAsync(http, state, entries.Wrong(new FieldError("file", say.UploadTooLarge(say.Size(FileStore.LargestDocument)))));
        }

        var outcome = await documents.HandInAsync(id, kept, kind, FileNames.Plain(file.FileName), http.RequestAborted);
        return outcome.Refusal is { } refusal
            ? await pages.PageAsync(http, outcome.State ?? state, entries.Wrong(Mistakes.Of(refusal, say)))
            : Results.Redirect($"/requests/{id}?done=document");
    }

    private async Task<IResult> AgreementAsync(HttpContext http, string id) =>
        await door.OpenAsync(http, id) is not null && await agreements.FindAsync(id, http.RequestAborted) is { } pdf
            ? Results.Bytes(pdf, "application/pdf", $"agreement-{id}.pdf")
            : await pages.NotYoursAsync(http);

    // Where the code has ended its field is gone from the page.
    private static bool StillAsked(Refusal why) => why == SignIn.DownloadCodes.Wrong;

    private async Task<IResult> SendCodeAsync(HttpContext http, string id, string fileId)
    {
        if (await door.OpenAsync(http, id) is not { } state)
        {
            return await pages.NotYoursAsync(http);
        }

        var outcome = await desk.ExecuteAsync(id, new RequestCommand.SendDownloadCode(fileId), Actor.Requester, expectedVersion: null, http.RequestAborted);
        return outcome.Refusal is { } refusal
            ? await pages.PageAsync(http, outcome.State ?? state, Entries.Blank(FileCode.FormOf(fileId)).Wrong(new FieldError(null, refusal.In((await pages.FrameAsync(http, state)).Say))))
            : Results.Redirect($"/requests/{id}?done=code#files");
    }

    private async Task<IResult> FetchAsync(HttpContext http, string id, string fileId)
    {
        if (await door.OpenAsync(http, id) is not { } state)
        {
            return await pages.NotYoursAsync(http);
        }

        var typed = Entries.Blank(FileCode.FormOf(fileId));
        if (HttpMethods.IsPost(http.Request.Method))
        {
            typed = Entries.From(typed.Form, await http.Request.ReadFormAsync(http.RequestAborted));
            if (typed["code"].Length == 0)
            {
                return await pages.PageAsync(http, state, typed.Wrong(new FieldError("code", (await pages.FrameAsync(http, state)).Say.FileCodeMissing)));
            }
        }

        return await downloads.OpenAsync(state, fileId, Actor.Requester, typed["code"], http.Request, http.RequestAborted) switch
        {
            Fetched.Ready ready => Api.FilesApi.Send(ready, http.Request),
            // An old address without a code leads to where one is asked for.
            Fetched.Refused when HttpMethods.IsGet(http.Request.Method) => Results.Redirect($"/requests/{id}#files"),
            Fetched.Refused { Why: var why } => await pages.PageAsync(
                http, await door.OpenAsync(http, id) ?? state, typed.Wrong(new FieldError(StillAsked(why) ? "code" : null, why.In((await pages.FrameAsync(http, state)).Say)))),
            Fetched.Gone { Why: var why } => Page.Of<Trouble>(
                await pages.FrameAsync(http, state), Trouble.Saying.Of(say => new(say.TroubleFileGone, [why], $"/requests/{id}", say.TroubleToRequest)),
                StatusCodes.Status410Gone),
            _ => await pages.NotYoursAsync(http),
        };
    }
}
