using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>An entry of a chain.</summary>
internal sealed record ChainEntry(string Chain, int Sequence, string Payload, string Hash);

/// <summary>Where entries came to stand.</summary>
/// <param name="First">Sequence of the first.</param>
/// <param name="Last">Sequence of the last.</param>
/// <param name="WereThere">They had been appended before, under the same name.</param>
internal sealed record Appended(int First, int Last, bool WereThere = false);

/// <summary>The last entry of a chain.</summary>
internal sealed record ChainHead(string Chain, int Sequence, string Hash);

/// <summary>
/// Hash chains beside those of the requests, in the table <c>audit</c>: a partition a chain, a row an entry, made like the rows of
/// events. Who appends waits until it is stored; what several append at the same time is stored in one transaction, so that many
/// readers of pages do not wait for each other.
/// </summary>
internal sealed class ChainLog(TableServiceClient tables)
{
    public const string TableName = "audit";
    /// <summary>Most entries of one append.</summary>
    public const int MostEntries = 90;
    /// <summary>Most characters of one append: a transaction holds 4 MiB.</summary>
    public const int MostCharacters = 1_200_000;

    /// <summary>The partition that lists the chains: names of its own, no chain.</summary>
    public const string Register = "chains";
    /// <summary>Keys of entries have seven digits.</summary>
    private const int LastSequence = 9_999_999;
    private const string OpenPrefix = "open_";
    private const int MostTries = 20;
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(30);

