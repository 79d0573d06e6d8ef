using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Local.Backup;

/// <summary>
/// A table's row as one line of JSON, with the type of every value: <c>{"p":"…","r":"…","v":{"Count":["Int32","7"]}}</c>. The row's
/// timestamp and ETag are the storage's own and not kept.
/// </summary>
internal static class EntityLine
{
    private static readonly HashSet<string> Own = new(["PartitionKey", "RowKey", "Timestamp", "odata.etag"], StringComparer.Ordinal);

    /// <summary>Writes a row.</summary>
    public static string Write(TableEntity row)
    {
        var values = new JsonObject();
        foreach (var (name, value) in row.Where(pair => !Own.Contains(pair.Key) && pair.Value is not null))
        {
            var (type, text) = value switch
            {
                string one => ("String", one),
                bool one => ("Boolean", one ? "true" : "false"),
                int one => ("Int32", one.ToString(CultureInfo.InvariantCulture)),
                long one => ("Int64", one.ToString(CultureInfo.InvariantCulture)),
                double one => ("Double", one.ToString("R", CultureInfo.InvariantCulture)),
                DateTimeOffset one => ("DateTime", one.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
                Guid one => ("Guid", one.ToString()),
                byte[] one => ("Binary", Convert.ToBase64String(one)),
                BinaryData one => ("Binary", Convert.ToBase64String(one)),
                _ => throw new NotSupportedException($"{name} of row {row.PartitionKey}/{row.RowKey} is a {value.GetType()}, which no table holds."),
            };
            values[name] = new JsonArray(type, text);
        }

        return new JsonObject { ["p"] = row.PartitionKey, ["r"] = row.RowKey, ["v"] = values }.ToJsonString();
    }

    /// <summary>Reads a row back.</summary>
    /// <exception cref="FormatException">The line is not one that <see cref="Write"/> wrote.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            var node = JsonNode.Parse(line)!;
            var row = new TableEntity(node["p"]!.GetValue<string>(), node["r"]!.GetValue<string>());
            foreach (var (name, pair) in node["v"]!.AsObject())
            {
                row[name] = Value(pair![0]!.GetValue<string>(), pair[1]!.GetValue<string>());
            }

            return row;
        }
        catch (Exception wrong) when (wrong is JsonException or NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("This line is not a row of a table.", wrong);
        }
    }

    private static object Value(string type, string text) => type switch
    {
        "String" => text,
        "Boolean" => bool.Parse(text),
        "Int32" => int.Parse(text, CultureInfo.InvariantCulture),
        "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Double" => double.Parse(text, CultureInfo.InvariantCulture),
        "DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Guid" => Guid.Parse(text),
        "Binary" => Convert.FromBase64String(text),
        _ => throw new FormatException($"{type} is not a type that a table holds."),
    };
}
