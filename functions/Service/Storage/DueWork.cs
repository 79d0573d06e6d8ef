using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Service.Storage;

/// <summary>A wake-up that is written down.</summary>
/// <param name="RequestId">Whom to wake.</param>
/// <param name="At">When.</param>
internal sealed record DueRow(string RequestId, Instant At)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks():D19}_{RequestId}");
}

/// <summary>
/// Wake-ups by time, in the table <c>due</c>. A row says "look at this request no later than then". One that comes for nothing does no
/// harm, so rows are not moved when a wait gets longer.
/// </summary>
internal sealed class DueWork(TableServiceClient tables)
{
    public const string TableName = "due";
    private const string Partition = "due";

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>The earliest wake-ups, in order of time, due or not.</summary>
    public async Task<IReadOnlyList<DueRow>> EarliestAsync(int count, CancellationToken cancel)
    {
        var pages = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), count, ["RowKey"], cancel).AsPages();
        await foreach (var page in pages)
        {
            return [.. page.Values.Select(row => Read(row.RowKey))];
        }

        return [];
    }

    /// <summary>Takes away what has been seen to and writes down the next wake-up, in one transaction; either may be null.</summary>
    public async Task MoveAsync(DueRow? seenTo, DueRow? next, CancellationToken cancel)
    {
        switch (seenTo, next)
        {
            case (null, null):
                break;
            case (not null, null):
                await table.DeleteEntityAsync(Partition, seenTo.Key, ETag.All, cancel);
                break;
            case (null, not null):
                await table.UpsertEntityAsync(new TableEntity(Partition, next.Key), TableUpdateMode.Replace, cancel);
                break;
            default:
                if (seenTo.Key == next.Key)
                {
                    break;
                }

                try
                {
                    await table.SubmitTransactionAsync(
                        [
                            new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, next.Key)),
                            new(TableTransactionActionType.Delete, new TableEntity(Partition, seenTo.Key), ETag.All),
                        ],
                        cancel);
                }
                catch (RequestFailedException failure) when (failure.Status == 404)
                {
                    // Another process saw to it as well and took it away.
                    await table.UpsertEntityAsync(new TableEntity(Partition, next.Key), TableUpdateMode.Replace, cancel);
                }

                break;
        }
    }

    private static DueRow Read(string rowKey) =>
        new(rowKey[20..], Instant.FromUnixTimeTicks(long.Parse(rowKey.AsSpan(0, 19), NumberStyles.None, CultureInfo.InvariantCulture)));
}
