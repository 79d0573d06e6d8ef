using Core.Requests;
using Core.Routing;
using Service.PublishedData;

namespace Service.Desk;

/// <summary>Where a submission goes.</summary>
internal sealed class Routes(CatalogueStore catalogues, OverdueReceivers overdue)
{
    /// <summary>The decision, and what of the submission is kept; null where nothing is: what is published already is only counted (ODA-03).</summary>
    public async Task<(Decision Decision, Submission? Kept)> OfAsync(Submission submission, Circumstances circumstances, CancellationToken cancel)
    {
        var (decision, kept) = Triage.Decide(submission, circumstances.Policy, await catalogues.CurrentAsync(cancel));
        decision = await overdue.JudgeAsync(decision, submission, circumstances, cancel);
        return (decision, decision is { Disposition: Disposition.Redirect, Office: Office.DataAndAccountability } ? null : kept);
    }
}
