using Core.Release;
using Core.Release.Rows;
using Core.Requests;
using Service.Desk;
using Service.Disclosures;
using Service.Files;

namespace Service.Deliverables.Comparison;

/// <summary>Compares rows without names with all those already released about the same students, to anybody (policy section 6).</summary>
internal sealed class EarlierRowReleases(
    ReleasedRows record, KnownReleases known, StudentLookup disguise, CurrentCircumstances current, FileLimits limits)
{
    /// <summary>What a file's tables give away together with earlier releases.</summary>
    /// <param name="deliverableId">The file itself, where it may be on record already.</param>
    /// <param name="approved">What it may hold.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="cancel">Ends the comparison.</param>
    public async Task<IReadOnlyList<Finding>> CompareAsync(
        string deliverableId, ApprovedData approved, IReadOnlyList<RowTable> tables, CancellationToken cancel)
    {
        if (tables.Count == 0)
        {
            return [];
        }

        var files = (await record.FindAsync(record.KeysOf(tables), cancel)).Where(file => file.DeliverableId != deliverableId).ToList();
        if (files.Count > KnownReleases.Most)
        {
            return [Sentences.TooMuchReleased(files.Count)];
        }

        if (files.Count == 0)
        {
            return [];
        }

        var disguised = await DisguisedAsync(tables, cancel);
        var circumstances = await current.NowAsync(cancel);
        using var giveUp = new CancellationTokenSource(limits.Attack);
        var findings = new List<Finding>();
        // One after the other: the groups of a large file take much memory.
        foreach (var file in files)
        {
            if (await known.LabelAsync(file, circumstances, cancel) is not { } label)
            {
                continue;
            }

            var earlier = new EarlierRows($"{file.FileName} (request {file.RequestId})", label, await record.ReadAsync(file, cancel));
            findings.AddRange(await Task.Run(() => LinkedRows.Check(approved, disguised, [earlier], giveUp.Token), cancel));
            if (findings.Count >= ReleaseGate.ShownOfEach)
            {
                break;
            }
        }

        return Once(findings);
    }

    /// <summary>Records the tables of a file that is about to be released.</summary>
    public async Task RecordAsync(RequestState state, Deliverable file, IReadOnlyList<RowTable> tables, CancellationToken cancel)
    {
        if (tables.Count > 0)
        {
            var now = (await current.NowAsync(cancel)).Now;
            await record.RecordAsync(new(state.Id, file.Id, file.FileName, now), await DisguisedAsync(tables, cancel), cancel);
        }
    }

    /// <summary>
    /// Tables whose codes nobody can try out who reads the record: what stands under "study ID" may be a number that somebody knows. Every
    /// code is disguised the same way, so that two files still share those of the same students.
    /// </summary>
    private async Task<IReadOnlyList<RowTable>> DisguisedAsync(IReadOnlyList<RowTable> tables, CancellationToken cancel)
    {
        var disguised = new List<RowTable>();
        foreach (var table in tables)
        {
            var columns = new List<StudyCodes>();
            foreach (var codes in table.Codes)
            {
                var sorted = (await disguise.DisguisedAsync(codes.Numbers, cancel)).Zip(codes.Groups).Order().ToList();
                columns.Add(codes with { Numbers = sorted.ConvertAll(one => one.First), Groups = sorted.ConvertAll(one => one.Second) });
            }

            disguised.Add(table with { Codes = columns });
        }

        return disguised;
    }

    /// <summary>The same words of several releases that could not be compared are one finding.</summary>
    private static IReadOnlyList<Finding> Once(List<Finding> findings)
    {
        var tooMuch = findings.Count(finding => finding.Code == FindingCode.TooMuchReleased);
        return tooMuch == 0 ? findings
            : [.. findings.Where(finding => finding.Code != FindingCode.TooMuchReleased), Sentences.TooMuchReleased(tooMuch)];
    }
}
