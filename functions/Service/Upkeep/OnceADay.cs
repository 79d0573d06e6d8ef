using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Service.Engine;

namespace Service.Upkeep;

/// <summary>
/// What is done once a day and no more, in the table <c>upkeep</c>. It is claimed before and marked after, so that two processes never do
/// it both, and what a crash left claimed is taken up again when the claim has run out.
/// </summary>
internal sealed class OnceADay(TableServiceClient tables, EngineIdentity engine, TimeProvider time)
{
    /// <summary>Its table.</summary>
    public const string TableName = "upkeep";

    private static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(2);

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Claims it for this process; false where it is done, or another process is at it.</summary>
    public async Task<bool> ClaimAsync(string what, LocalDate day, CancellationToken cancel)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(what, Key(day), cancellationToken: cancel);
        if (found is { HasValue: true, Value: { } row }
            && (row.GetBoolean("Done") == true || (row.GetString("By") != engine.Name && row.GetDateTimeOffset("Until") > time.GetUtcNow())))
        {
            return false;
        }

        try
        {
            await (found is { HasValue: true, Value: { } old }
                ? table.UpdateEntityAsync(Row(what, day, isDone: false), old.ETag, TableUpdateMode.Replace, cancel)
                : table.AddEntityAsync(Row(what, day, isDone: false), cancel));
            return true;
        }
        catch (RequestFailedException rival) when (rival.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Remembers that it is done.</summary>
    public Task MarkAsync(string what, LocalDate day, CancellationToken cancel) =>
        table.UpsertEntityAsync(Row(what, day, isDone: true), TableUpdateMode.Replace, cancel);

    /// <summary>The last day on which it was done, of those between two days, both included; null where it was not.</summary>
    public async Task<LocalDate?> LastDoneAsync(string what, LocalDate since, LocalDate until, CancellationToken cancel)
    {
        LocalDate? last = null;
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {what} and RowKey ge {Key(since)} and RowKey le {Key(until)} and Done eq true"), select: ["RowKey"], cancellationToken: cancel);
        await foreach (var row in rows)
        {
            last = LocalDatePattern.Iso.Parse(row.RowKey).Value;
        }

        return last;
    }

    private static string Key(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private TableEntity Row(string what, LocalDate day, bool isDone) => new(what, Key(day))
    {
        ["Done"] = isDone,
        ["By"] = engine.Name,
        ["Until"] = time.GetUtcNow() + ClaimFor,
    };
}
