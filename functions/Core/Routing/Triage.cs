using Core.Policy;

namespace Core.Routing;

/// <summary>The decision, and what of the submission may be kept.</summary>
/// <param name="Decision">Where it goes and why.</param>
/// <param name="Kept">The submission without anything that the product must never hold.</param>
public sealed record TriageResult(Decision Decision, Submission Kept);

/// <summary>Routes a submission: takes away what is refused outright, finds the real level, asks the table, adds what is required.</summary>
public static class Triage
{
    /// <summary>Decides. Pure: the same submission, policy and catalogue give the same decision.</summary>
    public static TriageResult Decide(Submission submission, OfficePolicy policy, Catalogue catalogue)
    {
        var (kept, refused, isRefusedInPart) = Refusable.Taken(submission);
        var asked = new Asked(kept, Levels.Of(kept.Data), policy, catalogue.Suggest(kept));
        var decision = isRefusedInPart && !Refusable.LeavesSomething(submission, kept) ? RefusedWhole(asked) : ByTheTable(asked);
        return new(
            decision with
            {
                RefusedAttributes = refused,
                Reasons = isRefusedInPart ? [Refusable.Reason, .. decision.Reasons] : decision.Reasons,
                PublishedDatasets = asked.Published,
            },
            kept);
    }

    private static Decision RefusedWhole(Asked asked) => new()
    {
        Disposition = Disposition.Refuse,
        Office = Office.DataAndAccountability,
        EffectiveLevel = asked.Level,
        Reasons = [],
        Alternative = Alternatives.English(asked.Policy).WithoutTheRefused(),
    };

    private static Decision ByTheTable(Asked asked)
    {
        var rule = RoutingRules.All.First(rule => rule.Matches(asked));
        var outcome = rule.Decide(asked);
        var isHandledHere = outcome.Disposition is Disposition.Accept or Disposition.Review;
        var required = Requirements.Of(asked, outcome).ToList();
        var days = asked.Policy.Fulfilment;
        return new()
        {
            Disposition = outcome.Disposition,
            Office = outcome.Office,
            EffectiveLevel = asked.Level,
            Requirements = [.. required.Select(one => one.Requirement)],
            Expedited = outcome.Expedited,
            ClarifyWithinBusinessDays = isHandledHere ? asked.Policy.Clarification.BreachAfter : null,
            FulfilWithinBusinessDays = !isHandledHere ? null : asked.Kind == RequesterKind.Researcher ? days.Research : days.Standard,
            Reasons =
            [
                new(outcome.Code, outcome.Text, rule.Source),
                .. Levels.Explained(asked.Submission.Data) is { } lifted ? [lifted] : Array.Empty<Reason>(),
                .. required.Select(one => one.Reason).Where(reason => reason.Code != outcome.Code),
                .. isHandledHere ? Remarks.On(asked) : [],
            ],
            Alternative = outcome.Alternative,
        };
    }
}
