using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Core.Requests;
using Microsoft.Extensions.Caching.Memory;
using Service.Audit;
using Service.Storage.Events;

namespace Service.Storage;

/// <summary>
/// The events of all requests, in the table <c>requests</c>: a partition a request, a row an event, and a head that every write goes
/// through. An append is one transaction. What was read or written last is remembered, so that a command on it needs no read; the
/// head's ETag catches what was remembered too long.
/// </summary>
internal sealed class EventStore(TableServiceClient tables) : IDisposable
{
    public const string TableName = "requests";

    private readonly TableClient table = tables.GetTableClient(TableName);
    private readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    /// <summary>The request as it was when last read or written here: maybe old, never wrong. Null where it is not remembered.</summary>
    public StoredRequest? Remembered(string id) => remembered.Get<StoredRequest>(id);

    /// <summary>Remembers what is known about a request besides what is stored.</summary>
    public StoredRequest Remember(StoredRequest request) =>
        remembered.Set(request.Id, request, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    /// <summary>Makes the next look at a request read it as it is stored: for whoever has reason to believe that another process changed it.</summary>
    public void Forget(string id) => remembered.Remove(id);

    /// <summary>The request as it is stored now; null where there is none.</summary>
    public async Task<StoredRequest?> LoadAsync(string id, CancellationToken cancel) => (await ReadAsync(id, cancel)).Request;

    /// <summary>Appends to what was loaded as <paramref name="before"/>; to null for a new request. All or nothing.</summary>
    /// <param name="lease">Who will carry out what is owed for it, if that is known already.</param>
    public async Task<AppendOutcome> AppendAsync(string id, StoredRequest? before, Append append, Lease? lease, CancellationToken cancel)
    {
        var appendId = Guid.NewGuid().ToString("N");
        var (rows, lastHash) = Chain(id, before?.Head.LastHash ?? EventRow.NoHash, append.Events, appendId);
        if (rows.Exists(row => EventRow.PayloadOf(row).Length > EventRow.LongestPayload))
        {
            return new AppendOutcome.TooLarge();
        }

        var head = (before?.Head ?? new Head { LastHash = lastHash, BodyHash = append.BodyHash }) with
        {
            LastHash = lastHash,
            Dirty = true,
            QueueKeys = [.. (before?.Head.QueueKeys ?? []).Where(key => key != append.QueueKey), append.QueueKey],
        };
        head = lease is null ? head : head.LeasedTo(lease);
        var headRow = HeadRow.Of(id, append.After.Sequence, head);
        List<TableTransactionAction> actions =
        [
            .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
            before is null ? new(TableTransactionActionType.Add, headRow) : new(TableTransactionActionType.UpdateReplace, headRow, before.Head.ETag),
        ];

        if (await SubmitAsync(actions, cancel) is { } etags)
        {
            return new AppendOutcome.Appended(Remember(
                new(append.After, head with { ETag = etags[^1] }, before?.Done ?? []) { Projected = before?.Projected }));
        }

        // The reply to a first try may have been lost, and the SDK's second try then meets our own rows.
        var (latest, appends) = await ReadAsync(id, cancel);
        return appends.Contains(appendId) ? new AppendOutcome.Appended(latest!) : new AppendOutcome.Conflict(latest);
    }

    /// <summary>Writes the bookkeeping of a request, with rows that belong to it; null where somebody else was faster.</summary>
    public async Task<StoredRequest?> MarkAsync(
        StoredRequest before, Head head, ImmutableHashSet<string> done, IEnumerable<TableEntity> beside, CancellationToken cancel)
    {
        List<TableTransactionAction> actions =
        [
            .. beside.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
            .. done.SetEquals(before.Done) ? [] : new TableTransactionAction[]
                { new(TableTransactionActionType.UpsertReplace, HeadRow.OfEffects(before.Id, done)) },
            new(TableTransactionActionType.UpdateReplace, HeadRow.Of(before.Id, before.State.Sequence, head), before.Head.ETag),
        ];
        return await SubmitAsync(actions, cancel) is { } etags
            ? Remember(before with { Head = head with { ETag = etags[^1] }, Done = done })
            : null;
    }

    /// <summary>Ids of the requests for which something may still be owed: what a crash left behind. Reads the whole table.</summary>
    public async IAsyncEnumerable<string> DirtyAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var heads = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {HeadRow.Key} and Dirty eq true"), select: ["PartitionKey"], cancellationToken: cancel);
        await foreach (var head in heads)
        {
            yield return head.PartitionKey;
        }
    }

