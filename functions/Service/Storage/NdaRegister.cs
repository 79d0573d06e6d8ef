using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Core.Agreements;
using Core.Routing;
using NodaTime;
using NodaTime.Text;

namespace Service.Storage;

/// <summary>
/// Executed agreements by who signed them, in the table <c>ndas</c>. The partition is a hash of e-mail address and organization, so
/// that the register names nobody by its keys.
/// </summary>
internal sealed class NdaRegister(TableServiceClient tables)
{
    public const string TableName = "ndas";

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>The agreement that holds longest of those current on a day; null where there is none.</summary>
    public async Task<CurrentNda?> CurrentAsync(Requester requester, LocalDate today, CancellationToken cancel)
    {
        var from = LocalDatePattern.Iso.Format(today);
        CurrentNda? current = null;
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(requester)} and RowKey ge {from}"), cancellationToken: cancel))
        {
            current = new(row.GetString("Nda"), row.GetString("Request"), LocalDatePattern.Iso.Parse(row.RowKey[..10]).Value);
        }

        return current;
    }

    /// <summary>Enters an executed agreement. Entering it again changes nothing.</summary>
    public async Task EnterAsync(Requester requester, CurrentNda agreement, CancellationToken cancel) =>
        await table.UpsertEntityAsync(
            new TableEntity(PartitionOf(requester), $"{LocalDatePattern.Iso.Format(agreement.EndsOn)}_{agreement.RequestId}")
            {
                ["Nda"] = agreement.Id,
                ["Request"] = agreement.RequestId,
            },
            TableUpdateMode.Replace, cancel);

    private static string PartitionOf(Requester requester) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Normal(requester.Email)}\n{Normal(requester.Organization)}")));

    private static string Normal(string? text) =>
        string.Join(' ', (text ?? "").ToLowerInvariant().Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
