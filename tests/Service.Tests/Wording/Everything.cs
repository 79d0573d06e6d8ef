using System.Diagnostics.Tracing;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Service.Tests.Wording;

/// <summary>Everything a storage account holds as text: rows, blobs and their names.</summary>
internal static class Everything
{
    public static async Task<string> InAsync(string storage, CancellationToken cancel)
    {
        var all = new StringBuilder();
        var tables = new TableServiceClient(storage);
        await foreach (var table in tables.QueryAsync(cancellationToken: cancel))
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: cancel))
            {
                foreach (var (name, value) in row)
                {
                    all.Append(table.Name).Append(' ').Append(name).Append(' ').AppendLine(Text(value));
                }
            }
        }

        var blobs = new BlobServiceClient(storage);
        await foreach (var container in blobs.GetBlobContainersAsync(cancellationToken: cancel))
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync(cancellationToken: cancel))
            {
                var content = (await client.GetBlobClient(blob.Name).DownloadContentAsync(cancel)).Value;
                all.Append(container.Name).Append(' ').Append(blob.Name).Append(' ')
                    .Append(string.Join(' ', content.Details.Metadata.Values)).Append(' ').AppendLine(Text(content.Content.ToArray()));
            }
        }

        return all.ToString();
    }

    // Events escape what is not ASCII; workbooks and documents are packed.
    private static string Text(object? value) => value switch
    {
        byte[] bytes when bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) => Unpacked(bytes),
        byte[] bytes => Unescaped(Encoding.UTF8.GetString(bytes)),
        BinaryData data => Text(data.ToArray()),
        _ => Unescaped(value?.ToString() ?? ""),
    };

    private static string Unescaped(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, @"\\u([0-9a-fA-F]{4})", found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString(),
        System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string Unpacked(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return string.Concat(package.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}

/// <summary>Everything that is logged in this process while it listens.</summary>
internal sealed class Logged : EventListener
{
    private readonly StringBuilder said = new();

    public string Text
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Extensions-Logging")
        {
            EnableEvents(eventSource, EventLevel.LogAlways, (EventKeywords)4);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (said)
        {
            said.AppendJoin(' ', (eventData.Payload ?? new([])).Select(TextOf)).AppendLine();
        }
    }

    private static string TextOf(object? value) => value switch
    {
        string text => text,
        IDictionary<string, object?> pairs => string.Join(' ', pairs.Select(pair => $"{pair.Key} {TextOf(pair.Value)}")),
        System.Collections.IEnumerable several => string.Join(' ', several.Cast<object?>().Select(TextOf)),
        _ => value?.ToString() ?? "",
    };
}
