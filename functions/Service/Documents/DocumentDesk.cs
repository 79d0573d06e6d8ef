using System.Security.Cryptography;
using Core.Requests;
using Service.Desk;
using Service.Storage;

namespace Service.Documents;

/// <summary>The stored bytes of a document that is not on record yet.</summary>
internal sealed record KeptDocument(string Id, StoredFile File);

/// <summary>Takes in what requesters hand in: the bytes first, then the record of them; without the record the bytes go again.</summary>
internal sealed class DocumentDesk(RequestDesk desk, FileStore files)
{
    private const int IdBytes = 12;

    /// <summary>An id nobody guesses.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>Stores the bytes; null where they are too many.</summary>
    public async Task<KeptDocument?> KeepAsync(string requestId, Stream content, CancellationToken cancel)
    {
        var id = NewId();
        return await files.SaveDocumentAsync(requestId, id, content, cancel) is { } stored ? new(id, stored) : null;
    }

    /// <summary>Records a stored document.</summary>
    public async Task<DeskOutcome> HandInAsync(
        string requestId, KeptDocument kept, DocumentKind kind, string fileName, CancellationToken cancel)
    {
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
