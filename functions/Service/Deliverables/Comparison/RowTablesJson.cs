using System.IO.Compression;
using System.Text.Json;
using Core.Release.Rows;
using Core.Release.Tables;

namespace Service.Deliverables.Comparison;

/// <summary>
/// The compact form in which released groups of student rows are kept, compressed. Fields may be added, never renamed: what was released is
/// compared for ever.
/// </summary>
internal static class RowTablesJson
{
    private sealed record Stored(int Version, List<StoredTable> Tables);

    /// <param name="Covered">Dimension and category in turn.</param>
    private sealed record StoredTable(
        string? Sheet, List<string> Covered, List<StoredKey> Keys, IReadOnlyList<int> Values, IReadOnlyList<int> Students, List<StoredCodes> Codes,
        bool IsCutOff);

    private sealed record StoredKey(string Dimension, string Header, IReadOnlyList<string> Values);

    private sealed record StoredCodes(string Header, IReadOnlyList<ulong> Numbers, IReadOnlyList<int> Groups, bool IsAll);

    public static BinaryData Write(IReadOnlyList<RowTable> tables)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, new Stored(1, [.. tables.Select(Write)]));
        }

        return BinaryData.FromBytes(bytes.ToArray());
    }

    public static IReadOnlyList<RowTable> Read(BinaryData stored)
    {
        using var unpacked = new GZipStream(stored.ToStream(), CompressionMode.Decompress);
        return [.. JsonSerializer.Deserialize<Stored>(unpacked)!.Tables.Select(Read)];
    }

    private static StoredTable Write(RowTable table) => new(
        table.Sheet, [.. table.Covered.By.SelectMany(one => new[] { one.Key, one.Value })],
        [.. table.Keys.Select(key => new StoredKey(key.Dimension, key.Header, key.Values))], table.Values, table.Students,
        [.. table.Codes.Select(codes => new StoredCodes(codes.Header, codes.Numbers, codes.Groups, codes.IsAll))], table.IsCutOff);

    private static RowTable Read(StoredTable table) => new(
        table.Sheet, Group.Of(table.Covered.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))),
        table.Keys.ConvertAll(key => new RowKey(key.Dimension, key.Header, key.Values)), table.Values, table.Students,
        table.Codes.ConvertAll(codes => new StudyCodes(codes.Header, codes.Numbers, codes.Groups, codes.IsAll)), table.IsCutOff);
}
