using Azure.Storage.Blobs;

namespace Service.Storage;

/// <summary>The bytes of files: <c>uploads</c> for what requesters hand in, <c>deliverables</c> for what is meant for them.</summary>
internal sealed class FileBlobs(BlobServiceClient blobs)
{
    public const string Uploads = "uploads";
    public const string Deliverables = "deliverables";

    /// <summary>Where a file meant for the requester is.</summary>
    public BlobClient Deliverable(string requestId, string deliverableId) =>
        blobs.GetBlobContainerClient(Deliverables).GetBlobClient($"{requestId}/{deliverableId}");

    /// <summary>Where a document handed in by the requester is.</summary>
    public BlobClient Upload(string requestId, string documentId) =>
        blobs.GetBlobContainerClient(Uploads).GetBlobClient($"{requestId}/{documentId}");

    /// <summary>Deletes a file; one that is gone already is no failure.</summary>
    public async Task DeleteDeliverableAsync(string requestId, string deliverableId, CancellationToken cancel) =>
        await Deliverable(requestId, deliverableId).DeleteIfExistsAsync(cancellationToken: cancel);
}
