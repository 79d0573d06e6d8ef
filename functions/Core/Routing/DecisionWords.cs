using Core.Languages;
using Core.Policy;

namespace Core.Routing;

/// <summary>
/// A decision in the requester's language. What is stored is English, which staff read; a text in another language follows from the
/// reason's code and the submission, so that a request may change its language, and a better translation reaches older requests.
/// </summary>
public static class DecisionWords
{
    /// <summary>The same decision with its reasons and what may be asked instead in this language. Codes and sources stay.</summary>
    public static Decision In(this Decision decision, Texts say, Submission submission, OfficePolicy policy) => say == Texts.English ? decision : decision with
    {
        Reasons = [.. decision.Reasons.Select(reason => reason with { Text = TextOf(reason, say, submission, policy) ?? reason.Text })],
        Alternative = decision.Alternative is null ? null : InsteadOf(decision, say, submission, policy) ?? decision.Alternative,
    };

    /// <summary>The sentence for a reason; null for a code that no rule gives any more.</summary>
    public static string? TextOf(Reason reason, Texts say, Submission submission, OfficePolicy policy) => reason.Code switch
    {
        "SmallGroups" => say.ReasonSmallGroups(say.Number(policy.SmallestGroup)),
        "NdaRequired" when submission.Requester.Kind == RequesterKind.CommunityPartner => say.ReasonNdaRequiredPartner,
        "LevelLifted" when submission.Data.Level == DataLevel.Directory => say.ReasonLevelLiftedDirectory(Lifting(say, submission)),
        "LevelLifted" => say.ReasonLevelLifted(Lifting(say, submission)),
        _ => say.Find("reason", reason.Code),
    };

    // The submission may be the one that was typed: what is refused outright (rule 1) is not repeated.
    private static string Lifting(Texts say, Submission submission) => say.Listed(
        Levels.Lifting(submission.Data).Where(attribute => !ImmigrationStatus.IsAskedBy(attribute)).Select(attribute => $"\"{attribute}\""));

    // Told apart by the reason that decided, which is the first that is not about immigration status (rule 1).
    private static string? InsteadOf(Decision decision, Texts say, Submission submission, OfficePolicy policy)
    {
        var instead = new Alternatives(policy, say);
        return decision.Reasons.Select(reason => reason.Code).FirstOrDefault(code => code != Refusable.Code) switch
        {
            null => instead.WithoutTheRefused(),
            "Published" => instead.WherePublished(decision.PublishedDatasets),
            "AgencyAggregateOnly" => instead.Aggregate(),
            "BeyondOwnStudents" => instead.ForSchoolStaff(),
            "StudentLevelNotOpen" => instead.ForThePublic(submission.Requester.Kind),
            _ when decision.Disposition == Disposition.Redirect => instead.At(decision.Office),
            _ => null,
        };
    }
}
