using Core.Release;
using Core.Release.Tables;
using Core.Requests;
using NodaTime;
using NodaTime.Text;
using Service.Desk;
using Service.Files;
using Service.Storage;

namespace Service.Deliverables.Comparison;

/// <summary>
/// Compares a file with everything already released about the same students, to anybody (policy section 6: differencing). What was recalled or
/// ran out unread is known to nobody and does not count; what was fetched once counts for ever. What is being released this very
/// moment counts too: of two releases that together give somebody away, at most one happens.
/// </summary>
internal sealed class EarlierReleases(ReleasedFigures record, EventStore requests, CurrentCircumstances current, FileLimits limits)
{
    /// <summary>Releases read for one comparison; beyond, the file does not pass unseen.</summary>
    private const int MostReleases = 400;

    /// <summary>A release takes seconds; one that was recorded longer ago either happened, or failed.</summary>
    private static readonly Duration Underway = Duration.FromMinutes(2);

    /// <summary>What was found by comparing a file, and with what.</summary>
    internal sealed record Compared(IReadOnlyList<EarlierRelease> Releases, IReadOnlyList<Finding> Findings);

    /// <summary>Compares a file's figures with the releases that overlap them.</summary>
    /// <param name="deliverableId">The file itself, where it may be on record already.</param>
    /// <param name="approved">What it may hold.</param>
    /// <param name="sheets">Its figures.</param>
    /// <param name="cancel">Ends the comparison.</param>
    public async Task<Compared> CompareAsync(string deliverableId, ApprovedData approved, IReadOnlyList<Figures> sheets, CancellationToken cancel)
    {
        if (!sheets.Any(sheet => sheet.Counts.Count + sheet.Shares.Count > 0))
        {
            return new([], []);
        }

        var files = (await record.FindAsync(sheets, cancel)).Where(file => file.DeliverableId != deliverableId).ToList();
        if (files.Count > MostReleases)
        {
            return new([], [Sentences.TooMuchReleased(files.Count)]);
        }

        var circumstances = await current.NowAsync(cancel);
        var known = await Task.WhenAll(files.Select(file => KnownAsync(file, circumstances, cancel)));
        using var giveUp = new CancellationTokenSource(limits.Attack);
        // Arithmetic for a minute in the worst case: it must not hold up whoever asked.
        return await Task.Run(
            () =>
            {
                var releases = Differencing.Overlapping(sheets, [.. known.OfType<EarlierRelease>()], giveUp.Token);
                return new Compared(releases, Differencing.Check(approved, sheets, releases, giveUp.Token));
            },
            cancel);
    }

    /// <summary>Records the figures of a file that is about to be released.</summary>
    public async Task RecordAsync(RequestState state, Deliverable file, IReadOnlyList<Figures> sheets, CancellationToken cancel)
    {
        if (sheets.Any(sheet => sheet.Counts.Count + sheet.Shares.Count > 0))
        {
            await record.RecordAsync(new(state.Id, file.Id, file.FileName, (await current.NowAsync(cancel)).Now), sheets, cancel);
        }
    }

    /// <summary>The release as a finding names it; null where it did not happen, or nobody has it.</summary>
    private async Task<EarlierRelease?> KnownAsync(ReleasedFile file, Circumstances circumstances, CancellationToken cancel)
    {
        var isUnderway = circumstances.Now - file.At < Underway;
        var of = (await requests.LoadAsync(file.RequestId, cancel))?.State.Deliverables.Find(one => one.Id == file.DeliverableId);
        var counts = of switch
        {
            { DeliveredAt: null } or null => isUnderway,
            { Downloads: > 0 } => true,
            _ => of.IsLive(circumstances.Now),
        };
        var day = LocalDatePattern.Iso.Format((of?.DeliveredAt ?? file.At).InZone(circumstances.Calendar.Zone).Date);
        return counts
            ? new($"{file.FileName}, {(of?.DeliveredAt is null ? "being released now" : $"released {day}")} (request {file.RequestId})", await record.ReadAsync(file, cancel))
            : null;
    }
}
