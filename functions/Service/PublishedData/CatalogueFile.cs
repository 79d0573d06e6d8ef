using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Core.Routing;
using Service.Policy;

namespace Service.PublishedData;

/// <summary>What was read: the published datasets, or what is wrong with the file.</summary>
internal sealed record CatalogueReading(Catalogue? Catalogue, IReadOnlyList<PolicyFileError> Errors);

/// <summary>Reads and writes <c>catalogue.json</c>: the published datasets (ODA-03, Appendix I). A file is taken whole or not at all.</summary>
internal static class CatalogueFile
{
    private const int LargestFile = 256 * 1024;
    private const int MostEntries = 500;
    private const int LongestText = 300;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // A person edits this file: letters stay letters.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The text that ships with the product.</summary>
    public static string ShippedText { get; } = ShippedFiles.Text("catalogue.json", "PublishedData");

    /// <summary>The catalogue that ships with the product.</summary>
    public static Catalogue Shipped { get; } = Read(ShippedText) is { Catalogue: { } shipped, Errors: _ }
        ? shipped
        : throw new InvalidOperationException("The catalogue.json that ships with the product is not valid.");

    /// <summary>The text of a catalogue, as it is edited.</summary>
    public static string Write(Catalogue catalogue) => JsonSerializer.Serialize(catalogue.Entries, Options) + "\n";

    /// <summary>Reads a text; every mistake is named with its line.</summary>
    public static CatalogueReading Read(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestFile)
        {
            return Wrong(new(1, "", $"The file is larger than {LargestFile / 1024} kB."));
        }

        IReadOnlyList<CatalogueEntry>? entries;
        try
        {
            entries = JsonSerializer.Deserialize<IReadOnlyList<CatalogueEntry>>(text, Options);
        }
        catch (JsonException error)
        {
            var end = error.Message.IndexOf(" Path:", StringComparison.Ordinal);
            return Wrong(new((int)(error.LineNumber ?? 0) + 1, "", end > 0 ? error.Message[..end] : error.Message));
        }

        if (entries is null or { Count: > MostEntries })
        {
            return Wrong(new(1, "", $"The file must be a list of at most {MostEntries} datasets."));
        }

        var lines = LinesOf(text);
        PolicyFileError[] errors = [.. entries.SelectMany((entry, at) => Faults(entry, entries.Take(at)).Select(fault => new PolicyFileError(lines[at], fault.Field, fault.Text)))];
        return errors.Length == 0 ? new(new(entries), []) : new(null, errors);
    }

    private static CatalogueReading Wrong(PolicyFileError error) => new(null, [error]);

    private static IEnumerable<(string Field, string Text)> Faults(CatalogueEntry entry, IEnumerable<CatalogueEntry> before)
    {
        if (entry.Title.Trim().Length is 0 or > LongestText)
        {
            yield return ("title", $"A dataset needs a title of at most {LongestText} characters.");
        }
        else if (before.Any(other => CatalogueLinks.Id(other) == CatalogueLinks.Id(entry)))
        {
            yield return ("title", $"\"{entry.Title}\" is in the file already.");
        }

        if (entry.Category.Trim().Length is 0 or > LongestText)
        {
            yield return ("category", "A dataset stands under a category.");
        }

        if (!Uri.TryCreate(entry.Url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            yield return ("url", $"\"{entry.Url}\" is not an address such as https://example.org/report.");
        }

        if (entry.Keywords.Any(word => word.Trim().Length is 0 or > LongestText))
        {
            yield return ("keywords", "A keyword is empty or too long.");
        }
    }

    /// <summary>The line on which each dataset begins.</summary>
    private static IReadOnlyList<int> LinesOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<int>();
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 1 })
            {
                lines.Add(1 + bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n'));
            }
        }

        return lines;
    }
}
