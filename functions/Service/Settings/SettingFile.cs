using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;

namespace Service.Settings;

/// <summary>A version of a settings file as it is stored.</summary>
/// <param name="Version">1 where nothing was ever stored; grows by one with each change.</param>
/// <param name="Text">The file as it was given.</param>
/// <param name="ETag">What the next change is conditioned on; null where nothing is stored.</param>
/// <param name="By">Who put it in force; null where it came with the product.</param>
/// <param name="At">When, in business time.</param>
/// <param name="Note">What the change was, in a few words of the page that made it.</param>
internal sealed record StoredSetting(int Version, string Text, ETag? ETag, string? By = null, Instant? At = null, string? Note = null);

/// <summary>A line of a file's history.</summary>
internal sealed record SettingVersion(int Version, string? By, Instant? At, string? Note);

/// <summary>
/// A file of settings in the container <c>settings</c> with all its versions: <c>{name}.{extension}</c> is in force,
/// <c>{name}/{version}.{extension}</c> are all versions. A change is one conditional write: it happens whole or not at all.
/// </summary>
/// <param name="blobs">The storage.</param>
/// <param name="name">The file's name, without extension.</param>
/// <param name="extension">Its extension.</param>
/// <param name="mediaType">Its media type.</param>
/// <param name="first">What is in force while nothing is stored: version 1.</param>
internal sealed class SettingFile(BlobServiceClient blobs, string name, string extension, string mediaType, string first)
{
    private const string VersionKey = "version";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("settings");

    private StoredSetting First { get; } = new(1, first, null);

    private BlobClient InForce => container.GetBlobClient($"{name}.{extension}");

    /// <summary>The file in force.</summary>
    public async Task<StoredSetting> CurrentAsync(CancellationToken cancel) => await ReadAsync(InForce, cancel) ?? First;

    /// <summary>A version that was in force once; null where there never was one.</summary>
    public async Task<StoredSetting?> VersionAsync(int version, CancellationToken cancel)
    {
        if (await ReadAsync(Archived(version), cancel) is { } archived)
        {
            return archived with { Version = version };
        }

        // The version in force may not be filed yet.
        var current = await CurrentAsync(cancel);
        return current.Version == version ? current : version == First.Version ? First : null;
    }

    /// <summary>All versions, the latest first.</summary>
    public async Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel)
    {
        var versions = new Dictionary<int, SettingVersion> { [First.Version] = new(First.Version, null, null, null) };
        var prefix = $"{name}/";
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata }, cancel))
        {
            var file = blob.Name[prefix.Length..];
            if (file.EndsWith($".{extension}", StringComparison.Ordinal)
                && int.TryParse(file[..^(extension.Length + 1)], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                versions[version] = Describe(version, blob.Metadata);
            }
        }

        var current = await CurrentAsync(cancel);
        versions[current.Version] = new(current.Version, current.By, current.At, current.Note);
        return [.. versions.Values.OrderByDescending(version => version.Version)];
    }

    /// <summary>
    /// Puts a file in force as the next version; null where somebody else was faster. What it replaces is filed first, so that no
    /// version is ever lost; it is filed itself right after, and if that fails, when it is replaced.
    /// </summary>
    public async Task<StoredSetting?> TryReplaceAsync(
        StoredSetting before, string text, string by, Instant at, string? note, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        await FileAsync(before, cancel);

        var after = new StoredSetting(before.Version + 1, text, null, by, at, note);
        try
        {
            var condition = before.ETag is { } etag ? new BlobRequestConditions { IfMatch = etag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
            after = after with { ETag = (await UploadAsync(InForce, after, condition, cancel)).ETag };
            await FileAsync(after, cancel);
            return after;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // A lost reply and a retry look like a rival, too: if the file in force is ours, it was us.
            return await CurrentAsync(cancel) is { } now && now with { ETag = null } == after ? now : null;
        }
    }

    private BlobClient Archived(int version) => container.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"{name}/{version}.{extension}"));

    private async Task FileAsync(StoredSetting setting, CancellationToken cancel)
    {
        try
        {
            await UploadAsync(Archived(setting.Version), setting, new() { IfNoneMatch = ETag.All }, cancel);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // Filed before, and a version never changes.
        }
    }

    private async Task<BlobContentInfo> UploadAsync(BlobClient blob, StoredSetting setting, BlobRequestConditions condition, CancellationToken cancel)
    {
        // Metadata travels as headers: ASCII only.
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = setting.Version.ToString(CultureInfo.InvariantCulture) };
        foreach (var (key, value) in new[] { ("by", setting.By), ("at", setting.At is { } at ? InstantPattern.ExtendedIso.Format(at) : null), ("note", setting.Note) })
        {
            if (value is { Length: > 0 })
            {
                metadata[key] = Uri.EscapeDataString(value);
            }
        }

        return await blob.UploadAsync(
            BinaryData.FromString(setting.Text),
            new BlobUploadOptions { Metadata = metadata, Conditions = condition, HttpHeaders = new() { ContentType = mediaType } },
            cancel);
    }

    private static async Task<StoredSetting?> ReadAsync(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            var read = (await blob.DownloadContentAsync(cancel)).Value;
            var described = Describe(0, read.Details.Metadata);
            // A file put there by hand, without its version, is the first one that differs from what ships.
            var version = read.Details.Metadata.TryGetValue(VersionKey, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 2;
            return new(version, Encoding.UTF8.GetString(read.Content), read.Details.ETag, described.By, described.At, described.Note);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    private static SettingVersion Describe(int version, IDictionary<string, string> metadata)
    {
        var at = Value("at") is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant : (Instant?)null;
        return new(version, Value("by"), at, Value("note"));

        string? Value(string key) => metadata.TryGetValue(key, out var value) ? Uri.UnescapeDataString(value) : null;
    }
}
