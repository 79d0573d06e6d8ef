using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Azure.Storage.Blobs;
using NodaTime;
using Service.Policy;
using Service.Storage;

namespace Service.StandardTexts;

/// <summary>The standard texts as a version of them has it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Texts">By action and name.</param>
internal sealed record StandardTextFile(int Version, IReadOnlyList<StandardText> Texts);

/// <summary>The standard texts in force, with every earlier version. Until somebody changes them, they are those that ship with the product.</summary>
internal sealed class StandardTextStore(BlobServiceClient blobs)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly VersionedFile file = new(blobs, "standard-texts", "json", "application/json", ShippedFiles.Text("standard-texts.json", "StandardTexts"));

    /// <summary>The texts in force.</summary>
    public async Task<StandardTextFile> CurrentAsync(CancellationToken cancel) => Read(await file.CurrentAsync(cancel));

    /// <summary>An earlier version, or null where there is none of this number.</summary>
    public async Task<StandardTextFile?> FindAsync(int version, CancellationToken cancel) =>
        await file.FindAsync(version, cancel) is { } found ? Read(found) : null;

    /// <summary>All versions but their texts, newest first.</summary>
    public Task<IReadOnlyList<FileVersion>> HistoryAsync(CancellationToken cancel) => file.HistoryAsync(cancel);

    /// <summary>Puts texts in force. False where somebody else changed them since version <paramref name="basedOn"/>.</summary>
    public async Task<bool> ReplaceAsync(IEnumerable<StandardText> texts, int basedOn, string by, Instant at, CancellationToken cancel)
    {
        var written = JsonSerializer.Serialize(Ordered(texts), Options) + "\n";
        return await file.ReplaceAsync(written, basedOn, by, at, cancel) is not null;
    }

    private static StandardTextFile Read(FileVersion version) =>
        new(version.Number, [.. Ordered(JsonSerializer.Deserialize<IReadOnlyList<StandardText>>(version.Text, Options) ?? [])]);

    private static IEnumerable<StandardText> Ordered(IEnumerable<StandardText> texts) =>
        texts.OrderBy(one => one.Form, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase);
}
