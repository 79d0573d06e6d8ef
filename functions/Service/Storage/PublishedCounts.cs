using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;

namespace Service.Storage;

/// <summary>How many questions a published dataset answered, by day, in the table <c>counts</c>: all that is kept of them.</summary>
internal sealed class PublishedCounts(TableServiceClient tables)
{
    public const string TableName = "counts";
    private const string Partition = "published";
    private const int MostTries = 10;

    private readonly TableClient table = tables.GetTableClient(TableName);

    public async Task CountAsync(LocalDate day, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, LocalDatePattern.Iso.Format(day), cancellationToken: cancel);
            var row = found.HasValue ? found.Value! : new TableEntity(Partition, LocalDatePattern.Iso.Format(day));
            row["Count"] = (row.GetInt32("Count") ?? 0) + 1;
            try
            {
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancel)
                    : table.AddEntityAsync(row, cancel));
                return;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 && attempt < MostTries)
            {
                await Task.Delay(Random.Shared.Next(5, 25) * attempt, cancel);
            }
        }
    }

    /// <summary>The count of a day.</summary>
    public async Task<int> OfAsync(LocalDate day, CancellationToken cancel)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, LocalDatePattern.Iso.Format(day), cancellationToken: cancel);
        return found.HasValue ? found.Value!.GetInt32("Count") ?? 0 : 0;
    }
}
