using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using NodaTime.Text;

namespace Service.Storage;

/// <summary>What was stored.</summary>
internal sealed record StoredFile(long Size, string Sha256);

/// <summary>A stored file, open for reading from any place in it.</summary>
/// <param name="Version">Changes with the bytes.</param>
internal sealed record OpenedFile(Stream Content, ETag Version) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>
/// The bytes of files: <c>uploads</c> for what requesters hand in, <c>deliverables</c> for what is meant for them, each under its
/// request. Bytes pass through in blocks; no file is ever held whole.
/// </summary>
internal sealed class FileStore(BlobServiceClient blobs, IDataProtectionProvider protection)
{
    public const string Uploads = "uploads";
    public const string Deliverables = "deliverables";

    /// <summary>Most bytes of a file meant for a requester.</summary>
    public const long LargestDeliverable = 200L << 20;
    /// <summary>Most bytes of a document handed in.</summary>
    public const long LargestDocument = 25L << 20;

    private const int Block = 4 << 20;
    private const string ReleasedAt = "releasedAt";

    private readonly IDataProtector protector = protection.CreateProtector("Service.Storage.StudentsOfFile.v1");

    /// <summary>Stores a document handed in; null where it is too large. Nothing is left of a failed try.</summary>
    public Task<StoredFile?> SaveDocumentAsync(string requestId, string documentId, Stream content, CancellationToken cancel) =>
        SaveAsync(Document(requestId, documentId), content, LargestDocument, cancel);

    /// <summary>Stores a file meant for the requester; null where it is too large.</summary>
    public Task<StoredFile?> SaveDeliverableAsync(string requestId, string deliverableId, Stream content, CancellationToken cancel) =>
        SaveAsync(Deliverable(requestId, deliverableId), content, LargestDeliverable, cancel);

    /// <summary>A document handed in; null where there is none.</summary>
    public Task<OpenedFile?> OpenDocumentAsync(string requestId, string documentId, CancellationToken cancel) =>
        OpenAsync(Document(requestId, documentId), cancel);

    /// <summary>A file meant for the requester; null where it is gone.</summary>
    public Task<OpenedFile?> OpenDeliverableAsync(string requestId, string deliverableId, CancellationToken cancel) =>
        OpenAsync(Deliverable(requestId, deliverableId), cancel);

    /// <summary>Deletes a document; one that is gone already is no failure.</summary>
    public async Task DeleteDocumentAsync(string requestId, string documentId, CancellationToken cancel) =>
        await Document(requestId, documentId).DeleteIfExistsAsync(cancellationToken: cancel);

    /// <summary>Deletes a file meant for the requester, with what is kept beside it; one that is gone already is no failure.</summary>
    public async Task DeleteDeliverableAsync(string requestId, string deliverableId, CancellationToken cancel)
    {
        await Deliverable(requestId, deliverableId).DeleteIfExistsAsync(cancellationToken: cancel);
        await Students(requestId, deliverableId).DeleteIfExistsAsync(cancellationToken: cancel);
    }

    /// <summary>Keeps the IDs of the students in a file beside it, encrypted, until its release is recorded for each of them.</summary>
    public async Task KeepStudentsAsync(string requestId, string deliverableId, IReadOnlyList<string> studentIds, CancellationToken cancel) =>
        await Students(requestId, deliverableId).UploadAsync(
            BinaryData.FromBytes(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(studentIds))), overwrite: true, cancel);

    /// <summary>The IDs of the students in a file.</summary>
    public async Task<IReadOnlyList<string>> StudentsAsync(string requestId, string deliverableId, CancellationToken cancel)
    {
        var stored = await Students(requestId, deliverableId).DownloadContentAsync(cancel);
        return JsonSerializer.Deserialize<List<string>>(protector.Unprotect(stored.Value.Content.ToArray())) ?? [];
    }

    /// <summary>When the release of a file was first tried: trying it again must record it under the same time.</summary>
    public async Task<Instant> ReleaseTimeAsync(string requestId, string deliverableId, Instant now, CancellationToken cancel)
    {
        var blob = Students(requestId, deliverableId);
        var properties = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value;
        if (properties.Metadata.TryGetValue(ReleasedAt, out var written) && InstantPattern.ExtendedIso.Parse(written) is { Success: true } first)
        {
            return first.Value;
        }

        await blob.SetMetadataAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { [ReleasedAt] = InstantPattern.ExtendedIso.Format(now) },
            new BlobRequestConditions { IfMatch = properties.ETag }, cancel);
        return now;
    }

    /// <summary>Every stored file of a container, in the order of their names.</summary>
    public IAsyncEnumerable<BlobItem> AllAsync(string container, CancellationToken cancel) =>
        blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancel);

    /// <summary>Deletes a stored file by its name; one that is gone already is no failure.</summary>
    public async Task RemoveAsync(string container, string name, CancellationToken cancel) =>
        await blobs.GetBlobContainerClient(container).DeleteBlobIfExistsAsync(name, cancellationToken: cancel);

    private BlobClient Document(string requestId, string documentId) => blobs.GetBlobContainerClient(Uploads).GetBlobClient($"{requestId}/{documentId}");

    private BlobClient Deliverable(string requestId, string deliverableId) =>
        blobs.GetBlobContainerClient(Deliverables).GetBlobClient($"{requestId}/{deliverableId}");

    private BlobClient Students(string requestId, string deliverableId) =>
        blobs.GetBlobContainerClient(Deliverables).GetBlobClient($"{requestId}/{deliverableId}.students");

    private static async Task<StoredFile?> SaveAsync(BlobClient blob, Stream content, long limit, CancellationToken cancel)
    {
        using var hashed = new HashedStream(content, limit);
        try
        {
            await blob.UploadAsync(hashed, new BlobUploadOptions
            {
                TransferOptions = new StorageTransferOptions { MaximumConcurrency = 1, InitialTransferSize = Block, MaximumTransferSize = Block },
                // Ids are random: one that is taken is a bug, not a file to be replaced.
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            }, cancel);
            return new(hashed.Count, hashed.Hash());
        }
        catch (Exception failure) when (hashed.IsTooLarge && failure is not OperationCanceledException)
        {
            // Blocks that were sent are never joined to a blob; the storage drops them by itself.
            return null;
        }
    }

    private static async Task<OpenedFile?> OpenAsync(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            var version = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value.ETag;
            var content = await blob.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { BufferSize = Block, Conditions = new() { IfMatch = version } }, cancel);
            return new(content, version);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }
}