    /// <summary>
    /// Some of the requests for which something may still be owed, and who is at them: not all where there are many, or where the search
    /// through the table takes too long.
    /// </summary>
    public async Task<(IReadOnlyList<UnfinishedHead> Found, bool IsWhole)> UnfinishedAsync(int most, TimeSpan within, CancellationToken cancel)
    {
        var found = new List<UnfinishedHead>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(within);
        var heads = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {HeadRow.Key} and Dirty eq true"), most, ["PartitionKey", "Timestamp", "LeaseOwner", "LeaseUntil"], limit.Token);
        try
        {
            await foreach (var head in heads)
            {
                if (found.Count == most)
                {
                    return (found, false);
                }

                found.Add(new(head.PartitionKey, head.Timestamp ?? default, HeadRow.LeaseOf(head)));
            }

            return (found, true);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (found, false);
        }
    }

    /// <summary>The last event of every request, in the order of their ids.</summary>
    public async IAsyncEnumerable<ChainHead> HeadsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var heads = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {HeadRow.Key}"), select: ["PartitionKey", "Sequence", "LastHash"], cancellationToken: cancel);
        await foreach (var head in heads)
        {
            yield return new(head.PartitionKey, HeadRow.SequenceOf(head), head.GetString("LastHash"));
        }
    }

    /// <summary>The hash of one event as it is stored; null where there is no such event.</summary>
    public async Task<string?> HashAtAsync(string id, int sequence, CancellationToken cancel) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(id, EventRow.KeyOf(sequence), ["Hash"], cancel)) is { HasValue: true, Value: { } row }
            ? row.GetString("Hash")
            : null;

    /// <summary>The stored events of a request as they are chained, for whoever checks them elsewhere.</summary>
    public async IAsyncEnumerable<ChainEntry> ChainAsync(string id, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey lt {HeadRow.Key}"), cancellationToken: cancel))
        {
            if (EventRow.SequenceOf(row.RowKey) is { } sequence)
            {
                yield return new(id, sequence, EventRow.PayloadOf(row), row.GetString("Hash"));
            }
        }
    }

    /// <summary>Recomputes the chain of every request. Whether one is missing only the seals know: <see cref="AuditVerification"/>.</summary>
    public Task<Verification> VerifyAsync(CancellationToken cancel) => Chains.VerifyAsync(table, cancel);

    public void Dispose() => remembered.Dispose();

    private static (List<TableEntity> Rows, string LastHash) Chain(string id, string hash, IEnumerable<RecordedEvent> events, string appendId)
    {
        var rows = new List<TableEntity>();
        foreach (var recorded in events)
        {
            rows.Add(EventRow.Of(id, recorded, hash, appendId));
            hash = rows[^1].GetString("Hash");
        }

        return (rows, hash);
    }

    /// <summary>The ETags of the rows written; null where one of them was changed or made by somebody else.</summary>
    private async Task<IReadOnlyList<ETag>?> SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            var replies = await table.SubmitTransactionAsync(actions, cancel);
            return [.. replies.Value.Select(reply => reply.Headers.ETag ?? default)];
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412
            || failure.ErrorCode == TableErrorCode.ResourceNotFound.ToString())
        {
            return null;
        }
    }

    private async Task<(StoredRequest? Request, IReadOnlySet<string> Appends)> ReadAsync(string id, CancellationToken cancel)
    {
        var events = new List<RecordedEvent>();
        var appends = new HashSet<string>(StringComparer.Ordinal);
        TableEntity? head = null, effects = null;
        var lastHash = EventRow.NoHash;
        // Up to and with the head; what left by mail comes after it and is not needed here.
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey le {HeadRow.Key}"), cancellationToken: cancel);
        await foreach (var row in rows)
        {
            switch (row.RowKey)
            {
                case HeadRow.Key: head = row; break;
                case HeadRow.EffectsKey: effects = row; break;
                default:
                    events.Add(EventJson.Read(EventRow.PayloadOf(row)));
                    appends.Add(row.GetString("Append"));
                    lastHash = row.GetString("Hash");
                    break;
            }
        }

        if (head is null && events.Count == 0)
        {
            remembered.Remove(id);
            return (null, appends);
        }

        if (head is null || HeadRow.SequenceOf(head) != events.Count || head.GetString("LastHash") != lastHash)
        {
            throw new InvalidDataException($"The stored events of request {id} disagree with their head; verify the chain before anything else.");
        }

        var read = HeadRow.Read(head);
        return (Remember(new(Fold.Over(id, events)!, read, HeadRow.ReadEffects(effects)) { IsProjected = !read.Dirty }), appends);
    }
}
