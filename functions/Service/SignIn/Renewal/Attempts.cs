using Azure;
using Azure.Data.Tables;
using NodaTime;
using Service.SignIn.Keys;

namespace Service.SignIn.Renewal;

/// <summary>
/// Counts what may be tried only so often, in the table <c>attempts</c>: a row for each who tries, and who that is follows from the server
/// key. Counted in storage, because several processes serve the same office.
/// </summary>
internal sealed class Attempts(TableServiceClient tables, ServerKey key, IClock clock)
{
    public const string TableName = "attempts";
    private const int MostTries = 5;
    private static readonly Duration Window = Duration.FromHours(1);

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Takes one of the attempts there are in an hour; false where none is left.</summary>
    /// <param name="what">What is tried, such as "link/email".</param>
    /// <param name="who">Who tries: an address of mail or of the network.</param>
    /// <param name="most">How many there are.</param>
    public async Task<bool> TakeAsync(string what, string who, int most, CancellationToken cancel)
    {
        var partition = Convert.ToHexStringLower(await key.MacAsync("attempts", $"{what}\n{who}", cancel));
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, "", cancellationToken: cancel);
            var row = found.HasValue ? found.Value! : new TableEntity(partition, "");
            var now = clock.GetCurrentInstant();
            var since = Instant.FromUnixTimeTicks(row.GetInt64("Since") ?? 0);
            // A clock that was set back begins anew as well.
            var isOver = now >= since + Window || now < since;
            var count = isOver ? 0 : row.GetInt32("Count") ?? 0;
            if (count >= most)
            {
                return false;
            }

            row["Since"] = (isOver ? now : since).ToUnixTimeTicks();
            row["Count"] = count + 1;
            try
            {
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancel)
                    : table.AddEntityAsync(row, cancel));
                return true;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412)
            {
                // Somebody else counted at the same time: read again.
            }
        }

        return false;
    }
}
