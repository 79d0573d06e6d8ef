using System.Text;
using System.Text.Json;

namespace Service.Policy;

/// <summary>Finds on which line each setting of a JSON text stands.</summary>
internal static class JsonLines
{
    /// <summary>Line numbers, from 1, by dotted path.</summary>
    public static IReadOnlyDictionary<string, int> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var path = new Stack<string>();
        var name = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    var full = string.Join('.', path.Reverse().Append(name).Where(part => part.Length > 0));
                    lines.TryAdd(full, 1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(name);
                    name = "";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    break;
                default:
                    break;
            }
        }

        return lines;
    }
}
