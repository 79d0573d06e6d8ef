using System.Text;
using Core.Languages;
using Core.Release;
using Core.Requests;
using Service.Deliverables.Comparison;
using Service.Desk;
using Service.Files;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>What came of asking for the safe version of a file.</summary>
/// <param name="Added">The new file with its check; null where none was made.</param>
/// <param name="Report">What was hidden and why, in words for the requester; null where none was made.</param>
/// <param name="Refusal">Why none was made.</param>
internal sealed record SuppressOutcome(AddOutcome? Added, string? Report, Refusal? Refusal);

/// <summary>
/// Makes the suppressed version of an uploaded table and puts it on record as one more file, checked like any other; the uploaded one
/// stays as it is (policy section 6).
/// </summary>
internal sealed class SuppressionDesk(
    DeliverableDesk deliverables, FileStore files, FileChecker checker, EarlierReleases earlier, CurrentCircumstances current)
{
    public async Task<SuppressOutcome> SuppressAsync(RequestState state, string deliverableId, Actor.Staff by, CancellationToken cancel)
    {
        if (state.Deliverables.Find(one => one.Id == deliverableId) is not { } file
            || await files.OpenDeliverableAsync(state.Id, deliverableId, cancel) is not { } opened)
        {
            return No("UnknownFile", "There is no file with this id on the request, or its bytes are gone: upload it again.");
        }

        await using (opened)
        {
            var approved = ApprovedData.For(state, (await current.NowAsync(cancel)).Policy);
            var checkedFile = await checker.CheckAsync(opened.Content, file.FileName, approved, cancel);
            // Rows are recoded by themselves; how they stand to what was released the check of the recoded file tells.
            var compared = await earlier.CompareAsync(deliverableId, approved, checkedFile with { Rows = [] }, cancel);
            if (compared.Findings.FirstOrDefault(finding => finding.Code == FindingCode.TooMuchReleased) is { } tooMuch)
            {
                return No("NotSuppressed", tooMuch.Text);
            }

            opened.Content.Position = 0;
            var (table, whyNot) = await checker.MakeSafeAsync(opened.Content, file.FileName, approved, compared.Releases, cancel);
            if (table is null)
            {
                return No("NotSuppressed", whyNot!);
            }

            using var csv = new MemoryStream(Csv(table.Rows));
            var kept = await deliverables.KeepAsync(state.Id, csv, cancel);
            var name = $"{Path.GetFileNameWithoutExtension(file.FileName)}-{(table.Recoded is null ? "suppressed" : "recoded")}.csv";
            var added = await deliverables.AddAsync(
                state, kept!, name, by, cancel, table.Hidden is null ? null : table.Hidden with { FromFile = file.FileName });
            return new(added, table.Recoded ?? string.Join(' ', table.Hidden?.Sentences(Texts.English) ?? []), added.Outcome.Refusal);
        }
    }

    private static SuppressOutcome No(string code, string text) => new(null, null, new(code, text, "policy section 6"));

    private static byte[] Csv(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