    private readonly TableClient table = tables.GetTableClient(TableName);
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);

    /// <summary>Appends entries, all or none. Throws where they could not be stored.</summary>
    /// <param name="chain">The chain; it begins with its first entry.</param>
    /// <param name="payloads">The entries.</param>
    /// <param name="once">Under this name they are appended once however often it is tried; the name stays open until <see cref="CloseAsync"/>.</param>
    /// <param name="cancel">Ends the wait; the entries may still be stored.</param>
    public async Task<Appended> AppendAsync(string chain, IReadOnlyList<string> payloads, string? once, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloads.Count, MostEntries);
        var lane = lanes.GetOrAdd(chain, static _ => new());
        var mine = new Waiting(payloads, once);
        lane.Queue.Enqueue(mine);
        await lane.Gate.WaitAsync(cancel);
        try
        {
            // Whoever was before at the gate may have stored it already.
            if (!mine.Done.Task.IsCompleted)
            {
                await StoreWaitingAsync(chain, lane);
            }
        }
        finally
        {
            lane.Gate.Release();
        }

        return await mine.Done.Task;
    }

    /// <summary>Entries of a chain, in order.</summary>
    public async IAsyncEnumerable<ChainEntry> ReadAsync(string chain, int first, int last, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (from, to) = (EventRow.KeyOf(first), EventRow.KeyOf(Math.Min(last, LastSequence)));
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {chain} and RowKey ge {from} and RowKey le {to}"), cancellationToken: cancel))
        {
            yield return Read(row);
        }
    }

    /// <summary>One entry; null where there is none.</summary>
    public async Task<ChainEntry?> FindAsync(string chain, int sequence, CancellationToken cancel) =>
        await table.GetEntityIfExistsAsync<TableEntity>(chain, EventRow.KeyOf(sequence), cancellationToken: cancel) is { HasValue: true, Value: { } row }
            ? Read(row)
            : null;

    /// <summary>The names of all chains, in ordinal order.</summary>
    public async IAsyncEnumerable<string> ChainsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Register}"), select: ["RowKey"], cancellationToken: cancel))
        {
            yield return row.RowKey;
        }
    }

    /// <summary>The last entry of a chain as it is stored now; null where it has none.</summary>
    public async Task<ChainHead?> HeadAsync(string chain, CancellationToken cancel) =>
        await table.GetEntityIfExistsAsync<TableEntity>(chain, HeadRow.Key, cancellationToken: cancel) is { HasValue: true, Value: { } row }
            ? new(chain, HeadRow.SequenceOf(row), row.GetString("LastHash"))
            : null;

    /// <summary>Names under which entries were appended whose consequences are not seen to yet, with where the entries stand.</summary>
    public async IAsyncEnumerable<(string Once, Appended At)> OpenAsync(string chain, [EnumeratorCancellation] CancellationToken cancel)
    {
        var end = OpenPrefix + "~";
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {chain} and RowKey ge {OpenPrefix} and RowKey lt {end}"), cancellationToken: cancel))
        {
            yield return (row.RowKey[OpenPrefix.Length..], Range(row, wereThere: true));
        }
    }

    /// <summary>The consequences of what was appended under a name are seen to.</summary>
    public async Task CloseAsync(string chain, string once, CancellationToken cancel) =>
        await table.DeleteEntityAsync(chain, OpenPrefix + once, ETag.All, cancel);

    private async Task StoreWaitingAsync(string chain, Lane lane)
    {
        using var limit = new CancellationTokenSource(LongestWrite);
        while (lane.Queue.TryPeek(out _))
        {
            var batch = new List<Waiting>();
            var (rows, letters) = (0, 0);
            while (lane.Queue.TryPeek(out var next) && (batch.Count == 0 || (rows + next.Rows <= MostEntries && letters + next.Letters <= MostCharacters)))
            {
                lane.Queue.TryDequeue(out _);
                batch.Add(next);
                (rows, letters) = (rows + next.Rows, letters + next.Letters);
            }

            try
            {
                await StoreAsync(chain, lane, batch, limit.Token);
            }
            catch (Exception failure)
            {
                lane.Head = null;
                var told = failure is OperationCanceledException
                    ? new TimeoutException($"The chain {chain} could not be written within {LongestWrite.TotalSeconds:0} seconds.", failure)
                    : failure;
                batch.ForEach(one => one.Done.TrySetException(told));
            }
        }
    }

    private async Task StoreAsync(string chain, Lane lane, List<Waiting> batch, CancellationToken cancel)
    {
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            var head = lane.Head ??= await LoadAsync(chain, cancel);
            var appendId = Guid.NewGuid().ToString("N");
            var (actions, places, after) = Rows(chain, head, batch, appendId);
            try
            {
                var replies = await table.SubmitTransactionAsync(actions, cancel);
                lane.Head = after with { ETag = replies.Value[^1].Headers.ETag ?? default };
                Finish(batch, places);
                return;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 or 404 && attempt < MostTries)
            {
                lane.Head = null;
                // The reply to a first try may have been lost, and the SDK's second try then meets our own rows.
                var first = await table.GetEntityIfExistsAsync<TableEntity>(chain, EventRow.KeyOf(head.Sequence + 1), cancellationToken: cancel);
                if (first is { HasValue: true, Value: { } row } && row.GetString("Append") == appendId)
                {
                    Finish(batch, places);
                    return;
                }

                await LeaveOutAsync(chain, batch, cancel);
                await Task.Delay(Random.Shared.Next(5, 20) * attempt, cancel);
            }
        }
    }

    private static void Finish(List<Waiting> batch, IReadOnlyList<Appended> places)
    {
        foreach (var (one, place) in batch.Zip(places))
        {
            one.Done.TrySetResult(place);
        }
    }

    /// <summary>Takes those out that are stored already under their name.</summary>
    private async Task LeaveOutAsync(string chain, List<Waiting> batch, CancellationToken cancel)
    {
        foreach (var one in batch.Where(one => one.Once is not null).ToList())
        {
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(chain, OnceKey(one.Once!), cancellationToken: cancel);
            if (stored is { HasValue: true, Value: { } row })
            {
                one.Done.TrySetResult(Range(row, wereThere: true));
                batch.Remove(one);
            }
        }
    }

    private async Task<Head> LoadAsync(string chain, CancellationToken cancel)
    {
        if (await table.GetEntityIfExistsAsync<TableEntity>(chain, HeadRow.Key, cancellationToken: cancel) is { HasValue: true, Value: { } row })
        {
            return new(HeadRow.SequenceOf(row), row.GetString("LastHash"), row.ETag);
        }

        // Listed before it is begun: a chain that is not listed would never be sealed.
        await table.CreateIfNotExistsAsync(cancel);
        await table.UpsertEntityAsync(new TableEntity(Register, chain), TableUpdateMode.Replace, cancel);
        return new(0, EventRow.NoHash, null);
    }

    private static (List<TableTransactionAction> Actions, IReadOnlyList<Appended> Places, Head After) Rows(
        string chain, Head head, IEnumerable<Waiting> batch, string appendId)
    {
        var actions = new List<TableTransactionAction>();
        var places = new List<Appended>();
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var one in batch)
        {
            var first = sequence + 1;
            foreach (var payload in one.Payloads)
            {
                var row = EventRow.Of(chain, ++sequence, payload, hash, appendId);
                hash = row.GetString("Hash");
                actions.Add(new(TableTransactionActionType.Add, row));
            }

            places.Add(new(first, sequence));
            if (one.Once is { } once)
            {
                actions.AddRange(new[] { OnceKey(once), OpenPrefix + once }.Select(key => new TableTransactionAction(
                    TableTransactionActionType.Add, new TableEntity(chain, key) { ["First"] = first, ["Last"] = sequence })));
            }
        }

        var after = new TableEntity(chain, HeadRow.Key) { ["Sequence"] = sequence, ["LastHash"] = hash };
        actions.Add(head.ETag is { } seen ? new(TableTransactionActionType.UpdateReplace, after, seen) : new(TableTransactionActionType.Add, after));
        return (actions, places, new(sequence, hash, null));
    }

    private static ChainEntry Read(TableEntity row) =>
        new(row.PartitionKey, EventRow.SequenceOf(row.RowKey) ?? 0, EventRow.PayloadOf(row), row.GetString("Hash"));

    private static Appended Range(TableEntity row, bool wereThere) => new(row.GetInt32("First") ?? 0, row.GetInt32("Last") ?? 0, wereThere);

    private static string OnceKey(string once) => "once_" + once;

    /// <summary>What this process knows of a chain, and who waits to append to it.</summary>
    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public ConcurrentQueue<Waiting> Queue { get; } = new();
        public Head? Head { get; set; }
    }

    private sealed record Head(int Sequence, string Hash, ETag? ETag);

    private sealed record Waiting(IReadOnlyList<string> Payloads, string? Once)
    {
        public TaskCompletionSource<Appended> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Rows => Payloads.Count + (Once is null ? 0 : 2);
        public int Letters => Payloads.Sum(payload => payload.Length);
    }
}
