using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using NodaTime;

namespace Service.Storage.Events;

/// <summary>The rows beside the events: <c>head</c>, and <c>effects</c> with the ids of what is done.</summary>
internal static class HeadRow
{
    public const string Key = "head";
    public const string EffectsKey = "effects";

    public static TableEntity Of(string id, int sequence, Head head) => new(id, Key)
    {
        ["Sequence"] = sequence,
        ["LastHash"] = head.LastHash,
        ["Dirty"] = head.Dirty,
        ["BodyHash"] = head.BodyHash,
        ["QueueKeys"] = string.Join('\n', head.QueueKeys),
        ["WakeAt"] = head.WakeAt?.ToUnixTimeTicks(),
        ["LeaseOwner"] = head.Lease?.Owner,
        ["LeaseUntil"] = head.Lease?.Until,
    };

    public static Head Read(TableEntity row) => new()
    {
        ETag = row.ETag,
        LastHash = row.GetString("LastHash"),
        Dirty = row.GetBoolean("Dirty") ?? false,
        BodyHash = row.GetString("BodyHash"),
        QueueKeys = [.. (row.GetString("QueueKeys") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        WakeAt = row.GetInt64("WakeAt") is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null,
        Lease = LeaseOf(row),
    };

    public static Lease? LeaseOf(TableEntity row) =>
        row.GetString("LeaseOwner") is { } owner ? new(owner, row.GetDateTimeOffset("LeaseUntil") ?? default) : null;

    public static int SequenceOf(TableEntity head) => head.GetInt32("Sequence") ?? 0;

    public static TableEntity OfEffects(string id, IEnumerable<string> done) => new(id, EffectsKey)
    {
        ["Done"] = JsonSerializer.Serialize(done.Order(StringComparer.Ordinal)),
    };

    public static ImmutableHashSet<string> ReadEffects(TableEntity? row) =>
        row is null ? [] : [.. JsonSerializer.Deserialize<string[]>(row.GetString("Done"))!];
}
