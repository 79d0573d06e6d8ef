using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;
using NodaTime.Text;
using Service.Settings;

namespace Service.Calendar;

/// <summary>A calendar file as it is stored.</summary>
/// <param name="Version">1 where nothing was ever stored; grows by one with each change.</param>
/// <param name="Text">The file as it was given.</param>
/// <param name="ETag">What the next change is conditioned on; null where nothing is stored.</param>
/// <param name="Metadata">Version, who and when, as they stand beside the blob.</param>
internal sealed record StoredCalendar(int Version, string Text, ETag? ETag, IDictionary<string, string> Metadata);

/// <summary>
/// The blobs of the calendar in container <c>settings</c>: <c>calendar.ics</c> is in force, <c>calendar/{version}.ics</c> are all
/// versions, <c>calendar/applied</c> holds the version that all open requests were told of.
/// </summary>
internal sealed class CalendarBlobs(BlobServiceClient blobs)
{
    private const string VersionKey = "version";
    private const string MediaType = "text/calendar; charset=utf-8";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient("settings");

    /// <summary>What is in force where nothing is stored: no closures.</summary>
    private static StoredCalendar First { get; } =
        new(1, CalendarFile.Print([]), null, new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = "1" });

    private BlobClient InForce => container.GetBlobClient("calendar.ics");

    private BlobClient Applied => container.GetBlobClient("calendar/applied");

    public async Task<StoredCalendar> CurrentAsync(CancellationToken cancel) =>
        await ReadAsync(InForce, cancel) ?? First;

    /// <summary>A version that was in force once.</summary>
    public async Task<StoredCalendar> VersionAsync(int version, CancellationToken cancel) =>
        await FindAsync(version, cancel) ?? throw new InvalidOperationException($"Version {version} of the calendar is missing in storage.");

    /// <summary>A version that was in force once; null where there never was one of this number.</summary>
    public async Task<StoredCalendar?> FindAsync(int version, CancellationToken cancel)
    {
        if (await ReadAsync(Archived(version), cancel) is { } archived)
        {
            return archived;
        }

        if (version == First.Version)
        {
            return First;
        }

        // The version in force may not be filed yet.
        var current = await CurrentAsync(cancel);
        return current.Version == version ? current : null;
    }

    /// <summary>All versions, the latest first.</summary>
    public async Task<IReadOnlyList<SettingVersion>> HistoryAsync(CancellationToken cancel)
    {
        var versions = new Dictionary<int, SettingVersion> { [First.Version] = Describe(First.Version, First.Metadata) };
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = "calendar/", Traits = BlobTraits.Metadata }, cancel))
        {
            if (blob.Name.EndsWith(".ics", StringComparison.Ordinal)
                && int.TryParse(blob.Name["calendar/".Length..^".ics".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                versions[version] = Describe(version, blob.Metadata);
            }
        }

        var current = await CurrentAsync(cancel);
        versions[current.Version] = Describe(current.Version, current.Metadata);
        return [.. versions.Values.OrderByDescending(version => version.Version)];
    }

    /// <summary>
    /// Puts a file in force as the next version; null where somebody else was faster. What it replaces is filed first, so that no
    /// version is ever lost; it is filed itself right after, and if that fails, when it is replaced.
    /// </summary>
    public async Task<StoredCalendar?> TryReplaceAsync(StoredCalendar before, string text, string by, Instant at, string? note, CancellationToken cancel)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancel);
        await FileAsync(before, cancel);

        var version = before.Version + 1;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = version.ToString(CultureInfo.InvariantCulture),
            // Metadata travels as headers: ASCII only.
            ["by"] = Uri.EscapeDataString(by),
            ["at"] = at.ToString(),
        };
        if (note is { Length: > 0 })
        {
            metadata["note"] = Uri.EscapeDataString(note);
        }

        try
        {
            var condition = before.ETag is { } etag ? new BlobRequestConditions { IfMatch = etag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
            var stored = await UploadAsync(InForce, text, metadata, condition, cancel);
            var after = new StoredCalendar(version, text, stored.ETag, metadata);
            await FileAsync(after, cancel);
            return after;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // A lost reply and a retry look like a rival, too: if the file in force is ours, it was us.
            return await CurrentAsync(cancel) is { } now && now.Version == version && now.Text == text && SameWriter(now.Metadata, metadata) ? now : null;
        }
    }

    /// <summary>The version that all open requests were told of, 1 to begin with: nobody has to be told of no closures.</summary>
    public async Task<(int Version, ETag? ETag)> AppliedAsync(CancellationToken cancel)
    {
        try
        {
            var blob = (await Applied.DownloadContentAsync(cancel)).Value;
            return (int.Parse(blob.Content.ToString(), NumberStyles.None, CultureInfo.InvariantCulture), blob.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return (1, null);
        }
    }

    public async Task MarkAppliedAsync(int version, CancellationToken cancel)
    {
        // Each round lost means that another process marked a version; they only grow, so the end is near.
        while (await AppliedAsync(cancel) is var (applied, etag) && applied < version)
        {
            try
            {
                var condition = etag is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
                await container.CreateIfNotExistsAsync(cancellationToken: cancel);
                await Applied.UploadAsync(
                    BinaryData.FromString(version.ToString(CultureInfo.InvariantCulture)), new BlobUploadOptions { Conditions = condition }, cancel);
            }
            catch (RequestFailedException fault) when (fault.Status is 409 or 412)
            {
                // Read again what the other one wrote.
            }
        }
    }

    private BlobClient Archived(int version) => container.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"calendar/{version}.ics"));

    private async Task FileAsync(StoredCalendar calendar, CancellationToken cancel)
    {
        try
        {
            await UploadAsync(Archived(calendar.Version), calendar.Text, calendar.Metadata, new() { IfNoneMatch = ETag.All }, cancel);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // Filed before, and a version never changes.
        }
    }

    private static async Task<StoredCalendar?> ReadAsync(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            var read = (await blob.DownloadContentAsync(cancel)).Value;
            var metadata = read.Details.Metadata;
            // A file put there by hand, without its version, is the first one that differs from no closures.
            var version = metadata.TryGetValue(VersionKey, out var text) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 2;
            return new(version, Encoding.UTF8.GetString(read.Content), read.Details.ETag, metadata);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    private static async Task<BlobContentInfo> UploadAsync(
        BlobClient blob, string text, IDictionary<string, string> metadata, BlobRequestConditions condition, CancellationToken cancel) =>
        await blob.UploadAsync(
            BinaryData.FromString(text),
            new BlobUploadOptions { Metadata = metadata, Conditions = condition, HttpHeaders = new() { ContentType = MediaType } },
            cancel);

    private static SettingVersion Describe(int version, IDictionary<string, string> metadata) => new(
        version,
        metadata.TryGetValue("by", out var by) ? Uri.UnescapeDataString(by) : null,
        metadata.TryGetValue("at", out var at) && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var when } ? when : null,
        metadata.TryGetValue("note", out var note) ? Uri.UnescapeDataString(note) : null);

    private static bool SameWriter(IDictionary<string, string> one, IDictionary<string, string> other) =>
        one.TryGetValue("by", out var by) && one.TryGetValue("at", out var at) && by == other["by"] && at == other["at"];
}
