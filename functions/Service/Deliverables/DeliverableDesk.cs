using Azure;
using Core.Disclosure;
using Core.Release;
using Core.Requests;
using Core.Routing;
using Microsoft.Extensions.Logging;
using Service.Deliverables.Comparison;
using Service.Desk;
using Service.Disclosures;
using Service.Documents;
using Service.Files;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>The stored bytes of a file that is not on record yet.</summary>
internal sealed record KeptDeliverable(string Id, StoredFile File);

/// <summary>What came of a file: it is on record with its check, or why not.</summary>
internal sealed record AddOutcome(string Id, FileCheck Check, DeskOutcome Outcome);

/// <summary>
/// Files on their way to a requester: stored and checked, then released. A release of identifiable information is written into the
/// disclosure ledger first, an entry a student; where that fails, it does not happen (policy section 5).
/// </summary>
internal sealed partial class DeliverableDesk(
    RequestDesk desk, CurrentCircumstances current, FileStore files, FileChecker checker, DisclosureLedger ledger, EarlierReleases earlier, EarlierRowReleases rows,
    DeliveryComparison comparison, ConsentLists consents, ILogger<DeliverableDesk> log)
{
    /// <summary>Answered where the ledger cannot be written; nothing was released.</summary>
    public static readonly Refusal LedgerUnavailable = new(
        "LedgerUnavailable", "The disclosure could not be recorded, so nothing was delivered. Try again in a moment.", "FERPA §99.32");

    private static readonly FileCheck Unchecked = new(Verdict.Block, []);

    /// <summary>Stores the bytes; null where they are too many.</summary>
    public async Task<KeptDeliverable?> KeepAsync(string requestId, Stream content, CancellationToken cancel)
    {
        var id = DocumentDesk.NewId();
        return await files.SaveDeliverableAsync(requestId, id, content, cancel) is { } stored ? new(id, stored) : null;
    }

    /// <summary>
    /// Checks a stored file and puts it on record; without the record the bytes go again. While it is checked it is in quarantine, which
    /// the request's history says: a check that is cut off there is given up by the clock, and the bytes are deleted.
    /// </summary>
    /// <param name="state">The request.</param>
    /// <param name="kept">The file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancel">Ends the check.</param>
    /// <param name="hidden">What the office hid in it, where it made it itself.</param>
    public async Task<AddOutcome> AddAsync(
        RequestState state, KeptDeliverable kept, string fileName, Actor.Staff by, CancellationToken cancel, HiddenCells? hidden = null)
    {
        var quarantined = false;
        try
        {
            var held = await desk.ExecuteAsync(
                state.Id, new RequestCommand.QuarantineFile(kept.Id, fileName, kept.File.Size), by, expectedVersion: null, cancel);
            if (held is { Refusal: not null } or { State: null })
            {
                await DropAsync(state.Id, kept.Id);
                return new(kept.Id, Unchecked, held);
            }

            quarantined = true;
            var (found, students) = await CheckAsync(state, kept, fileName, cancel);
            var check = Unnamed(found);
            if (Entries.AreOwed(state))
            {
                await files.KeepStudentsAsync(state.Id, kept.Id, students, cancel);
            }

            var outcome = await desk.ExecuteAsync(
                state.Id,
                new RequestCommand.AddDeliverable(kept.Id, fileName, MediaTypes.Of(fileName), kept.File.Size, kept.File.Sha256, check, hidden),
                by, expectedVersion: null, cancel);
            // What was found stays on record; the bytes of a file with anybody's immigration status do not (LTR-2018).
            if (outcome is { Refusal: not null } or { State: null } || HoldsStatus(check))
            {
                await AbandonAsync(state.Id, kept.Id, by, quarantined);
            }

            return new(kept.Id, check, outcome);
        }
        catch
        {
            await AbandonAsync(state.Id, kept.Id, by, quarantined);
            throw;
        }
    }

    /// <summary>Gives a file up. Where storage fails there too, the clock does it later, and what went wrong first is what is told.</summary>
    private async Task AbandonAsync(string requestId, string deliverableId, Actor.Staff by, bool quarantined)
    {
        try
        {
            await DropAsync(requestId, deliverableId);
            if (quarantined)
            {
                await desk.ExecuteAsync(requestId, new RequestCommand.AbandonFile(deliverableId), by, expectedVersion: null, CancellationToken.None);
            }
        }
        catch (RequestFailedException failure)
        {
            Log.NotGivenUp(log, failure, deliverableId, requestId);
        }
    }

    /// <summary>Forgets stored bytes that came to nothing. Not cancelled with the request: nothing else would remove them.</summary>
    public Task DropAsync(string requestId, string deliverableId) =>
        files.DeleteDeliverableAsync(requestId, deliverableId, CancellationToken.None);

    /// <summary>Releases files: the ledger first, then the release.</summary>
    public async Task<DeskOutcome> DeliverAsync(
        string id, RequestCommand.Deliver deliver, Actor.Staff by, int? expectedVersion, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } state)
        {
            return new(null, null);
        }

        var circumstances = await current.NowAsync(cancel);
        // What would be refused anyway, or was seen too long ago, must not leave entries of a disclosure that never was.
        var isDue = (expectedVersion is null || expectedVersion == state.Version)
            && Lifecycle.Decide(id, state, deliver, by, circumstances).Refusal is null;
        if (isDue && await comparison.WhyNotAsync(state, deliver.DeliverableIds, cancel) is { } why)
        {
            return new(state, why);
        }

        foreach (var file in isDue ? deliver.DeliverableIds : [])
        {
            if (await consents.WhyNotAsync(state, file, cancel) is { } missing)
            {
                return new(state, missing);
            }
        }

        if (isDue && Entries.AreOwed(state))
        {
            try
            {
                await RecordAsync(state, deliver, circumstances, cancel);
            }
            catch (Exception failure) when (failure is RequestFailedException or TimeoutException or AggregateException)
            {
                Log.NotRecorded(log, failure, id);
                return new(state, LedgerUnavailable);
            }
        }

        return await desk.ExecuteAsync(id, deliver, by, expectedVersion, cancel);
    }

    private async Task RecordAsync(RequestState state, RequestCommand.Deliver deliver, Circumstances circumstances, CancellationToken cancel)
    {
        foreach (var file in deliver.DeliverableIds.Distinct(StringComparer.Ordinal).Select(id => state.Deliverables.Find(one => one.Id == id)!))
        {
            var students = await files.StudentsAsync(state.Id, file.Id, cancel);
            var at = await files.ReleaseTimeAsync(state.Id, file.Id, circumstances.Now, cancel);
            await ledger.WriteAsync(Entries.OfRelease(state, file, students, at), cancel);
        }
    }

    private static bool HoldsStatus(FileCheck check) => check.Findings.Any(finding => finding.Code == FindingCode.ImmigrationColumn);

    /// <summary>The check without a sheet's or column's name that itself speaks of immigration status: findings are kept (LTR-2018).</summary>
    private static FileCheck Unnamed(FileCheck check) => check with
    {
        Findings =
        [
            .. check.Findings.Select(finding => Screening.LabelSaysStatus(finding.Where)
                ? finding with { Where = finding.Where[..Math.Max(0, finding.Where.IndexOf(' ', StringComparison.Ordinal))] is { Length: > 0 } place
                    && !Screening.LabelSaysStatus(place) ? $"{place} (its name is not kept)" : "a place whose name is not kept" }
                : finding),
        ],
    };

    private async Task<FileCheckResult> CheckAsync(RequestState state, KeptDeliverable kept, string fileName, CancellationToken cancel)
    {
        var approved = ApprovedData.For(state, (await current.NowAsync(cancel)).Policy);
        await using var stored = await files.OpenDeliverableAsync(state.Id, kept.Id, cancel)
            ?? throw new InvalidOperationException($"File {kept.Id} of request {state.Id} is gone right after it was stored.");
        var result = await checker.CheckAsync(stored.Content, fileName, approved, cancel);
        var compared = await earlier.CompareAsync(kept.Id, approved, result, cancel);
        var linked = await rows.CompareAsync(kept.Id, approved, result.Rows, cancel);
        return result with
        {
            Check = result.Check.And([.. compared.Findings, .. linked, .. await consents.FindAsync(state, result, cancel) is { } missing ? (Finding[])[missing] : []]),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "File {DeliverableId} of {RequestId} could not be given up; the clock will do it")]
        public static partial void NotGivenUp(ILogger log, Exception failure, string deliverableId, string requestId);

        [LoggerMessage(1, LogLevel.Error, "The disclosure of {RequestId} could not be recorded; nothing was delivered")]
        public static partial void NotRecorded(ILogger log, Exception failure, string requestId);
    }
}
