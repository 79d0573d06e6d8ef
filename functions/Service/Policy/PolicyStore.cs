using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Core.Policy;
using NodaTime;
using NodaTime.Text;
using Service.Settings;

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

    /// <summary>The policy in force, read now.</summary>
    public async Task<OfficePolicy> LatestAsync(CancellationToken cancel) => (await ReadAsync(cancel)).Policy;

    /// <summary>A policy that was in force once; null where there never was one of this version.</summary>
    public async Task<OfficePolicy?> VersionAsync(int version, CancellationToken cancel)
    {
        try
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"policy/{version}.json");
            var blob = (await container.GetBlobClient(name).DownloadContentAsync(cancel)).Value;
            return StoredPolicy.Read(Encoding.UTF8.GetString(blob.Content)) with { Version = version };
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // The version in force may not be filed yet.
            return await LatestAsync(cancel) is var current && current.Version == version ? current : version == Shipped.Version ? Shipped : null;
        }
    }

    /// <summary>All versions, the latest first.</summary>
    public async Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel)
    {
        var versions = new Dictionary<int, SettingVersion> { [Shipped.Version] = new(Shipped.Version, null, null, null) };
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = "policy", Traits = BlobTraits.Metadata }, cancel))
        {
            var number = blob.Name == "policy.json" ? (await LatestAsync(cancel)).Version
                : blob.Name.StartsWith("policy/", StringComparison.Ordinal) && blob.Name.EndsWith(".json", StringComparison.Ordinal)
                    && int.TryParse(blob.Name["policy/".Length..^".json".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var filed) ? filed : 0;
            if (number > 0)
            {
                versions[number] = Describe(number, blob.Metadata);
            }
        }

        return [.. versions.Values.OrderByDescending(version => version.Version)];
    }

    /// <summary>The policy in force as a file to edit.</summary>
    public async Task<string> TextAsync(CancellationToken cancel) => PolicyFile.Write((await ReadAsync(cancel)).Policy);

    /// <summary>Puts a new file in force as the next version, or says what is wrong with it and changes nothing.</summary>
    /// <param name="by">Who replaces it.</param>
    /// <param name="at">When, in business time.</param>
    /// <param name="seen">The version it was made from; where another is in force by now, nothing changes and there is no policy after. Null replaces any.</param>
    /// <param name="note">What the change is.</param>
    public async Task<PolicyReplacement> ReplaceAsync(
        string text, string by, Instant at, CancellationToken cancel, int? seen = null, string? note = null)
    {
        var (asked, errors) = PolicyFile.Read(text);
        if (asked is null)
        {
            return new(errors, null, null);
        }

        for (var attempt = 1; attempt <= MostRivals; attempt++)
        {
            var (before, etag) = await ReadAsync(cancel);
            if (seen is { } version && version != before.Version)
            {
                return new([], null, null);
            }

            // A file's own version says nothing: versions are counted here.
            var after = asked with { Version = before.Version + 1 };
            if (await TryWriteAsync(before, after, etag, by, at, note, cancel))
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
    private async Task<bool> TryWriteAsync(OfficePolicy before, OfficePolicy after, ETag? etag, string by, Instant at, string? note, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        await FileAsync(before, new Dictionary<string, string>(StringComparer.Ordinal), cancel);
        // Metadata travels as headers: ASCII only.
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = Uri.EscapeDataString(by), ["at"] = at.ToString() };
        if (note is { Length: > 0 })
        {
            metadata["note"] = Uri.EscapeDataString(note);
        }

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

    private static SettingVersion Describe(int version, IDictionary<string, string> metadata) => new(
        version,
        metadata.TryGetValue("by", out var by) ? Uri.UnescapeDataString(by) : null,
        metadata.TryGetValue("at", out var at) && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var when } ? when : null,
        metadata.TryGetValue("note", out var note) ? Uri.UnescapeDataString(note) : null);

    private sealed record Kept(OfficePolicy Policy, long ReadAt);
}
