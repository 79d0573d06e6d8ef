using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Core.Performance;
using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Service.Storage;

/// <summary>One request as queues and reports need it.</summary>
internal sealed record RequestSummary
{
    public required string Id { get; init; }
    public required RequestStatus Status { get; init; }
    public required int Version { get; init; }
    public required Office Office { get; init; }
    public required RequesterKind Kind { get; init; }
    public required DataLevel Level { get; init; }
    public required string RequesterName { get; init; }
    public string? Organization { get; init; }
    public string? Assignee { get; init; }
    public WaitingOn? WaitingOn { get; init; }
    public required Instant SubmittedAt { get; init; }
    public Instant? DueAt { get; init; }
    public Instant? OriginalDueAt { get; init; }
    public int DaysCounted { get; init; }
    public int DaysAllowed { get; init; }
    /// <summary>The clock's deadline, also after an ending, when nothing is due any more.</summary>
    public Instant? LastDueAt { get; init; }
    /// <summary>What it waited for so far.</summary>
    public WaitingDays Waited { get; init; } = new();
    public bool OutreachBreached { get; init; }
    public Instant? FulfilmentBreachedAt { get; init; }
    public Instant? DeliveredAt { get; init; }
    public Instant? EndedAt { get; init; }
    public bool Expedited { get; init; }
    /// <summary>It goes the way of law enforcement: by who asks, what they bring, or for whom it is meant.</summary>
    public bool ForLawEnforcement { get; init; }
}

/// <summary>Filters of the queue; null means any.</summary>
internal sealed record QueueFilter(RequestStatus? Status = null, Office? Office = null, string? Assignee = null, Instant? DueBefore = null);

/// <summary>A page of the queue.</summary>
/// <param name="Items">In order of deadline, those without one last.</param>
/// <param name="Continuation">Give it back for the next page; null on the last.</param>
internal sealed record QueuePage(IReadOnlyList<RequestSummary> Items, string? Continuation);

/// <summary>Rows for queues and SLA: one range query a page, however many requests there are.</summary>
internal sealed class OpenRequests(TableServiceClient tables)
{
    public const string TableName = "open";
    public const int LargestPage = 200;

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>A page of the queue. Filtering by an ending looks among the ended requests, any other filter among the open ones.</summary>
    /// <param name="pageSize">1 to <see cref="LargestPage"/>.</param>
    /// <param name="continuation">From the page before; see <see cref="IsContinuation"/>.</param>
    public async Task<QueuePage> PageAsync(QueueFilter filter, int pageSize, string? continuation, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pageSize, Math.Clamp(pageSize, 1, LargestPage));
        var after = continuation is null ? null : QueueRow.ReadContinuation(continuation)
            ?? throw new ArgumentException("This is not a continuation.", nameof(continuation));

        var items = new List<RequestSummary>();
        string? last = null;
        // One row more than the page says whether there is another page.
        await foreach (var row in table.QueryAsync<TableEntity>(QueueRow.Filter(filter, after), pageSize + 1, cancellationToken: cancel))
        {
            if (items.Count == pageSize)
            {
                return new(items, QueueRow.Continuation(last!));
            }

            items.Add(QueueRow.Read(row));
            last = row.RowKey;
        }

        return new(items, null);
    }

    /// <summary>Whether this is what <see cref="PageAsync"/> gave out.</summary>
    public static bool IsContinuation(string text) => QueueRow.ReadContinuation(text) is not null;

    /// <summary>All open requests.</summary>
    public async IAsyncEnumerable<RequestSummary> AllOpenAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(QueueRow.Filter(new(), null), cancellationToken: cancel))
        {
            yield return QueueRow.Read(row);
        }
    }

    /// <summary>All requests that ended (delivered ones included) since then.</summary>
    public async IAsyncEnumerable<RequestSummary> FinishedSinceAsync(Instant since, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var filter in QueueRow.FinishedSince(since))
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            {
                yield return QueueRow.Read(row);
            }
        }
    }

    /// <summary>Writes a request's row and takes away those it had under other keys; one transaction where they share a partition.</summary>
    public async Task ProjectAsync(RequestSummary summary, IEnumerable<string> keys, CancellationToken cancel)
    {
        var row = QueueRow.Of(summary);
        var others = keys.Where(key => key != QueueRow.KeyOf(summary)).Select(QueueRow.Place).ToList();
        var beside = others.Where(place => place.Partition == row.PartitionKey).ToList();
        if (beside.Count == 0)
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
        }
        else
        {
            await MoveAsync(row, beside, cancel);
        }

        foreach (var (partition, rowKey) in others.Except(beside))
        {
            await table.DeleteEntityAsync(partition, rowKey, ETag.All, cancel);
        }
    }

    private async Task MoveAsync(TableEntity row, IReadOnlyList<(string Partition, string RowKey)> from, CancellationToken cancel)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpsertReplace, row),
                    .. from.Select(old => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(old.Partition, old.RowKey), ETag.All)),
                ],
                cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // One of the old rows is gone already: a crash came between, or the reply to a first try was lost.
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
            foreach (var (partition, rowKey) in from)
            {
                await table.DeleteEntityAsync(partition, rowKey, ETag.All, cancel);
            }
        }
    }
}
