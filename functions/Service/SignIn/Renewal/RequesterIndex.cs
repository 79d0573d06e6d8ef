using Azure.Data.Tables;
using Service.SignIn.Keys;

namespace Service.SignIn.Renewal;

/// <summary>
/// Which requests were made with an e-mail address, in the table <c>requesters</c>, so that somebody who lost every link can be sent
/// new ones. The partition follows from the address under the server key: the table names nobody.
/// </summary>
internal sealed class RequesterIndex(TableServiceClient tables, ServerKey key)
{
    public const string TableName = "requesters";

    // Who has more asks with the request's number.
    private const int Most = 20;

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Notes a request before it is stored: a note without a request leads nowhere, a request without a note would be lost.</summary>
    public async Task NoteAsync(string email, string requestId, CancellationToken cancel) => await table.UpsertEntityAsync(
        new TableEntity(await PartitionAsync(email, cancel), requestId), TableUpdateMode.Replace, cancel);

    /// <summary>The requests of an address.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string email, CancellationToken cancel)
    {
        var ids = new List<string>();
        var partition = await PartitionAsync(email, cancel);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), Most, ["RowKey"], cancel))
        {
            ids.Add(row.RowKey);
            if (ids.Count == Most)
            {
                break;
            }
        }

        return ids;
    }

    /// <summary>Addresses are compared without case and without blanks around them.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    private async ValueTask<string> PartitionAsync(string email, CancellationToken cancel) =>
        Convert.ToHexStringLower(await key.MacAsync("requester", Normal(email), cancel));
}
