using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;
using Service.Api.Answers;

namespace Service.Upkeep;

/// <summary>What the last sweep found.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Watched">Requests looked at.</param>
/// <param name="Restarted">How many had to be started again.</param>
/// <param name="Lines">The first of these, as "id: why".</param>
public sealed record LastSweep(Instant At, int Watched, int Restarted, IReadOnlyList<string> Lines)
{
    /// <summary>How many lines are kept.</summary>
    public const int MostLines = 50;
}

/// <summary>What the last verification of the records found.</summary>
/// <param name="At">When.</param>
/// <param name="Ok">They were whole.</param>
/// <param name="Entries">Entries looked at.</param>
/// <param name="By">Who had them verified.</param>
public sealed record LastVerification(Instant At, bool Ok, long Entries, string By);

/// <summary>When what is done from time to time was done last, and what it found: a row each in the table <c>upkeep</c>, for whoever asks later.</summary>
internal sealed class LastTimes(TableServiceClient tables)
{
    private const string Partition = "last";

    private readonly TableClient table = tables.GetTableClient(OnceADay.TableName);

    /// <summary>Writes it over the one before.</summary>
    public Task WriteAsync<T>(T last, CancellationToken cancel) => table.UpsertEntityAsync(
        new TableEntity(Partition, typeof(T).Name) { ["Json"] = JsonSerializer.Serialize(last, ApiJson.Options) }, TableUpdateMode.Replace, cancel);

    /// <summary>The last one; null where there was none.</summary>
    public async Task<T?> ReadAsync<T>(CancellationToken cancel) where T : class =>
        await table.GetEntityIfExistsAsync<TableEntity>(Partition, typeof(T).Name, cancellationToken: cancel) is { HasValue: true, Value: { } row }
            ? JsonSerializer.Deserialize<T>(row.GetString("Json"), ApiJson.Options)
            : null;
}
