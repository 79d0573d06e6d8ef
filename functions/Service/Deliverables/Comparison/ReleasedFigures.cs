using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Core.Release.Tables;
using NodaTime;
using NodaTime.Text;

namespace Service.Deliverables.Comparison;

/// <summary>A file whose figures are on record.</summary>
/// <param name="RequestId">Its request.</param>
/// <param name="DeliverableId">Its id.</param>
/// <param name="FileName">Its name.</param>
/// <param name="At">When its release was tried last.</param>
internal sealed record ReleasedFile(string RequestId, string DeliverableId, string FileName, Instant At);

/// <summary>
/// The counts and shares of every aggregate that was released or is about to be: what a later file is compared with. Figures lie in blobs
/// of the container <c>released</c>; the table <c>released</c> finds them by school year. No student is in them. A record is
/// written before its release, so that no crash loses it; whether the release happened the request's own events tell.
/// </summary>
internal sealed class ReleasedFigures(TableServiceClient tables, BlobServiceClient blobs)
{
    public const string Name = "released";
    private const string AnyYear = "any";
    private const int MostRemembered = 500;

    private readonly TableClient table = tables.GetTableClient(Name);
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Name);
    // A record is never changed, so what was read once stays right.
    private readonly ConcurrentDictionary<string, IReadOnlyList<Figures>> remembered = new(StringComparer.Ordinal);

    /// <summary>Records the figures of a file that is about to be released. Recording it again only renews its time.</summary>
    public async Task RecordAsync(ReleasedFile file, IReadOnlyList<Figures> sheets, CancellationToken cancel)
    {
        await Blob(file).UploadAsync(FiguresJson.Write(sheets), overwrite: true, cancel);
        foreach (var year in Years(sheets))
        {
            await table.UpsertEntityAsync(
                new TableEntity(year, Key(file))
                {
                    ["RequestId"] = file.RequestId,
                    ["DeliverableId"] = file.DeliverableId,
                    ["FileName"] = file.FileName,
                    ["At"] = InstantPattern.ExtendedIso.Format(file.At),
                },
                TableUpdateMode.Replace, cancel);
        }
    }

    /// <summary>The files on record whose years may be those of these figures; the newest first.</summary>
    public async Task<IReadOnlyList<ReleasedFile>> FindAsync(IReadOnlyList<Figures> sheets, CancellationToken cancel)
    {
        var years = Years(sheets);
        var filter = years.Contains(AnyYear, StringComparer.Ordinal)
            ? null
            : string.Join(" or ", years.Append(AnyYear).Select(year => TableClient.CreateQueryFilter($"(PartitionKey eq {year})")));
        var found = new Dictionary<string, ReleasedFile>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            found.TryAdd(row.RowKey, new(
                row.GetString("RequestId"), row.GetString("DeliverableId"), row.GetString("FileName"),
                InstantPattern.ExtendedIso.Parse(row.GetString("At")).Value));
        }

        return [.. found.Values.OrderByDescending(file => file.At).ThenBy(file => file.DeliverableId, StringComparer.Ordinal)];
    }

    /// <summary>The figures of a file on record.</summary>
    public async Task<IReadOnlyList<Figures>> ReadAsync(ReleasedFile file, CancellationToken cancel)
    {
        if (remembered.TryGetValue(Key(file), out var known))
        {
            return known;
        }

        var stored = await Blob(file).DownloadContentAsync(cancel);
        var figures = FiguresJson.Read(stored.Value.Content);
        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered.TryAdd(Key(file), figures);
        return figures;
    }

    private BlobClient Blob(ReleasedFile file) => container.GetBlobClient($"{file.RequestId}/{file.DeliverableId}");

    private static string Key(ReleasedFile file) => $"{file.RequestId}.{file.DeliverableId}";

    /// <summary>The school years of the figures, as keys; where some have none, or there are too many, any year.</summary>
    private static IReadOnlyList<string> Years(IReadOnlyList<Figures> sheets)
    {
        var years = sheets.SelectMany(sheet => sheet.Counts.Select(one => one.Group).Concat(sheet.Shares.Select(one => one.Group)))
            .Select(group => group.By.GetValueOrDefault(Group.Year)).Distinct(StringComparer.Ordinal).ToList();
        return years.Count is 0 or > 15 || years.Exists(year => year is not [>= '0' and <= '9', _, _, _]) ? [AnyYear] : [.. years.OfType<string>()];
    }
}
