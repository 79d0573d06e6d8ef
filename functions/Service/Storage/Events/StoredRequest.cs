using System.Collections.Immutable;
using Azure;
using Core.Requests;
using NodaTime;

namespace Service.Storage.Events;

/// <summary>A request as it was last seen in storage.</summary>
/// <param name="State">Folded from its events.</param>
/// <param name="Head">The bookkeeping beside them.</param>
/// <param name="Done">Ids of the effects that are done.</param>
internal sealed record StoredRequest(RequestState State, Head Head, ImmutableHashSet<string> Done)
{
    public string Id => State.Id;

    /// <summary>The queue row is known to say what <see cref="State"/> says. Known here only, not stored.</summary>
    public bool IsProjected { get; init; }

    /// <summary>The queue's row as it was last written here; null where that is not known. It need not be written again as it is.</summary>
    public RequestSummary? Projected { get; init; }
}

/// <summary>
/// The one row of a request that changes. Every write to the request's partition goes through its ETag, so that of two writers one
/// learns that the other was faster.
/// </summary>
internal sealed record Head
{
    public ETag ETag { get; init; }
    /// <summary>Hash of the last event.</summary>
    public required string LastHash { get; init; }
    /// <summary>Something may be owed for the last event: set with each append, cleared when the engine has seen to it.</summary>
    public bool Dirty { get; init; }
    /// <summary>Keyed hash of the submission's body, to tell a repeat from a reused idempotency key.</summary>
    public string? BodyHash { get; init; }
    /// <summary>Every key under which the queue may hold a row of this request; the last is the right one.</summary>
    public ImmutableList<string> QueueKeys { get; init; } = [];
    /// <summary>The wake-up that is known to be in <c>due</c>.</summary>
    public Instant? WakeAt { get; init; }
    /// <summary>Who carries out effects now.</summary>
    public Lease? Lease { get; init; }
}

/// <summary>Who carries out a request's effects. Real time, as it is about processes, not about the office.</summary>
internal sealed record Lease(string Owner, DateTimeOffset Until);

/// <summary>The head of a request for which something may still be owed.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="TouchedAt">When it was last written: real time.</param>
/// <param name="Lease">Who carries out effects, or did.</param>
internal sealed record UnfinishedHead(string RequestId, DateTimeOffset TouchedAt, Lease? Lease);

/// <summary>What is appended.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="After">The state after them.</param>
/// <param name="QueueKey">Where the queue's row of the request will be.</param>
/// <param name="BodyHash">For the first append only.</param>
internal sealed record Append(IReadOnlyList<RecordedEvent> Events, RequestState After, string QueueKey, string? BodyHash = null);

/// <summary>What came of an append.</summary>
internal abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>It is stored.</summary>
    public sealed record Appended(StoredRequest Now) : AppendOutcome;
    /// <summary>Somebody else was faster; nothing of it is stored.</summary>
    public sealed record Conflict(StoredRequest? Latest) : AppendOutcome;
    /// <summary>An event is larger than a row can be; nothing of it is stored.</summary>
    public sealed record TooLarge : AppendOutcome;
}
