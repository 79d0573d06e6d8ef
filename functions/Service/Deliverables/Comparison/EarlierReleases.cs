using Core.Release;
using Core.Release.Tables;
using Core.Requests;
using Service.Desk;
using Service.Files;

namespace Service.Deliverables.Comparison;

/// <summary>
/// Compares tables of counts with everything already released about the same students, to anybody, and rows without names with the tables of counts
/// among it (policy section 6: differencing).
/// </summary>
internal sealed class EarlierReleases(ReleasedFigures record, ReleasedRows rows, KnownReleases known, CurrentCircumstances current, FileLimits limits)
{
    /// <summary>What was found by comparing a file, and with what.</summary>
    internal sealed record Compared(IReadOnlyList<EarlierRelease> Releases, IReadOnlyList<Finding> Findings);

    /// <summary>Compares a file with the releases that overlap it.</summary>
    /// <param name="deliverableId">The file itself, where it may be on record already.</param>
    /// <param name="approved">What it may hold.</param>
    /// <param name="file">What it tells.</param>
    /// <param name="cancel">Ends the comparison.</param>
    public async Task<Compared> CompareAsync(string deliverableId, ApprovedData approved, FileCheckResult file, CancellationToken cancel)
    {
        var counts = file.Figures.Any(sheet => sheet.Counts.Count + sheet.Shares.Count > 0);
        if (!counts && file.Rows.Count == 0)
        {
            return new([], []);
        }

        var years = counts ? record.KeysOf(file.Figures) : rows.KeysOf(file.Rows);
        var ofCounts = await OthersAsync(record, deliverableId, years, cancel);
        var ofRows = counts || ofCounts.Count > 0 ? await OthersAsync(rows, deliverableId, years, cancel) : [];
        if (ofCounts.Count + ofRows.Count > KnownReleases.Most)
        {
            return new([], [Sentences.TooMuchReleased(ofCounts.Count + ofRows.Count)]);
        }

        var releases = await KnownAsync(ofCounts, ofRows, cancel);
        using var giveUp = new CancellationTokenSource(limits.Attack);
        // Arithmetic for a minute in the worst case: it must not hold up whoever asked.
        return await Task.Run(
            () =>
            {
                if (!counts)
                {
                    return new([], Differencing.CheckRows(approved, file.Rows, releases, giveUp.Token));
                }

                var overlapping = Differencing.Overlapping(file.Figures, releases, giveUp.Token);
                return new Compared(overlapping, Differencing.Check(approved, file.Figures, overlapping, giveUp.Token));
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

    private static async Task<IReadOnlyList<ReleasedFile>> OthersAsync<T>(
        ReleaseRecord<T> record, string deliverableId, IReadOnlyList<string> years, CancellationToken cancel) =>
        [.. (await record.FindAsync(years, cancel)).Where(file => file.DeliverableId != deliverableId)];

    private async Task<IReadOnlyList<EarlierRelease>> KnownAsync(
        IReadOnlyList<ReleasedFile> ofCounts, IReadOnlyList<ReleasedFile> ofRows, CancellationToken cancel)
    {
        var circumstances = await current.NowAsync(cancel);
        var releases = (await Task.WhenAll(ofCounts.Select(async file => await known.LabelAsync(file, circumstances, cancel) is { } label
            ? new EarlierRelease(label, await record.ReadAsync(file, cancel)) : null))).OfType<EarlierRelease>().ToList();
        // One after the other, and without their codes, which are no part of this: those of a large file take much memory.
        foreach (var file in ofRows)
        {
            if (await known.LabelAsync(file, circumstances, cancel) is { } label)
            {
                releases.Add(new(label, []) { Rows = [.. (await rows.ReadAsync(file, cancel)).Select(table => table with { Codes = [] })] });
            }
        }

        return releases;
    }
}
