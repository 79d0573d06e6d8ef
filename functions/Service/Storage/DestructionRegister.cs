using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Core.Requests;
using Core.Routing;

namespace Service.Storage;

/// <summary>
/// Where the destruction of data is owed, in the table <c>destructions</c>: all of it in one partition, and once more for each receiver by
/// e-mail address and by organization, hashed so that the keys name nobody. What was owed once has a partition, and so have requests that
/// were refused because of it. It only says where to look: whether something is owed, and since when, the request itself says.
/// </summary>
internal sealed class DestructionRegister(TableServiceClient tables)
{
    public const string TableName = "destructions";
    private const string Owed = "owed";
    private const string Settled = "settled";
    private const string HeldUp = "refused";

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>Enters a request's destruction where it is owed, moves it where it is not any more. Doing it again changes nothing.</summary>
    public async Task KeepAsync(RequestState request, CancellationToken cancel)
    {
        if (Destruction.HeldUp(request))
        {
            await EnterAsync(HeldUp, request.Id, cancel);
            return;
        }

        // The new place first: a request is in two rather than in none when it ends in between.
        if (!request.OwesDestruction)
        {
            await EnterAsync(Settled, request.Id, cancel);
        }

        foreach (var partition in Receivers(request.Submission.Requester).Append(Owed))
        {
            if (request.OwesDestruction)
            {
                await EnterAsync(partition, request.Id, cancel);
            }
            else
            {
                await table.DeleteEntityAsync(partition, request.Id, ETag.All, cancel);
            }
        }
    }

    /// <summary>Ids of all requests whose destruction is owed.</summary>
    /// <param name="most">How many at most.</param>
    public Task<IReadOnlyList<string>> OwedAsync(CancellationToken cancel, int most = int.MaxValue) => IdsAsync(Owed, cancel, most);

    /// <summary>Ids of all requests whose destruction was attested or done without.</summary>
    public Task<IReadOnlyList<string>> SettledAsync(CancellationToken cancel) => IdsAsync(Settled, cancel);

    /// <summary>Ids of all requests that were refused because a destruction was overdue.</summary>
    public Task<IReadOnlyList<string>> HeldUpAsync(CancellationToken cancel) => IdsAsync(HeldUp, cancel);

    /// <summary>Ids of requests of this person, or of somebody of the same organization, whose destruction is owed.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Requester requester, CancellationToken cancel) =>
        [.. (await Task.WhenAll(Receivers(requester).Select(partition => IdsAsync(partition, cancel)))).SelectMany(ids => ids).Distinct(StringComparer.Ordinal)];

    private Task EnterAsync(string partition, string requestId, CancellationToken cancel) =>
        table.UpsertEntityAsync(new TableEntity(partition, requestId), TableUpdateMode.Replace, cancel);

    private async Task<IReadOnlyList<string>> IdsAsync(string partition, CancellationToken cancel, int most = int.MaxValue) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), select: ["RowKey"], cancellationToken: cancel)
            .Take(most).Select(row => row.RowKey).ToListAsync(cancel);

    private static IEnumerable<string> Receivers(Requester requester) =>
        new[]
        {
            Core.Requests.Receivers.Person(requester.Email) is { } person ? $"person-{Hashed(person)}" : null,
            Core.Requests.Receivers.Organization(requester.Organization) is { } organization ? $"organization-{Hashed(organization)}" : null,
        }.OfType<string>();

    private static string Hashed(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
