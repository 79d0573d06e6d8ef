using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace Service.Storage;

/// <summary>Makes the tables and containers that are not there yet, before anything else starts.</summary>
internal sealed class StoragePreparation(TableServiceClient tables, BlobServiceClient blobs) : IHostedLifecycleService
{
    internal static readonly string[] Tables =
        ["requests", "open", "due", "disclosures", "audit", "ndas", "destructions", "counts", "released", "releasedrows", "search", "preferences", "onlookers", "clock", "training", "requesters", "attempts",
            "upkeep"];
    internal static readonly string[] Containers = ["uploads", "deliverables", "audit", "released", "releasedrows", "agreements", "settings", "keys"];

    public Task StartingAsync(CancellationToken cancellationToken) => PrepareAsync(tables, blobs, cancellationToken);

    public static Task PrepareAsync(TableServiceClient tables, BlobServiceClient blobs, CancellationToken cancel) => Task.WhenAll(
    [
        .. Tables.Select(name => (Task)tables.CreateTableIfNotExistsAsync(name, cancel)),
        .. Containers.Select(name => (Task)blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancel)),
    ]);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
