using System.Security.Cryptography;
using Core.Requests;
using Core.Routing;
using Service.Desk;
using Service.Files;
using Service.Storage;

namespace Service.Documents;

/// <summary>The stored bytes of a document that is not on record yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">What was stored.</param>
/// <param name="HoldsStatus">It speaks of somebody's immigration or citizenship status, so nothing was stored (LTR-2018).</param>
internal sealed record KeptDocument(string Id, StoredFile File, bool HoldsStatus = false);

/// <summary>Takes in what requesters hand in: the bytes first, then the record of them; without the record the bytes go again.</summary>
internal sealed class DocumentDesk(RequestDesk desk, FileStore files)
{
    private const int IdBytes = 12;

    private static readonly Refusal HoldsStatus = new("StatusNotKept", Screening.StatusRefusal, "LTR-2018", RefusalKind.BadInput, "file");

    /// <summary>An id nobody guesses.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>Stores the bytes; null where they are too many.</summary>
    public async Task<KeptDocument?> KeepAsync(string requestId, Stream content, CancellationToken cancel)
    {
        // Looked through on this machine first, in a file that nobody else can open and that is gone when it is closed.
        await using var spool = await Spool.TakeAsync(content, FileStore.LargestDocument, cancel);
        if (spool.Stream is not { } file)
        {
            return null;
        }

        var id = NewId();
        if (await Task.Run(() => UploadScreening.SaysStatus(file, cancel), cancel))
        {
            return new(id, new(file.Length, ""), HoldsStatus: true);
        }

        return await files.SaveDocumentAsync(requestId, id, file, cancel) is { } stored ? new(id, stored) : null;
    }

    /// <summary>Records a stored document.</summary>
    public async Task<DeskOutcome> HandInAsync(
        string requestId, KeptDocument kept, DocumentKind kind, string fileName, CancellationToken cancel)
    {
        if (kept.HoldsStatus)
        {
            return new(null, HoldsStatus);
        }

        var outcome = await desk.ExecuteAsync(
            requestId, new RequestCommand.HandInDocument(kept.Id, kind, fileName, kept.File.Size, kept.File.Sha256), Actor.Requester,
            expectedVersion: null, cancel);
        if (outcome is { Refusal: not null } or { State: null })
        {
            await DropAsync(requestId, kept.Id);
        }

        return outcome;
    }

    /// <summary>Forgets stored bytes that came to nothing. Not cancelled with the request: nothing else would remove them.</summary>
    public Task DropAsync(string requestId, string documentId) => files.DeleteDocumentAsync(requestId, documentId, CancellationToken.None);
}
