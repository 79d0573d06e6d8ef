using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Core.Requests;

namespace Service.Storage.Events;

/// <summary>
/// One event as a row of the table <c>requests</c>. Its hash covers the hash before it, the request, the sequence and the payload,
/// so that no row can be changed, taken out, put in or moved without breaking the chain.
/// </summary>
internal static class EventRow
{
    /// <summary>What the first event of a request has before it.</summary>
    public static readonly string NoHash = new('0', 64);

    /// <summary>The most characters one request's event may have: a row is limited to 1 MiB, two bytes a character.</summary>
    public const int LongestPayload = PieceLength * MostPieces;

    // A property holds 64 KiB; this leaves room for what the service counts besides the text.
    private const int PieceLength = 30_000;
    private const int MostPieces = 15;

    public static string KeyOf(int sequence) => "e" + sequence.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>Null where the key is not an event's.</summary>
    public static int? SequenceOf(string rowKey) =>
        rowKey.Length == 8 && rowKey[0] == 'e' && int.TryParse(rowKey.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence : null;

    public static TableEntity Of(string id, RecordedEvent recorded, string hashBefore, string appendId) =>
        Of(id, recorded.Sequence, EventJson.Write(recorded), hashBefore, appendId);

    public static TableEntity Of(string id, int sequence, string payload, string hashBefore, string appendId)
    {
        var row = new TableEntity(id, KeyOf(sequence))
        {
            ["Hash"] = HashOf(hashBefore, id, sequence, payload),
            ["Append"] = appendId,
        };
        Put(payload, row);
        return row;
    }

    /// <summary>Puts a payload into a row, in pieces that a property can hold.</summary>
    public static void Put(string payload, TableEntity row)
    {
        for (var piece = 0; piece * PieceLength < payload.Length; piece++)
        {
            row[PieceName(piece)] = payload.Substring(piece * PieceLength, Math.Min(PieceLength, payload.Length - piece * PieceLength));
        }
    }

    public static string PayloadOf(TableEntity row)
    {
        var payload = new StringBuilder();
        for (var piece = 0; row.TryGetValue(PieceName(piece), out var text); piece++)
        {
            payload.Append(text);
        }

        return payload.ToString();
    }

    public static string HashOf(string hashBefore, string id, int sequence, string payload) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{hashBefore}\n{id}\n{sequence}\n{payload}"))));

    private static string PieceName(int piece) => piece == 0 ? "Payload" : "Payload" + piece.ToString(CultureInfo.InvariantCulture);
}
