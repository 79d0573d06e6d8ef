using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;

namespace Service.Storage;

/// <summary>One version of a file that the office edits.</summary>
/// <param name="Number">Counted from 1; 0 is what ships with the product.</param>
/// <param name="Text">Its content.</param>
/// <param name="By">Who put it in force; null for what ships.</param>
/// <param name="At">When, in business time; null for what ships.</param>
public sealed record FileVersion(int Number, string Text, string? By = null, Instant? At = null);

/// <summary>
/// A text in the container <c>settings</c> of which every version is kept: the one in force as <c>{name}.{type}</c>, each as
/// <c>{name}/{version}.{type}</c>. What is replaced is filed before, so no version is lost wherever a crash comes; two who replace it at once are told apart by ETag.
/// </summary>
internal sealed class VersionedFile(BlobServiceClient blobs, string name, string type, string mediaType, string shipped)
{
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("settings");

    /// <summary>The version in force.</summary>
    public async Task<FileVersion> CurrentAsync(CancellationToken cancel) => (await ReadAsync($"{name}.{type}", cancel))?.Version ?? new(0, shipped);

    /// <summary>An earlier version, or null where there is none of this number.</summary>
    public async Task<FileVersion?> FindAsync(int number, CancellationToken cancel) =>
        number == 0 ? new(0, shipped) : (await ReadAsync(Filed(number), cancel))?.Version;

    /// <summary>Puts a text in force as the next version; null where somebody else replaced the version this one was made from.</summary>
    /// <param name="basedOn">The version that the writer saw; null replaces whatever is there.</param>
    public async Task<FileVersion?> ReplaceAsync(string text, int? basedOn, string by, Instant at, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        while (true)
        {
            var before = await ReadAsync($"{name}.{type}", cancel);
            var last = before?.Version ?? new(0, shipped);
            if (basedOn is { } seen && seen != last.Number)
            {
                return null;
            }

            if (before is not null)
            {
                await UploadAsync(Filed(last.Number), last, new() { IfNoneMatch = ETag.All }, cancel);
            }

            var next = new FileVersion(last.Number + 1, text, by, at);
            var condition = before is { ETag: var known } ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
            if (await UploadAsync($"{name}.{type}", next, condition, cancel))
            {
                await UploadAsync(Filed(next.Number), next, new() { IfNoneMatch = ETag.All }, cancel);
                return next;
            }
        }
    }

    /// <summary>All versions but their texts, newest first.</summary>
    public async Task<IReadOnlyList<FileVersion>> HistoryAsync(CancellationToken cancel)
    {
        var found = new Dictionary<int, FileVersion>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{name}/", cancel))
        {
            if (Of(blob.Metadata, "") is { Number: > 0 } version)
            {
                found[version.Number] = version;
            }
        }

        // A crash may have come between putting in force and filing.
        var current = await CurrentAsync(cancel);
        found[current.Number] = current with { Text = "" };
        return [.. found.Values.OrderByDescending(version => version.Number)];
    }

    private string Filed(int number) => string.Create(CultureInfo.InvariantCulture, $"{name}/{number:000000}.{type}");

    private async Task<(FileVersion Version, ETag ETag)?> ReadAsync(string blob, CancellationToken cancel)
    {
        try
        {
            var read = (await container.GetBlobClient(blob).DownloadContentAsync(cancel)).Value;
            return (Of(read.Details.Metadata, Encoding.UTF8.GetString(read.Content)), read.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>False where the condition did not hold.</summary>
    private async Task<bool> UploadAsync(string blob, FileVersion version, BlobRequestConditions condition, CancellationToken cancel)
    {
        // Metadata travels as headers: ASCII only.
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = version.Number.ToString(CultureInfo.InvariantCulture),
            ["by"] = Uri.EscapeDataString(version.By ?? ""),
            ["at"] = version.At is { } at ? InstantPattern.ExtendedIso.Format(at) : "",
        };
        try
        {
            await container.GetBlobClient(blob).UploadAsync(
                BinaryData.FromString(version.Text),
                new BlobUploadOptions { Metadata = metadata, Conditions = condition, HttpHeaders = new() { ContentType = mediaType } }, cancel);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    private static FileVersion Of(IDictionary<string, string> metadata, string text) => new(
        metadata.TryGetValue("version", out var number) && int.TryParse(number, CultureInfo.InvariantCulture, out var counted) ? counted : 0,
        text,
        metadata.TryGetValue("by", out var by) && by.Length > 0 ? Uri.UnescapeDataString(by) : null,
        metadata.TryGetValue("at", out var at) && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var when } ? when : null);
}
