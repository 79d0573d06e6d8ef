using System.Text.Json;
using NodaTime;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>Stored bytes that belong to nothing and are deleted.</summary>
/// <param name="Container">Where they are.</param>
/// <param name="Name">Their name there: the request's id and a file's.</param>
/// <param name="StoredAt">When they were stored.</param>
/// <param name="Bytes">How many there are.</param>
internal sealed record RemovedFile(string Container, string Name, DateTimeOffset? StoredAt, long? Bytes);

/// <summary>What was tidied away, as chains of the audit log, one a month. An entry is stored before the bytes go; once, however often it is tried.</summary>
internal sealed class RemovalTrail(ChainLog log, IClock clock)
{
    public const string Prefix = "removals-";

    /// <summary>Stores that bytes are about to be deleted.</summary>
    public async Task RecordAsync(RemovedFile file, CancellationToken cancel)
    {
        var chain = Months.Chain(Prefix, clock.GetCurrentInstant());
        var once = $"{file.Container}-{file.Name}".Replace('/', '_');
        await log.AppendAsync(chain, [JsonSerializer.Serialize(file, EventJson.Options)], once, cancel);
        await log.CloseAsync(chain, once, cancel);
    }
}
