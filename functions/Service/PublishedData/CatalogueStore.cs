using System.Diagnostics;
using Azure.Storage.Blobs;
using Core.Routing;
using NodaTime;
using Service.Policy;
using Service.Storage;

namespace Service.PublishedData;

/// <summary>What came of a new catalogue: the errors in it, or its version; neither where somebody else was faster.</summary>
internal sealed record CatalogueReplacement(IReadOnlyList<PolicyFileError> Errors, int? Version);

/// <summary>The catalogue in force, with every earlier one. Until somebody edits it, it is the one that ships with the product.</summary>
internal sealed class CatalogueStore(BlobServiceClient blobs)
{
    /// <summary>Another process may have replaced it, so it is read again after this long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly VersionedFile file = new(blobs, "catalogue", "json", "application/json", CatalogueFile.ShippedText);
    private volatile Kept? kept;

    /// <summary>The published datasets.</summary>
    public async Task<Catalogue> CurrentAsync(CancellationToken cancel)
    {
        if (kept is { } fresh && Stopwatch.GetElapsedTime(fresh.ReadAt) < KeptFor)
        {
            return fresh.Catalogue;
        }

        var readAt = Stopwatch.GetTimestamp();
        var version = await file.CurrentAsync(cancel);
        var catalogue = kept is { } known && known.Version == version.Number ? known.Catalogue : Read(version);
        kept = new(catalogue, version.Number, readAt);
        return catalogue;
    }

    /// <summary>The version in force as a file to edit.</summary>
    public Task<FileVersion> VersionAsync(CancellationToken cancel) => file.CurrentAsync(cancel);

    /// <summary>An earlier version.</summary>
    public Task<FileVersion?> FindAsync(int number, CancellationToken cancel) => file.FindAsync(number, cancel);

    /// <summary>All versions but their texts, newest first.</summary>
    public Task<IReadOnlyList<FileVersion>> HistoryAsync(CancellationToken cancel) => file.HistoryAsync(cancel);

    /// <summary>Puts a new file in force, or says what is wrong with it and changes nothing.</summary>
    /// <param name="basedOn">The version that the writer saw; null replaces whatever is there.</param>
    public async Task<CatalogueReplacement> ReplaceAsync(string text, int? basedOn, string by, Instant at, CancellationToken cancel)
    {
        var (catalogue, errors) = CatalogueFile.Read(text);
        if (catalogue is null)
        {
            return new(errors, null);
        }

        var version = await file.ReplaceAsync(CatalogueFile.Write(catalogue), basedOn, by, at, cancel);
        if (version is not null)
        {
            kept = new(catalogue, version.Number, Stopwatch.GetTimestamp());
        }

        return new([], version?.Number);
    }

    // Checks may have become stricter since it was stored: the request is not what should suffer from that.
    private static Catalogue Read(FileVersion version) => CatalogueFile.Read(version.Text).Catalogue ?? CatalogueFile.Shipped;

    private sealed record Kept(Catalogue Catalogue, int Version, long ReadAt);
}
