using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Core.Requests;
using NodaTime;
using Service.Desk;
using Service.Storage;
using Service.Storage.Events;
using Service.Telemetry;

namespace Service.Engine;

/// <summary>Another process is carrying out this request's effects: try again in a moment.</summary>
internal sealed class HeldElsewhereException(string requestId) : Exception($"Another process is carrying out the effects of {requestId}.");

/// <summary>
/// The two things an engine can ask for that keeps its own history and retries: look at a request, and carry out one effect. Each may
/// be asked for twice, or by two at once, without harm.
/// </summary>
internal sealed class Steps(
    RequestWork work, Effects effects, OfficeWork officeWork, CurrentCircumstances current, IClock clock, OfficeMetrics metrics)
{
    private const int MostTries = 10;
    private static readonly Duration Soon = Duration.FromSeconds(2);

    /// <summary>Carried out here and not recorded yet, because storage failed in between: only the record is missing.</summary>
    private readonly ConcurrentDictionary<(string RequestId, string EffectId), TableEntity?> unrecorded = new();

    /// <summary>Records what time did, and says what is owed now and when to look again.</summary>
    public async Task<Outlook> LookAsync(string id, CancellationToken cancel)
    {
        using var span = OfficeTraces.Start("look", id);
        if (await officeWork.TryRunAsync(id, null, cancel) is { } office)
        {
            return new("the office's own work", [], office.NextWake, Over: office.NextWake is null);
        }

        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var (opened, circumstances, isBusy) = await work.OpenAsync(id, cancel);
            if (opened is not { } request)
            {
                return isBusy ? Outlook.Busy(clock.GetCurrentInstant() + Soon) : Outlook.Nothing;
            }

            var outlook = Outlook.Of(request, circumstances);
            if (outlook.Owed.Count > 0 || await SettleAsync(request, outlook, circumstances, [], cancel) is not null)
            {
                return outlook;
            }

            await work.LoadAsync(id, cancel);
        }

        return Outlook.Busy(clock.GetCurrentInstant() + Soon);
    }

    /// <summary>Carries out one effect, if it is still owed, and records it; the outlook after that.</summary>
    /// <exception cref="HeldElsewhereException">Another process is at it.</exception>
    public async Task<Outlook> CarryOutAsync(string id, string effectId, CancellationToken cancel)
    {
        // Not the process: a second delivery of the same activity must not think that it holds what the first one took.
        var owner = Guid.NewGuid().ToString("N");
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            if (await work.LoadAsync(id, cancel) is not { } request)
            {
                return Outlook.Nothing;
            }

            var circumstances = await current.NowAsync(cancel);
            if (Outlook.DueNow(request, circumstances).FirstOrDefault(effect => effect.Id == effectId) is not { } owed)
            {
                unrecorded.TryRemove((id, effectId), out _);
                return Outlook.Of(request, circumstances);
            }

            var (leased, isHeldElsewhere) = await work.LeaseAsync(request, owner, cancel);
            if (isHeldElsewhere)
            {
                throw new HeldElsewhereException(id);
            }

            if (leased is null)
            {
                continue;
            }

            await DoAsync(leased, owed, cancel);
            return await RecordAsync(leased, owed, owner, cancel);
        }

        throw new HeldElsewhereException(id);
    }

    private async Task DoAsync(StoredRequest request, OwedEffect owed, CancellationToken cancel)
    {
        if (unrecorded.ContainsKey((request.Id, owed.Id)))
        {
            return;
        }

        try
        {
            unrecorded[(request.Id, owed.Id)] = await effects.CarryOutAsync(request.State, owed, cancel);
        }
        catch
        {
            metrics.EffectFailed(owed.Effect);
            await GiveBackAsync(request);
            throw;
        }
    }

    private async Task<Outlook> RecordAsync(StoredRequest leased, OwedEffect owed, string owner, CancellationToken cancel)
    {
        var row = unrecorded.GetValueOrDefault((leased.Id, owed.Id));
        TableEntity[] rows = row is null ? [] : [row];
        for (var (attempt, request) = (1, (StoredRequest?)leased); request is not null && attempt <= MostTries; attempt++)
        {
            var circumstances = await current.NowAsync(cancel);
            var after = request with { Done = request.Done.Add(owed.Id) };
            var outlook = Outlook.Of(after, circumstances);
            if (await SettleAsync(request, outlook, circumstances, rows, cancel, owed.Id) is not null)
            {
                unrecorded.TryRemove((leased.Id, owed.Id), out _);
                return outlook;
            }

            request = await work.LoadAsync(leased.Id, cancel);
        }

        throw new HeldElsewhereException($"{leased.Id} ({owner})");
    }

    /// <summary>Where nothing is left to do the next wake-up is written down first; the request counts as seen to after that.</summary>
    private async Task<StoredRequest?> SettleAsync(
        StoredRequest request, Outlook outlook, Circumstances circumstances, IEnumerable<TableEntity> rows, CancellationToken cancel, string? done = null)
    {
        var isUnfinished = outlook.Owed.Count > 0 || outlook.WakeAt <= circumstances.Now;
        var woken = request.Head.WakeAt <= circumstances.Now ? new DueRow(request.Id, request.Head.WakeAt.Value) : null;
        var wake = isUnfinished ? request.Head.WakeAt : await work.ScheduleAsync(request, woken, outlook.WakeAt, circumstances.Now, cancel);
        return await work.SettleAsync(
            request, done is null ? request.Done : request.Done.Add(done), rows, wake, isUnfinished, cancel);
    }

    /// <summary>Nobody need wait for a lease whose holder failed. Where this fails too, the lease ends by itself.</summary>
    private async Task GiveBackAsync(StoredRequest leased)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await work.SettleAsync(leased, leased.Done, [], leased.Head.WakeAt, isUnfinished: true, limit.Token);
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException)
        {
        }
    }
}
