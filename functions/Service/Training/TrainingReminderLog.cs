using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Service.Engine;

namespace Service.Training;

/// <summary>
/// Which reminders of training left, in the table <c>training</c>. A reminder is claimed before it is sent and marked after: two
/// processes never send the same one, and one that a crash left claimed is taken up again when the claim has run out; the mail server
/// knows it by its message id then.
/// </summary>
internal sealed class TrainingReminderLog(TableServiceClient tables, EngineIdentity engine, TimeProvider time)
{
    /// <summary>Its table.</summary>
    public const string TableName = "training";

    private const string Partition = "reminders";

    /// <summary>Longer than a mail server may take to answer.</summary>
    private static readonly TimeSpan ClaimFor = TimeSpan.FromSeconds(60);

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>The ids of all that left, as they are stored.</summary>
    public async Task<IReadOnlySet<string>> SentAsync(CancellationToken cancel)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Sent eq true"), select: ["RowKey"], cancellationToken: cancel))
        {
            sent.Add(row.RowKey);
        }

        return sent;
    }

    /// <summary>How a reminder's id is stored: addresses are not for keys.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..40];

    /// <summary>Claims a reminder for this process; false where it left already, or another process is at it.</summary>
    public async Task<bool> ClaimAsync(string id, CancellationToken cancel)
    {
        var claim = Row(id, isSent: false);
        try
        {
            await table.AddEntityAsync(claim, cancel);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            var found = (await table.GetEntityAsync<TableEntity>(Partition, claim.RowKey, cancellationToken: cancel)).Value;
            if (found.GetBoolean("Sent") == true || (found.GetString("By") != engine.Name && found.GetDateTimeOffset("Until") > time.GetUtcNow()))
            {
                return false;
            }

            try
            {
                await table.UpdateEntityAsync(claim, found.ETag, TableUpdateMode.Replace, cancel);
                return true;
            }
            catch (RequestFailedException rival) when (rival.Status is 404 or 412)
            {
                return false;
            }
        }
    }

    /// <summary>Remembers that it left.</summary>
    public Task MarkSentAsync(string id, CancellationToken cancel) => table.UpsertEntityAsync(Row(id, isSent: true), TableUpdateMode.Replace, cancel);

    private TableEntity Row(string id, bool isSent) => new(Partition, KeyOf(id))
    {
        ["Sent"] = isSent,
        ["By"] = engine.Name,
        ["Until"] = time.GetUtcNow() + ClaimFor,
    };
}
