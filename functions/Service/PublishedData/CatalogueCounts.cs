using Azure;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Service.Storage;

namespace Service.PublishedData;

/// <summary>What happened with a published dataset.</summary>
internal enum CatalogueCount
{
    /// <summary>It was shown to somebody who was about to ask.</summary>
    Shown,
    /// <summary>Somebody opened it.</summary>
    Opened,
    /// <summary>Somebody said that it answers the question, and no request was made.</summary>
    Answered,
}

/// <summary>How often a dataset was shown, opened and enough, in one month. It says nothing of who, or of what they typed.</summary>
/// <param name="Month">Such as "2026-03".</param>
/// <param name="Dataset">Its name in links.</param>
/// <param name="Shown">Times it was shown to somebody who was about to ask.</param>
/// <param name="Opened">Times it was opened from there or from the catalogue.</param>
/// <param name="Answered">Requests not made because of it.</param>
public sealed record CatalogueUse(string Month, string Dataset, int Shown, int Opened, int Answered);

/// <summary>How well the catalogue answers, by month and dataset, in the table <c>counts</c>.</summary>
internal sealed class CatalogueCounts(TableServiceClient tables, IClock clock)
{
    private const string Partition = "catalogue";
    private const int MostTries = 10;

    /// <summary>How months are written.</summary>
    public static LocalDatePattern Month { get; } = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    private readonly TableClient table = tables.GetTableClient(PublishedCounts.TableName);

    /// <summary>Counts one more for each of these datasets, by title.</summary>
    public async Task CountAsync(IEnumerable<string> titles, CatalogueCount what, CancellationToken cancel)
    {
        var month = Month.Format(clock.GetCurrentInstant().InUtc().Date);
        var keys = titles.Select(title => $"{month}|{CatalogueLinks.Id(title)}").Distinct(StringComparer.Ordinal).ToList();
        for (var attempt = 1; keys.Count > 0; attempt++)
        {
            var found = await Task.WhenAll(keys.Select(key => table.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancel)));
            var actions = keys.Zip(found, (key, row) => More(row.HasValue ? row.Value! : new(Partition, key), row.HasValue, what));
            try
            {
                await table.SubmitTransactionAsync(actions, cancel);
                return;
            }
            catch (RequestFailedException rival) when (rival.Status is 409 or 412 && attempt < MostTries)
            {
                await Task.Delay(Random.Shared.Next(5, 25) * attempt, cancel);
            }
        }
    }

    /// <summary>All months from one to another, both included, such as "2026-01".</summary>
    public async Task<IReadOnlyList<CatalogueUse>> UseAsync(string from, string to, CancellationToken cancel)
    {
        var uses = new List<CatalogueUse>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to + "}"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            if (row.RowKey.Split('|') is [var month, var dataset])
            {
                uses.Add(new(month, dataset, Of(CatalogueCount.Shown), Of(CatalogueCount.Opened), Of(CatalogueCount.Answered)));
            }

            int Of(CatalogueCount what) => row.GetInt32(what.ToString()) ?? 0;
        }

        return uses;
    }

    private static TableTransactionAction More(TableEntity row, bool isThere, CatalogueCount what)
    {
        row[what.ToString()] = (row.GetInt32(what.ToString()) ?? 0) + 1;
        return isThere
            ? new(TableTransactionActionType.UpdateReplace, row, row.ETag)
            : new(TableTransactionActionType.Add, row);
    }
}
