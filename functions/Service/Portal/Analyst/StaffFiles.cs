using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Service.Agreements;
using Service.Api.Commands;
using Service.Api.Uploads;
using Service.Audit;
using Service.Deliverables;
using Service.Desk;
using Service.Portal.Layout;
using Service.Roles;
using Service.SignIn;
using Service.Storage;

namespace Service.Portal.Analyst;

/// <summary>Files on a request's staff page: what is uploaded for release, and what the requester handed in.</summary>
internal sealed class StaffFiles(
    RequestDesk desk, StaffPages pages, DeliverableDesk deliverables, SuppressionDesk suppression, FileStore files, AgreementPdf agreements,
    ReadTrail reads)
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        var one = staff.MapGroup("/staff/requests/{id}");
        one.MapPost("/upload", (string id, HttpContext http, StaffFiles uploads) => uploads.UploadAsync(http, id))
            .WithMetadata(new RequestSizeLimitAttribute(FileStore.LargestDeliverable + (1 << 20)))
            .WithFormOptions(multipartBodyLengthLimit: FileStore.LargestDeliverable + (1 << 20));
        one.MapPost("/suppress", (string id, HttpContext http, StaffFiles uploads) => uploads.SuppressAsync(http, id));
        one.MapGet("/agreement.pdf", (string id, HttpContext http, StaffFiles uploads) => uploads.AgreementAsync(http, id));
        one.MapGet("/documents/{documentId}", (string id, string documentId, HttpContext http, StaffFiles uploads) => uploads.DocumentAsync(http, id, documentId));
    }

    /// <summary>The request, the form that was sent and who sent it; the answer instead where there is no such request, or they may add no files.</summary>
    private async Task<(RequestState State, IFormCollection Form, Entries Entries, Actor.Staff By, IResult? Instead)> OpenAsync(
        HttpContext http, string id, string formName)
    {
        var by = StaffSignIn.Of(http.User)!;
        if (await desk.FindAsync(id, http.RequestAborted) is not { } state)
        {
            return (null!, null!, null!, by, await pages.NotFoundAsync(http));
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var entries = Entries.From(formName, form);
        return (state, form, entries, by, CommandPermissions.Allow(by, typeof(RequestCommand.AddDeliverable))
            ? null
            : await pages.PageAsync(http, state, entries.Wrong(StaffPages.NotYourRole)));
    }

    private async Task<IResult> UploadAsync(HttpContext http, string id)
    {
        var (state, form, entries, by, instead) = await OpenAsync(http, id, "upload");
        if (instead is not null)
        {
            return instead;
        }

        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return await pages.PageAsync(http, state, entries.Wrong(new FieldError("file", "Choose a file that is not empty")));
        }

        await using var content = file.OpenReadStream();
        if (await deliverables.KeepAsync(id, content, http.RequestAborted) is not { } kept)
        {
            return await pages.PageAsync(http, state, entries.Wrong(new FieldError("file", $"The file is larger than {Words.Size(FileStore.LargestDeliverable)}")));
        }

        var added = await deliverables.AddAsync(state, kept, FileNames.Plain(file.FileName), by, http.RequestAborted);
        return added.Outcome.Refusal is { } refusal
            ? await pages.PageAsync(http, added.Outcome.State ?? state, entries.Wrong(Mistakes.Of(refusal)))
            : Results.Redirect($"/staff/requests/{id}?done=upload#files");
    }

    private async Task<IResult> SuppressAsync(HttpContext http, string id)
    {
        var (state, form, entries, by, instead) = await OpenAsync(http, id, "suppress");
        if (instead is not null)
        {
            return instead;
        }

        var made = await suppression.SuppressAsync(state, form["deliverableId"].ToString(), by, http.RequestAborted);
        return made.Refusal is { } refusal
            ? await pages.PageAsync(http, state, entries.Wrong(Mistakes.Of(refusal)))
            : Results.Redirect($"/staff/requests/{id}?done=suppress#files");
    }

    private async Task<IResult> AgreementAsync(HttpContext http, string id) =>
        await agreements.FindAsync(id, http.RequestAborted) is { } pdf
            ? Results.Bytes(pdf, "application/pdf", $"agreement-{id}.pdf")
            : await pages.NotFoundAsync(http);

    // Always as an attachment: what strangers hand in is never shown inside the office's own pages. What is in it nobody has looked at
    // yet, so it counts as identifiable: who opens it is on record.
    private async Task<IResult> DocumentAsync(HttpContext http, string id, string documentId)
    {
        if (await desk.FindAsync(id, http.RequestAborted) is not { } state
            || state.HandedIn.Find(one => one.Id == documentId) is not { } document
            || await files.OpenDocumentAsync(id, documentId, http.RequestAborted) is not { } opened)
        {
            return await pages.NotFoundAsync(http);
        }

        await reads.RecordAsync(StaffSignIn.Of(http.User)!, ReadOf.Document, http.RequestAborted, id, documentId);
        return Results.Stream(opened.Content, "application/octet-stream", document.FileName);
    }
}
