namespace Service.Storage;

/// <summary>A text as a key of a table.</summary>
internal static class TableKey
{
    /// <summary>Keys hold no slashes or control characters; names of people may.</summary>
    public static string Of(string text) => Uri.EscapeDataString(text).Replace("%", "=", StringComparison.Ordinal);
}
