using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Core.Disclosure;
using NodaTime;
using Service.Audit;
using Service.Storage.Events;

namespace Service.Disclosures;

/// <summary>An entry as it is chained: the student's ID encrypted, and the keyed hash that it is found by.</summary>
/// <param name="Student">The partition of the student's entries.</param>
/// <param name="Entry">The entry; its student ID is encrypted.</param>
internal sealed record StoredEntry(string Student, LedgerEntry Entry)
{
    /// <summary>The partition of entries that name no student.</summary>
    public const string UnknownStudents = "unknown";

    // Like events, but what is null is written too: an entry says that it names no student. What was changed until it lacks a part is none.
    private static readonly JsonSerializerOptions Json = new(EventJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    // A long list of attributes must not make an entry too large for its row.
    private const int LongestText = 8_000;

    public static StoredEntry Of(LedgerEntry entry, string? student, string? encryptedId) => new(student ?? UnknownStudents, entry with
    {
        StudentId = encryptedId,
        LegitimateInterest = Cut(entry.LegitimateInterest),
        FurtherParties = entry.FurtherParties is { } parties ? Cut(parties) : null,
        Ground = Cut(entry.Ground),
        What = Cut(entry.What),
    });

    public static StoredEntry Read(string payload) => JsonSerializer.Deserialize<StoredEntry>(payload, Json)!;

    public string Payload => JsonSerializer.Serialize(this, Json);

    /// <summary>
    /// Its key among the student's entries: by time, and the same for the same entry, so that writing it twice leaves one. Disclosures of
    /// two files at the same moment are two entries; keys may not hold / \ # ?, which escaping takes out.
    /// </summary>
    public string Key =>
        $"{Time(Entry.At)}-{Uri.EscapeDataString(Entry.RequestId)}-{Entry.Kind}-{Uri.EscapeDataString(Entry.Reference)}".Replace('%', '_');

    // Ticks since 1970, so that keys sort by time.
    private static string Time(Instant at) => at.ToUnixTimeTicks().ToString("D19", CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}

/// <summary>
/// A row of the table <c>disclosures</c>: a copy of a chained entry in its student's partition, with the place it was copied from.
/// </summary>
internal static class LedgerRow
{
    public static TableEntity Of(ChainEntry chained)
    {
        var stored = StoredEntry.Read(chained.Payload);
        var row = new TableEntity(stored.Student, stored.Key) { ["Chain"] = chained.Chain, ["Sequence"] = chained.Sequence };
        EventRow.Put(chained.Payload, row);
        return row;
    }

    /// <summary>The row that is due for a chained entry; null where what is stored as one is none.</summary>
    public static TableEntity? TryOf(ChainEntry chained)
    {
        try
        {
            return Of(chained);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static LedgerEntry Read(TableEntity row, Func<string, string> decrypt) => Open(EventRow.PayloadOf(row), decrypt);

    public static LedgerEntry Open(string payload, Func<string, string> decrypt)
    {
        var entry = StoredEntry.Read(payload).Entry;
        return entry with { StudentId = entry.StudentId is { } encrypted ? decrypt(encrypted) : null };
    }
}
