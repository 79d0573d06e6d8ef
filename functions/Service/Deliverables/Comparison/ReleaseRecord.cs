using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NodaTime;
using NodaTime.Text;

namespace Service.Deliverables.Comparison;

/// <summary>A file of which what it tells is on record.</summary>
/// <param name="RequestId">Its request.</param>
/// <param name="DeliverableId">Its id.</param>
/// <param name="FileName">Its name.</param>
/// <param name="At">When its release was tried last.</param>
internal sealed record ReleasedFile(string RequestId, string DeliverableId, string FileName, Instant At);

/// <summary>
/// What released files tell of groups of students, a sheet each, for later files to be compared with. It lies in blobs of a container; the table
/// of the same name finds it by school year. A record is written before its release, so that no crash loses it; whether the release happened the
/// request's own events tell.
/// </summary>
/// <typeparam name="T">What is kept of a sheet.</typeparam>
internal abstract class ReleaseRecord<T>(TableServiceClient tables, BlobServiceClient blobs, string name)
{
    private const string AnyYear = "any";
    private const int MostRemembered = 500;

    private readonly TableClient table = tables.GetTableClient(name);
    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(name);
    // A record is never changed, so what was read once stays right.
    private readonly ConcurrentDictionary<string, IReadOnlyList<T>> remembered = new(StringComparer.Ordinal);

    /// <summary>Records what a file tells that is about to be released. Recording it again only renews its time.</summary>
    public async Task RecordAsync(ReleasedFile file, IReadOnlyList<T> sheets, CancellationToken cancel)
    {
        await Blob(file).UploadAsync(Write(sheets), overwrite: true, cancel);
        foreach (var year in KeysOf(sheets))
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

    /// <summary>The files on record that may be about one of these years; the newest first.</summary>
    /// <param name="years">As <see cref="KeysOf"/> gives them.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<IReadOnlyList<ReleasedFile>> FindAsync(IReadOnlyList<string> years, CancellationToken cancel)
    {
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

    /// <summary>The school years that sheets speak of, as the years they end in; where one is not known, or there are too many, any year.</summary>
    public IReadOnlyList<string> KeysOf(IReadOnlyList<T> sheets)
    {
        var years = sheets.SelectMany(YearsOf).Distinct(StringComparer.Ordinal).ToList();
        return years.Count is 0 or > 15 || years.Exists(year => year is not [>= '0' and <= '9', _, _, _]) ? [AnyYear] : [.. years.OfType<string>()];
    }

    /// <summary>What a file on record tells.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(ReleasedFile file, CancellationToken cancel)
    {
        if (remembered.TryGetValue(Key(file), out var known))
        {
            return known;
        }

        var stored = await Blob(file).DownloadContentAsync(cancel);
        var sheets = Read(stored.Value.Content);
        if (!IsSmall(sheets))
        {
            return sheets;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        remembered.TryAdd(Key(file), sheets);
        return sheets;
    }

    /// <summary>The stored form.</summary>
    protected abstract BinaryData Write(IReadOnlyList<T> sheets);

    /// <summary>Reads the stored form.</summary>
    protected abstract IReadOnlyList<T> Read(BinaryData stored);

    /// <summary>The school years that a sheet speaks of, as the years they end in; null for one that is not known.</summary>
    protected abstract IEnumerable<string?> YearsOf(T sheet);

    /// <summary>Little enough to be kept in memory.</summary>
    protected virtual bool IsSmall(IReadOnlyList<T> sheets) => true;

    private BlobClient Blob(ReleasedFile file) => container.GetBlobClient($"{file.RequestId}/{file.DeliverableId}");

    private static string Key(ReleasedFile file) => $"{file.RequestId}.{file.DeliverableId}";
}
