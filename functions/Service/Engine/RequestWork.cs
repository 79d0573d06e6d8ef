using System.Collections.Immutable;
using Azure.Data.Tables;
using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;
using Service.Storage.Events;

namespace Service.Engine;

/// <summary>A request that is open for work, and the circumstances it was looked at in.</summary>
/// <param name="Request">Null where there is none, or where others keep changing it.</param>
/// <param name="Circumstances">The time and the rules in force.</param>
/// <param name="IsBusy">Others keep changing it: look again soon.</param>
internal sealed record OpenedRequest(StoredRequest? Request, Circumstances Circumstances, bool IsBusy = false);

/// <summary>
/// The steps that both engines take, whichever way they go through what is owed: the embedded one does a request's effects together
/// and records them in one write (<see cref="Advance"/>), the durable one does one at a time (<see cref="Steps"/>).
/// </summary>
internal sealed class RequestWork(
    EventStore store, CommandExecutor executor, DueWork due, CurrentCircumstances current, EngineIdentity engine, TimeProvider time)
{
    /// <summary>
    /// A wake-up has come that is not the one remembered: another process wrote it, and what it knew is read now.
    /// </summary>
    public void Heed(DueRow woken)
    {
        if (store.Remembered(woken.RequestId) is { } remembered && remembered.Head.WakeAt != woken.At)
        {
            store.Forget(woken.RequestId);
        }
    }

    /// <summary>Records what time did to a request and brings its row in the queue up to date.</summary>
    public async Task<OpenedRequest> OpenAsync(string id, CancellationToken cancel)
    {
        var execution = await executor.ExecuteAsync(id, new RequestCommand.PassTime(), Actor.System, null, cancel);
        var circumstances = await current.NowAsync(cancel);
        if (execution is not { Request: { } request, Refusal: null })
        {
            return new(null, circumstances, IsBusy: execution.Request is not null);
        }

        return new(request.IsProjected ? request : await executor.ProjectAsync(request, circumstances, cancel), circumstances);
    }

    /// <summary>
    /// Takes the lease on a request's effects. Nothing in <c>Request</c>: another write came between, load it again. It is the one
    /// given, where somebody else holds the lease.
    /// </summary>
    public async Task<(StoredRequest? Request, bool IsHeldElsewhere)> LeaseAsync(StoredRequest request, string owner, CancellationToken cancel)
    {
        var head = request.Head.LeasedTo(engine.LeaseFrom(time) with { Owner = owner });
        if (head.Lease!.Owner != owner)
        {
            return (request, true);
        }

        // Dirty, so that whoever starts after a crash finds what was begun here.
        return (await store.MarkAsync(request, head with { Dirty = true }, request.Done, [], cancel), false);
    }

    /// <summary>
    /// Writes the next wake-up down, before the request is marked as seen to. One that is written and comes earlier is left: it comes
    /// for nothing then, which costs less than moving it each time. Only what has come is taken away, and only for what comes next: the
    /// head may go on naming a wake-up that is still to come, however the marking ends, and whoever reads it must be able to trust it.
    /// </summary>
    /// <param name="woken">The wake-up that has come and is seen to by this, if one was.</param>
    /// <returns>The wake-up that is in <c>due</c> now.</returns>
    public async Task<Instant?> ScheduleAsync(StoredRequest request, DueRow? woken, Instant? next, Instant now, CancellationToken cancel)
    {
        var written = request.Head.WakeAt == woken?.At ? null : request.Head.WakeAt;
        var stands = written > now && written <= next;
        await due.MoveAsync(woken, stands || next is null ? null : new(request.Id, next.Value), cancel);
        return stands ? written : next;
    }

    /// <summary>Records what is done and gives the lease back, in one transaction; null where another write came between.</summary>
    public async Task<StoredRequest?> SettleAsync(
        StoredRequest request, ImmutableHashSet<string> done, IEnumerable<TableEntity> rows, Instant? wake, bool isUnfinished, CancellationToken cancel)
    {
        var head = request.Head with { Dirty = isUnfinished, WakeAt = wake, Lease = null };
        return head != request.Head || !done.SetEquals(request.Done)
            ? await store.MarkAsync(request, head, done, rows, cancel)
            : request;
    }

    /// <summary>A wake-up for a request that is not there is struck off.</summary>
    public Task ForgetAsync(DueRow? woken, CancellationToken cancel) => due.MoveAsync(woken, null, cancel);

    /// <summary>What was remembered is old: reads the request as it is stored.</summary>
    public Task<StoredRequest?> LoadAsync(string id, CancellationToken cancel) => store.LoadAsync(id, cancel);
}
