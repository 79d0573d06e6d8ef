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
    public bool OutreachBreached { get; init; }
    public Instant? FulfilmentBreachedAt { get; init; }
    public Instant? DeliveredAt { get; init; }
    public Instant? EndedAt { get; init; }
    public bool Expedited { get; init; }
}

/// <summary>Filters of the queue; null means any.</summary>
internal sealed record QueueFilter(RequestStatus? Status = null, Office? Office = null, string? Assignee = null, Instant? DueBefore = null);

/// <summary>A page of the queue.</summary>
/// <param name="Items">In order of deadline, those without one last.</param>
/// <param name="Continuation">Give it back for the next page; null on the last.</param>
internal sealed record QueuePage(IReadOnlyList<RequestSummary> Items, string? Continuation);

/// <summary>Rows for queues and SLA: one range query a page, however many requests there are.</summary>
internal sealed class OpenRequests
{
    /// <summary>A page of the queue. Filtering by an ending looks among the ended requests, any other filter among the open ones.</summary>
    public Task<QueuePage> PageAsync(QueueFilter filter, int pageSize, string? continuation, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>All open requests.</summary>
    public IAsyncEnumerable<RequestSummary> AllOpenAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>All requests that ended (delivered ones included) since then.</summary>
    public IAsyncEnumerable<RequestSummary> FinishedSinceAsync(Instant since, CancellationToken cancel) => throw new NotImplementedException();
}
