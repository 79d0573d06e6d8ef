using Core.Requests;
using Core.Routing;

namespace Service.Desk;

/// <summary>Where a submission goes.</summary>
internal sealed class Routes(Catalogue catalogue)
{
    /// <summary>The decision, and what of the submission is kept; null where nothing is: what is published already is only counted (ODA-03).</summary>
    public (Decision Decision, Submission? Kept) Of(Submission submission, Circumstances circumstances)
    {
        var (decision, kept) = Triage.Decide(submission, circumstances.Policy, catalogue);
        return (decision, decision is { Disposition: Disposition.Redirect, Office: Office.DataAndAccountability } ? null : kept);
    }
}
