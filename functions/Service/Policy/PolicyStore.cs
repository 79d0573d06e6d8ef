using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Core.Policy;
using NodaTime;

namespace Service.Policy;

/// <summary>What came of a new policy file: the errors in it, or the policies before and after.</summary>
internal sealed record PolicyReplacement(IReadOnlyList<PolicyFileError> Errors, OfficePolicy? Before, OfficePolicy? After);

/// <summary>
/// The policy in force, kept in blob storage (container <c>settings</c>: <c>policy.json</c>, and each version as
/// <c>policy/{version}.json</c>). Until somebody changes it, it is the policy.json that ships with the product.
/// </summary>
internal sealed class PolicyStore(BlobServiceClient blobs)
{
    private const int MostRivals = 20;

    /// <summary>Another process may have replaced it, so it is read again after this long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("settings");
    private volatile Kept? kept;

    /// <summary>The policy that ships with the product.</summary>
    public static OfficePolicy Shipped { get; } = PolicyFile.Read(ShippedFiles.Text("policy.json")) is { Policy: { } policy }
        ? policy : throw new UnreachableException("The policy.json that ships with the product is not valid.");

    /// <summary>The policy in force.</summary>
    public async Task<OfficePolicy> CurrentAsync(CancellationToken cancel)
    {
        if (kept is { } fresh && Stopwatch.GetElapsedTime(fresh.ReadAt) < KeptFor)
        {
            return fresh.Policy;
        }

        var readAt = Stopwatch.GetTimestamp();
        var (policy, _) = await ReadAsync(cancel);
        kept = new(policy, readAt);
        return policy;
    }

    /// <summary>The policy in force as a file to edit.</summary>
    public async Task<string> TextAsync(CancellationToken cancel) => PolicyFile.Write((await ReadAsync(cancel)).Policy);

    /// <summary>Puts a new file in force as the next version, or says what is wrong with it and changes nothing.</summary>
    /// <param name="by">Who replaces it.</param>
    /// <param name="at">When, in business time.</param>
    public async Task<PolicyReplacement> ReplaceAsync(string text, string by, Instant at, CancellationToken cancel)
    {
        var (asked, errors) = PolicyFile.Read(text);
        if (asked is null)
        {
            return new(errors, null, null);
        }

        for (var attempt = 1; attempt <= MostRivals; attempt++)
        {
            var (before, etag) = await ReadAsync(cancel);
            // A file's own version says nothing: versions are counted here.
            var after = asked with { Version = before.Version + 1 };
            if (await TryWriteAsync(before, after, etag, by, at, cancel))
            {
                kept = new(after, Stopwatch.GetTimestamp());
                return new([], before, after);
            }
        }

        throw new TimeoutException("The policy was replaced by others again and again while this file was being stored.");
    }

    private async Task<(OfficePolicy Policy, ETag? ETag)> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var blob = (await container.GetBlobClient("policy.json").DownloadContentAsync(cancel)).Value;
            return (StoredPolicy.Read(Encoding.UTF8.GetString(blob.Content)), blob.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return (Shipped, null);
        }
    }

    /// <summary>What is replaced is filed first, so that no version is ever lost.</summary>
    private async Task<bool> TryWriteAsync(OfficePolicy before, OfficePolicy after, ETag? etag, string by, Instant at, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        await FileAsync(before, new Dictionary<string, string>(StringComparer.Ordinal), cancel);
        // Metadata travels as headers: ASCII only.
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = Uri.EscapeDataString(by), ["at"] = at.ToString() };
        try
        {
            var condition = etag is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
            await UploadAsync("policy.json", after, metadata, condition, cancel);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }

        await FileAsync(after, metadata, cancel);
        return true;
    }

    private async Task FileAsync(OfficePolicy policy, Dictionary<string, string> metadata, CancellationToken cancel)
    {
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"policy/{policy.Version}.json");
            await UploadAsync(name, policy, metadata, new() { IfNoneMatch = ETag.All }, cancel);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // Filed before, and a version never changes.
        }
    }

    private Task UploadAsync(
        string name, OfficePolicy policy, Dictionary<string, string> metadata, BlobRequestConditions condition, CancellationToken cancel) =>
        container.GetBlobClient(name).UploadAsync(
            BinaryData.FromString(PolicyFile.Write(policy)),
            new BlobUploadOptions { Metadata = metadata, Conditions = condition, HttpHeaders = new() { ContentType = "application/json" } },
            cancel);

    private sealed record Kept(OfficePolicy Policy, long ReadAt);
}
