using System.Diagnostics;
using System.Text.Json;
using Core.Requests;
using Core.Routing;
using Service.Engine;
using Service.SignIn;
using Service.SignIn.Keys;
using Service.SignIn.Renewal;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Desk;

/// <summary>What came of a command: the request as it is now, or why not.</summary>
/// <param name="State">The request; null where there is none with that id.</param>
/// <param name="Refusal">Why the command was not carried out; null where it was.</param>
internal sealed record DeskOutcome(RequestState? State, Refusal? Refusal);

/// <summary>What came of a submission.</summary>
/// <param name="State">The stored request; null where nothing is stored (a published dataset answers it) or it was refused as a conflict.</param>
/// <param name="AccessToken">The requester's secret; null where nothing is stored.</param>
/// <param name="Decision">The routing decision.</param>
/// <param name="Refusal">Set when the idempotency key was used with another body, or the submission is too large.</param>
internal sealed record SubmitOutcome(RequestState? State, string? AccessToken, Decision Decision, Refusal? Refusal);

/// <summary>The one door through which requests are made, read and changed: API, pages and engine all come here.</summary>
internal sealed class RequestDesk(
    EventStore store, CommandExecutor executor, CurrentCircumstances current, Routes routes, PublishedCounts counts, AccessTokens tokens,
    ServerKey key, RequesterIndex requesters, IEngine engine)
{
    private const int MostTries = 5;

    private static readonly Refusal KeyReused = new(
        "IdempotencyKeyReused", "This Idempotency-Key was used for another submission; use a new one.", Kind: RefusalKind.Conflict);

    /// <summary>Routes a submission without storing anything.</summary>
    public async Task<Decision> TriageAsync(Submission submission, CancellationToken cancel) =>
        (await routes.OfAsync(submission, await current.NowAsync(cancel), cancel)).Decision;

    /// <summary>Routes and stores a submission. The same key and body give the same request.</summary>
    public async Task<SubmitOutcome> SubmitAsync(Submission submission, string? idempotencyKey, CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var (decision, kept) = await routes.OfAsync(submission, circumstances, cancel);
        var bodyHash = await BodyHashAsync(submission, cancel);

        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var id = idempotencyKey is null ? RequestIds.New() : await RequestIds.ForAsync(key, idempotencyKey, cancel);
            if (kept is null)
            {
                return await AnsweredAsync(idempotencyKey is null ? null : id, decision, circumstances, cancel);
            }

            await requesters.NoteAsync(kept.Requester.Email, id, cancel);
            var (outcome, refusal) = await executor.SubmitAsync(id, new(kept, decision.WithoutTypedWords()), bodyHash, circumstances, cancel);
            switch (outcome)
            {
                case { } when refusal is not null:
                    return new(null, null, decision, refusal);
                case AppendOutcome.Appended { Now: var now }:
                    engine.Changed(id);
                    return new(now.State, await tokens.OfAsync(now.State, cancel), decision, null);
                case AppendOutcome.Conflict { Latest: { } latest } when idempotencyKey is not null:
                    return latest.Head.BodyHash == bodyHash
                        ? new(latest.State, await tokens.OfAsync(latest.State, cancel), latest.State.Decision with { RefusedAttributes = decision.RefusedAttributes }, null)
                        : new(null, null, decision, KeyReused);
                case AppendOutcome.Conflict:
                    // A random id that is taken, or one that was refused by storage for a moment: once more.
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        throw new InvalidOperationException("No free request id was found.");
    }

    /// <summary>Carries out a command, retrying where another write came between; tells the engine.</summary>
    /// <param name="expectedVersion">The version the person saw; null for commands that need none (the requester's, the system's).</param>
    public async Task<DeskOutcome> ExecuteAsync(string id, RequestCommand command, Actor by, int? expectedVersion, CancellationToken cancel)
    {
        var execution = await executor.ExecuteAsync(id, command, by, expectedVersion, cancel);
        if (execution.Changed)
        {
            engine.Changed(id);
        }

        return new(execution.Request?.State, execution.Refusal);
    }

    /// <summary>What a command would do to a request as it stands, without doing it.</summary>
    public Task<OnPaper> TryAsync(RequestState state, RequestCommand command, Actor by, CancellationToken cancel) =>
        executor.TryAsync(state, command, by, cancel);

    /// <summary>The request with this id, or null.</summary>
    public async Task<RequestState?> FindAsync(string id, CancellationToken cancel) =>
        RequestIds.CanBe(id) ? (await store.LoadAsync(id, cancel))?.State : null;

    /// <summary>A published dataset answers it: nothing is stored but the count (policy section 3, rule 6).</summary>
    private async Task<SubmitOutcome> AnsweredAsync(string? id, Decision decision, Circumstances circumstances, CancellationToken cancel)
    {
        if (id is not null && await store.LoadAsync(id, cancel) is not null)
        {
            return new(null, null, decision, KeyReused);
        }

        await counts.CountAsync(circumstances.Today, cancel);
        return new(null, null, decision, null);
    }

    private async Task<string> BodyHashAsync(Submission submission, CancellationToken cancel) =>
        Convert.ToHexStringLower(await key.MacAsync("submission", JsonSerializer.Serialize(submission, EventJson.Options), cancel));
}
