using Core.Requests;
using Core.Routing;

namespace Service.Desk;

/// <summary>What came of a command: the request as it is now, or why not.</summary>
/// <param name="State">The request; null where there is none with that id.</param>
/// <param name="Refusal">Why the command was not carried out; null where it was.</param>
internal sealed record DeskOutcome(RequestState? State, Refusal? Refusal);

/// <summary>What came of a submission.</summary>
/// <param name="State">The stored request; null where nothing is stored (a published dataset answers it) or it was refused as a conflict.</param>
/// <param name="AccessToken">The requester's secret; null where nothing is stored.</param>
/// <param name="Decision">The routing decision.</param>
/// <param name="Refusal">Set when the idempotency key was used with another body.</param>
internal sealed record SubmitOutcome(RequestState? State, string? AccessToken, Decision Decision, Refusal? Refusal);

/// <summary>The one door through which requests are made, read and changed: API, pages and engine all come here.</summary>
internal sealed class RequestDesk
{
    /// <summary>Routes a submission without storing anything.</summary>
    public Task<Decision> TriageAsync(Submission submission, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Routes and stores a submission. The same key and body give the same request.</summary>
    public Task<SubmitOutcome> SubmitAsync(Submission submission, string? idempotencyKey, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Carries out a command, retrying where another write came between; tells the engine.</summary>
    /// <param name="expectedVersion">The version the person saw; null for commands that need none (the requester's, the system's).</param>
    public Task<DeskOutcome> ExecuteAsync(string id, RequestCommand command, Actor by, int? expectedVersion, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>The request with this id, or null.</summary>
    public Task<RequestState?> FindAsync(string id, CancellationToken cancel) => throw new NotImplementedException();
}
