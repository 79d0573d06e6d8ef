using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Benchmarks;

/// <summary>
/// Puts many rows into a table of a stopped emulator, in the file where it keeps its tables: written one by one to one partition they take it
/// hours, since it looks through the partition for each.
/// </summary>
internal static class StoredTable
{
    /// <param name="data">The emulator's folder.</param>
    /// <param name="table">A table with at least one row, after which the others are made.</param>
    /// <param name="rows">With the properties of that row or fewer.</param>
    public static void Grow(DirectoryInfo data, string table, IEnumerable<TableEntity> rows)
    {
        var path = Path.Combine(data.FullName, "__azurite_db_table__.json");
        var stored = JsonNode.Parse(File.ReadAllText(path))!;
        var found = stored["collections"]!.AsArray().Single(one => ((string)one!["name"]!).EndsWith($"${table}", StringComparison.Ordinal))!;
        var kept = found["data"]!.AsArray();
        var sample = kept[0]!;
        var number = kept.Max(one => (int)one!["$loki"]!);
        foreach (var row in rows)
        {
            var copy = sample.DeepClone();
            (copy["PartitionKey"], copy["RowKey"], copy["$loki"]) = (row.PartitionKey, row.RowKey, ++number);
            foreach (var (name, value) in row.Where(property => property.Value is not null && copy["properties"]![property.Key] is not null))
            {
                copy["properties"]![name] = value switch
                {
                    string text => text,
                    int small => small,
                    bool flag => flag,
                    long large => large.ToString(CultureInfo.InvariantCulture),
                    _ => throw new NotSupportedException($"{name} is a {value.GetType().Name}."),
                };
            }

            kept.Add(copy);
        }

        found["maxId"] = number;
        // Its own lists of what is where, made anew at the start.
        found["idIndex"] = null;
        foreach (var (_, index) in found["binaryIndices"]!.AsObject())
        {
            (index!["dirty"], index["values"]) = (true, new JsonArray());
        }

        File.WriteAllText(path, stored.ToJsonString());
    }
}
