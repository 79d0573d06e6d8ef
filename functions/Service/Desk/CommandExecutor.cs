using Azure;
using Core.Agreements;
using Core.Requests;
using Microsoft.Extensions.Logging;
using NodaTime;
using Service.Engine;
using Service.Storage;
using Service.Storage.Events;
using Service.Telemetry;

namespace Service.Desk;

/// <summary>What came of a command.</summary>
/// <param name="Request">The request as it is now; null where there is none.</param>
/// <param name="Refusal">Why it was not carried out.</param>
/// <param name="Changed">Something happened, so something may be owed.</param>
internal sealed record Execution(StoredRequest? Request, Refusal? Refusal = null, bool Changed = false);

/// <summary>What a command would do.</summary>
/// <param name="Refusal">Why it would not be carried out; null where it would.</param>
/// <param name="After">The state that would follow.</param>
/// <param name="Circumstances">What it was decided by.</param>
internal sealed record OnPaper(Refusal? Refusal, RequestState After, Circumstances Circumstances);

/// <summary>Carries out commands: load, decide, append, and again where another write came between; then the queue's row.</summary>
internal sealed partial class CommandExecutor(
    EventStore store, OpenRequests queue, RequestSearch search, NdaRegister ndas, CurrentCircumstances current, EngineIdentity engine, TimeProvider time,
    OfficeMetrics metrics, ILogger<CommandExecutor> logger)
{
    private const int MostTries = 10;

    private static readonly Refusal Busy = new(
        "Busy", "Others are changing this request at the same time; try again in a moment.", Kind: RefusalKind.Conflict);

    private static readonly Refusal TooLarge = new(
        "TooLarge", "This is too large to be stored; shorten it.", Kind: RefusalKind.BadInput);

    /// <summary>Carries out a command on a request that exists.</summary>
    public async Task<Execution> ExecuteAsync(string id, RequestCommand command, Actor by, int? expectedVersion, CancellationToken cancel)
    {
        if (!RequestIds.CanBe(id))
        {
            return new(null);
        }

        using var span = OfficeTraces.Start("command", id, command.GetType().Name);
        // What is remembered may be old. That is found out by the append; a "no" is only given on what was just read.
        var (request, isFresh) = (store.Remembered(id), false);
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (request is null)
            {
                (request, isFresh) = (await store.LoadAsync(id, cancel), true);
            }

            if (request is null)
            {
                return new(null);
            }

            var circumstances = await CircumstancesAsync(request.State, command, cancel);
            var ruling = expectedVersion is { } seen && seen != request.State.Version
                ? new([], SomeoneWasFaster(seen, request.State.Version))
                : Lifecycle.Decide(id, request.State, command, by, circumstances);
            if (ruling.Refusal is not null || ruling.Events.Count == 0)
            {
                if (!isFresh && command is not RequestCommand.PassTime)
                {
                    request = null;
                    continue;
                }

                // A calendar can move a deadline in the queue without anything to record.
                return command is RequestCommand.ApplyCalendar
                    ? new(await ProjectAsync(request, circumstances, cancel), ruling.Refusal, Changed: true)
                    : new(request, ruling.Refusal);
            }

            switch (await AppendAsync(id, request, ruling.Events, by, circumstances, bodyHash: null, cancel))
            {
                case AppendOutcome.Appended { Now: var now }:
                    foreach (var happened in ruling.Events)
                    {
                        metrics.Happened(happened);
                    }

                    return new(await ProjectAsync(now, circumstances, cancel), Changed: true);
                case AppendOutcome.TooLarge:
                    return new(request, TooLarge);
                case AppendOutcome.Conflict { Latest: var latest }:
                    (request, isFresh) = (latest, true);
                    await time.DelayAMoment(attempt, cancel);
                    break;
            }
        }

        return new(request, Busy);
    }

    /// <summary>What a command would do to a request as it stands, without doing it.</summary>
    public async Task<OnPaper> TryAsync(RequestState state, RequestCommand command, Actor by, CancellationToken cancel)
    {
        var circumstances = await CircumstancesAsync(state, command, cancel);
        var ruling = Lifecycle.Decide(state.Id, state, command, by, circumstances);
        return new(ruling.Refusal, Fold.After(state.Id, state, ruling.Events, by, circumstances.Now), circumstances);
    }

    /// <summary>Makes a request that does not exist yet; a conflict where its id is taken.</summary>
    public async Task<(AppendOutcome Outcome, Refusal? Refusal)> SubmitAsync(
        string id, RequestCommand.Submit submit, string bodyHash, Circumstances circumstances, CancellationToken cancel)
    {
        var ruling = Lifecycle.Decide(id, null, submit, Actor.Requester, circumstances);
        if (ruling.Refusal is not null)
        {
            return (new AppendOutcome.Conflict(null), ruling.Refusal);
        }

        var outcome = await AppendAsync(id, null, ruling.Events, Actor.Requester, circumstances, bodyHash, cancel);
        return outcome switch
        {
            AppendOutcome.Appended { Now: var now } => (new AppendOutcome.Appended(await ProjectAsync(now, circumstances, cancel)), null),
            AppendOutcome.TooLarge => (outcome, TooLarge),
            _ => (outcome, null),
        };
    }

    /// <summary>
    /// Writes the queue's row. Where storage fails the request is none the worse for it: it stays marked as dirty, and the engine
    /// writes the row.
    /// </summary>
    public async Task<StoredRequest> ProjectAsync(StoredRequest request, Circumstances circumstances, CancellationToken cancel)
    {
        try
        {
            var summary = Summaries.Of(request.State, circumstances);
            if (summary != request.Projected)
            {
                await queue.ProjectAsync(summary, request.Head.QueueKeys, cancel);
                if (request.State.Version == 1)
                {
                    // What it is found by is in the submission and does not change.
                    await search.AddAsync(request.State, cancel);
                }
            }

            return store.Remember(request with
            {
                IsProjected = true,
                Projected = summary,
                Head = request.Head with { QueueKeys = [QueueRow.KeyOf(summary)] },
            });
        }
        catch (RequestFailedException failure)
        {
            Log.NotProjected(logger, failure, request.Id);
            return request;
        }
    }

    private Task<AppendOutcome> AppendAsync(
        string id, StoredRequest? before, IReadOnlyList<RequestEvent> events, Actor by, Circumstances circumstances, string? bodyHash,
        CancellationToken cancel)
    {
        var first = (before?.State.Sequence ?? 0) + 1;
        var recorded = events.Select((happened, index) =>
            new RecordedEvent(first + index, circumstances.Now, by, happened) { PolicyVersion = circumstances.Policy.Version }).ToList();
        var after = recorded.Aggregate(before?.State, (so, one) => Fold.Apply(so, id, one))!;
        var key = QueueRow.KeyOf(Summaries.Of(after, circumstances));
        return store.AppendAsync(id, before, new(recorded, after, key, bodyHash), engine.LeaseOnAppend(time), cancel);
    }

    private async Task<Circumstances> CircumstancesAsync(RequestState state, RequestCommand command, CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        // A clock that was set back must not put an event before the one it follows.
        circumstances = circumstances with { Now = Instant.Max(circumstances.Now, state.History[^1].At) };
        return MayReuseNda(state, command)
            ? circumstances with { CurrentNda = await CurrentNdaAsync(state, circumstances, cancel) }
            : circumstances;
    }

    private async Task<CurrentNda?> CurrentNdaAsync(RequestState state, Circumstances circumstances, CancellationToken cancel) =>
        await ndas.CurrentAsync(state.Submission.Requester, circumstances.Today, cancel);

    /// <summary>Whether this command can put an agreement before the requester, so that a current one has to be looked for.</summary>
    private static bool MayReuseNda(RequestState state, RequestCommand command) =>
        state is { Ending: null, DeliveredAt: null, Nda: null }
        && (state.NeedsNda || command is RequestCommand.RequireNda)
        && (state.Assignee is not null || command is RequestCommand.Assign)
        && command is not RequestCommand.PassTime;

    private static Refusal SomeoneWasFaster(int seen, int version) => new(
        "SomeoneWasFaster", $"The request has changed since you looked at it (you saw version {seen}, it is now {version}). Look again.",
        Kind: RefusalKind.Conflict, Field: "expectedVersion");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The queue's row of {RequestId} could not be written; the engine will write it.")]
        public static partial void NotProjected(ILogger logger, Exception failure, string requestId);
    }
}
