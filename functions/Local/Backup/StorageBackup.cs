using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Service.Storage;

namespace Local.Backup;

/// <summary>
/// Copies everything the product keeps into a folder, and from there into an empty storage: tables as lines of JSON, blobs as files. What
/// the Durable engine keeps for itself is left out: the sweep makes it anew from the event store.
/// </summary>
internal sealed class StorageBackup(TableServiceClient tables, BlobServiceClient blobs, Action<string> say)
{
    /// <summary>Tables change while they are read; what changed meanwhile is read again, so many times.</summary>
    private const int Passes = 5;

    private const int RowsAtOnce = 100;

    /// <summary>Takes a backup. The app may go on meanwhile.</summary>
    /// <exception cref="StartupProblem">The folder holds something already.</exception>
    public async Task TakeAsync(string folder, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new StartupProblem($"{folder} is not empty: give a new folder, so that no earlier backup is lost.");
        }

        // Nobody but this account reads it: it holds what the storage holds, keys too.
        Private(Directory.CreateDirectory(folder));
        Directory.CreateDirectory(Path.Combine(folder, "tables"));
        Directory.CreateDirectory(Path.Combine(folder, "blobs"));

        var kept = new List<Manifest.Blob>();
        foreach (var container in StoragePreparation.Containers)
        {
            await foreach (var blob in Blobs(container, cancel))
            {
                if (await KeepAsync(folder, container, blob, kept.Count + 1, cancel) is { } one)
                {
                    kept.Add(one);
                }
            }
        }

        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in StoragePreparation.Tables)
        {
            rows[table] = await KeepAsync(folder, table, cancel);
            say($"{table}: {rows[table]} rows");
        }

        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in rows.Keys.Select(TableFile).Concat(kept.Select(blob => blob.File)))
        {
            hashes[file] = await Manifest.HashAsync(Path.Combine(folder, file), cancel);
        }

        await new Manifest(rows, kept, hashes).WriteAsync(folder, cancel);
        say($"{kept.Count} blobs. The backup in {folder} is whole. It holds keys and records of children: keep it as you keep them.");
    }

    /// <summary>Brings a backup into an empty storage. Doing it again after it was interrupted is refused; begin with an empty storage.</summary>
    /// <exception cref="StartupProblem">The backup is not whole, or the storage is not empty. Nothing was written then.</exception>
    public async Task RestoreAsync(string folder, CancellationToken cancel)
    {
        var manifest = await Manifest.ReadAsync(folder, cancel);
        await StoragePreparation.PrepareAsync(tables, blobs, cancel);
        await CheckEmptyAsync(cancel);
        foreach (var blob in manifest.Blobs)
        {
            await blobs.GetBlobContainerClient(blob.Container).GetBlobClient(blob.Name).UploadAsync(
                Path.Combine(folder, blob.File),
                new BlobUploadOptions { Metadata = blob.Metadata, HttpHeaders = new() { ContentType = blob.ContentType } }, cancel);
        }

        foreach (var table in manifest.Tables.Keys)
        {
            await RestoreAsync(folder, table, cancel);
            say($"{table}: {manifest.Tables[table]} rows");
        }

        say($"{manifest.Blobs.Count} blobs.");
    }

    private static string TableFile(string table) => $"tables/{table}.jsonl";

    private async Task<int> KeepAsync(string folder, string table, CancellationToken cancel)
    {
        var lines = new Dictionary<(string, string), string>();
        var from = DateTimeOffset.MinValue;
        for (var pass = 0; pass < Passes; pass++)
        {
            var (changed, latest) = (0, from);
            var filter = pass == 0 ? null : TableClient.CreateQueryFilter($"Timestamp gt {from}");
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            {
                lines[(row.PartitionKey, row.RowKey)] = EntityLine.Write(row);
                changed++;
                latest = row.Timestamp is { } at && at > latest ? at : latest;
            }

            if (changed == 0)
            {
                break;
            }

            from = latest;
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, TableFile(table)), lines.Values, cancel);
        return lines.Count;
    }

    private async Task<Manifest.Blob?> KeepAsync(string folder, string container, BlobItem blob, int number, CancellationToken cancel)
    {
        // Names of blobs are no names of files everywhere; the manifest says which file is which.
        var file = $"blobs/{number:000000}";
        try
        {
            await blobs.GetBlobContainerClient(container).GetBlobClient(blob.Name).DownloadToAsync(Path.Combine(folder, file), cancel);
            return new(container, blob.Name, file, blob.Properties.ContentType, blob.Metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (Azure.RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // It expired between listing and reading.
            File.Delete(Path.Combine(folder, file));
            return null;
        }
    }

    private async IAsyncEnumerable<BlobItem> Blobs(string container, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var client = blobs.GetBlobContainerClient(container);
        if (!await client.ExistsAsync(cancel))
        {
            yield break;
        }

        await foreach (var blob in client.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, cancel))
        {
            yield return blob;
        }
    }

    private async Task CheckEmptyAsync(CancellationToken cancel)
    {
        foreach (var table in StoragePreparation.Tables)
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancel))
            {
                throw new StartupProblem($"The storage is not empty (table {table} holds {row.PartitionKey}): a backup is restored into an empty one only. Nothing was written.");
            }
        }
    }

    private async Task RestoreAsync(string folder, string table, CancellationToken cancel)
    {
        var client = tables.GetTableClient(table);
        var batch = new List<TableTransactionAction>();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, TableFile(table)), cancel))
        {
            var row = EntityLine.Read(line);
            if (batch.Count == RowsAtOnce || (batch.Count > 0 && batch[0].Entity.PartitionKey != row.PartitionKey))
            {
                await SendAsync();
            }

            batch.Add(new(TableTransactionActionType.UpsertReplace, row));
        }

        await SendAsync();

        async Task SendAsync()
        {
            if (batch.Count > 0)
            {
                await client.SubmitTransactionAsync(batch, cancel);
                batch.Clear();
            }
        }
    }

    private static void Private(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }
}
