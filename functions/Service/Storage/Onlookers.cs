using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Service.Storage;

/// <summary>Somebody of the staff who has a request's page open, or had it open a short while ago.</summary>
/// <param name="Name">Their name as signed in.</param>
/// <param name="SeenAt">When their page last said so.</param>
public sealed record Onlooker(string Name, Instant SeenAt);

/// <summary>
/// Who looks at a request, in the table <c>onlookers</c>: a partition a request, a row a person. A courtesy between colleagues, not a record:
/// what is on record is in the ledger of reads.
/// </summary>
internal sealed class Onlookers(TableServiceClient tables)
{
    public const string TableName = "onlookers";

    // Of no use to anybody any more.
    private static readonly Duration Stale = Duration.FromMinutes(30);

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Notes that somebody looks at a request now, and says who else does or did in the last half hour, latest first.</summary>
    public async Task<IReadOnlyList<Onlooker>> LookAsync(string requestId, string name, Instant now, CancellationToken cancel)
    {
        await table.UpsertEntityAsync(
            new TableEntity(requestId, TableKey.Of(name)) { ["Name"] = name, ["SeenAt"] = now.ToDateTimeOffset() }, TableUpdateMode.Replace, cancel);
        var others = new List<Onlooker>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {requestId}"), cancellationToken: cancel))
        {
            var other = new Onlooker(row.GetString("Name"), Instant.FromDateTimeOffset(row.GetDateTimeOffset("SeenAt").GetValueOrDefault()));
            if (now - other.SeenAt > Stale)
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancel);
            }
            else if (other.Name != name)
            {
                others.Add(other);
            }
        }

        return [.. others.OrderByDescending(other => other.SeenAt)];
    }

    /// <summary>Somebody closed the page.</summary>
    public Task LeaveAsync(string requestId, string name, CancellationToken cancel) =>
        table.DeleteEntityAsync(requestId, TableKey.Of(name), ETag.All, cancel);
}
