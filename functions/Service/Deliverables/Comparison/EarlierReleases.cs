using Core.Release;
using Core.Release.Tables;
using Core.Requests;
using Service.Desk;
using Service.Files;

namespace Service.Deliverables.Comparison;

/// <summary>Compares a table of counts with everything already released about the same students, to anybody (policy section 6: differencing).</summary>
internal sealed class EarlierReleases(ReleasedFigures record, KnownReleases known, CurrentCircumstances current, FileLimits limits)
{
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
        if (files.Count > KnownReleases.Most)
        {
            return new([], [Sentences.TooMuchReleased(files.Count)]);
        }

        var circumstances = await current.NowAsync(cancel);
        var releases = await Task.WhenAll(files.Select(file => KnownAsync(file, circumstances, cancel)));
        using var giveUp = new CancellationTokenSource(limits.Attack);
        // Arithmetic for a minute in the worst case: it must not hold up whoever asked.
        return await Task.Run(
            () =>
            {
                var overlapping = Differencing.Overlapping(sheets, [.. releases.OfType<EarlierRelease>()], giveUp.Token);
                return new Compared(overlapping, Differencing.Check(approved, sheets, overlapping, giveUp.Token));
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

    private async Task<EarlierRelease?> KnownAsync(ReleasedFile file, Circumstances circumstances, CancellationToken cancel) =>
        await known.LabelAsync(file, circumstances, cancel) is { } label ? new(label, await record.ReadAsync(file, cancel)) : null;
}
