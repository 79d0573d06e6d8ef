using Core.Release;
using Core.Requests;
using Core.Routing;
using Service.Desk;
using Service.Files;
using Service.Storage;

namespace Service.Deliverables.Comparison;

/// <summary>
/// Compares aggregates, and rows without names, once more right before they are released: another file may have left since they were checked.
/// What they tell themselves is put on record first, so that of two releases at the same time each sees the other.
/// </summary>
internal sealed class DeliveryComparison(
    FileStore files, FileChecker checker, EarlierReleases earlier, EarlierRowReleases rows, CurrentCircumstances current)
{
    /// <summary>Null where nothing stands against releasing the files that was not found, and overridden, when they were checked.</summary>
    public async Task<Refusal?> WhyNotAsync(RequestState state, IReadOnlyList<string> deliverableIds, CancellationToken cancel)
    {
        var approved = ApprovedData.For(state, (await current.NowAsync(cancel)).Policy);
        if (!approved.IsAggregate && approved.Level != DataLevel.DeIdentifiedStudentLevel)
        {
            return null;
        }

        var releasing = deliverableIds.Distinct(StringComparer.Ordinal).Select(id => state.Deliverables.Find(one => one.Id == id)).OfType<Deliverable>().ToList();
        var told = new List<(Deliverable File, FileCheckResult Result)>();
        foreach (var file in releasing)
        {
            if (await files.OpenDeliverableAsync(state.Id, file.Id, cancel) is not { } opened)
            {
                return new("FileGone", $"The bytes of {file.FileName} are gone: upload it again.", "policy section 6");
            }

            await using (opened)
            {
                told.Add((file, await checker.CheckAsync(opened.Content, file.FileName, approved, cancel)));
            }
        }

        foreach (var (file, result) in told)
        {
            await earlier.RecordAsync(state, file, result.Figures, cancel);
            await rows.RecordAsync(state, file, result.Rows, cancel);
        }

        foreach (var (file, result) in told)
        {
            var known = file.Check.Findings.Where(IsDifferencing).Select(finding => finding.Where).ToHashSet(StringComparer.Ordinal);
            var compared = await earlier.CompareAsync(file.Id, approved, result, cancel);
            var linked = await rows.CompareAsync(file.Id, approved, result.Rows, cancel);
            if (compared.Findings.Concat(linked).FirstOrDefault(finding => !known.Contains(finding.Where)) is { } found)
            {
                var isAmongThem = told.Exists(other =>
                    other.File.Id != file.Id && found.Text.Contains(KnownReleases.LabelNow(state.Id, other.File.FileName), StringComparison.Ordinal));
                return new(
                    "ReleasedMeanwhile",
                    isAmongThem
                        ? $"{file.FileName} and another file of this delivery tell on students together. {found.Text} "
                            + "Or deliver one of them, and upload the other again after it, so that an approver can weigh it."
                        : $"Since {file.FileName} was checked, something else was released that tells on it: {found.Text} Then upload it again.",
                    "policy section 6");
            }
        }

        return null;
    }

    private static bool IsDifferencing(Finding finding) => finding.Code is FindingCode.EarlierRelease or FindingCode.TooMuchReleased;
}
