using System.Text.RegularExpressions;
using Core.Policy;

namespace Core.Routing;

/// <summary>The decision, and what of the submission may be kept.</summary>
/// <param name="Decision">Where it goes and why.</param>
/// <param name="Kept">The submission without anything that the product must never hold.</param>
public sealed record TriageResult(Decision Decision, Submission Kept);

/// <summary>Routes a submission: takes away what is refused outright, finds the real level, asks the table, adds what is required.</summary>
public static partial class Triage
{
    private const string Removed = "[removed: immigration or citizenship status is neither collected nor shared]";

    /// <summary>Decides. Pure: the same submission, policy and catalogue give the same decision.</summary>
    public static TriageResult Decide(Submission submission, OfficePolicy policy, Catalogue catalogue)
    {
        var refused = submission.Data.Attributes.Where(Vocabulary.AsksForImmigrationStatus).ToList();
        var inText = new[] { submission.Purpose, submission.Audience, submission.Data.Scope, submission.Data.Population }.Any(Vocabulary.AsksForImmigrationStatus);
        var kept = refused.Count > 0 || inText ? Cleaned(submission, refused) : submission;

        var asked = new Asked(kept, LevelOf(kept), policy);
        var reasons = new List<Reason>();
        if (refused.Count > 0 || inText)
        {
            reasons.Add(new("ImmigrationStatusRefused", "The district neither collects nor keeps nor shares anybody's immigration or citizenship status.", "LTR-2018"));
        }

        var decision = (refused.Count > 0 || inText) && NothingElseAsked(submission, refused)
            ? new Decision
            {
                Disposition = Disposition.Refuse,
                Office = Office.DataAndAccountability,
                EffectiveLevel = asked.Level,
                RefusedAttributes = refused,
                Reasons = reasons,
                Alternative = "You may ask for anything else about students that policy allows, such as aggregate enrollment or attendance.",
            }
            : ByTheTable(asked, refused, reasons);
        return new(decision with { PublishedDatasets = catalogue.Suggest(kept) }, kept);
    }

    private static Decision ByTheTable(Asked asked, List<string> refused, List<Reason> reasons)
    {
        var outcome = RoutingRules.All.First(rule => rule.Matches(asked)).Decide(asked);
        var handled = outcome.Disposition is Disposition.Accept or Disposition.Review;
        // Consent and agreements do not stand against legal process; what a review lets through is decided by the approver.
        var required = outcome.Disposition == Disposition.Accept ? Requirements.Of(asked).ToList() : [];
        if (outcome.Office == Office.ResearchReview)
        {
            required = [(Requirement.ResearchApproval, outcome.Reason)];
        }

        reasons.Add(outcome.Reason);
        if (asked.Level != asked.Submission.Data.Level)
        {
            reasons.Add(new("LevelLifted", "What you ask for names students beyond the level you chose, so it is treated as the level it really is.", "ODA-03"));
        }

        reasons.AddRange(required.Select(one => one.Reason).Where(reason => reason != outcome.Reason));
        if (handled)
        {
            reasons.AddRange(Requirements.Remarks(asked));
        }

        var fulfilment = asked.Policy.Fulfilment;
        return new()
        {
            Disposition = outcome.Disposition,
            Office = outcome.Office,
            EffectiveLevel = asked.Level,
            Requirements = [.. required.Select(one => one.Requirement)],
            RefusedAttributes = refused,
            Expedited = outcome.Expedited,
            ClarifyWithinBusinessDays = handled ? asked.Policy.Clarification.BreachAfter : null,
            FulfilWithinBusinessDays = !handled ? null : asked.Kind == RequesterKind.Researcher ? fulfilment.Research : fulfilment.Standard,
            Reasons = reasons,
            Alternative = outcome.Alternative,
        };
    }

    /// <summary>The level it really is: whatever else goes with names or identifiers makes a roster (ODA-03, "Directory information").</summary>
    private static DataLevel LevelOf(Submission submission) => submission.Data.Level switch
    {
        DataLevel.Directory when submission.Data.Attributes.Any(attribute => !Vocabulary.IsDirectoryItem(attribute)) => DataLevel.IdentifiableRoster,
        DataLevel.Aggregate or DataLevel.DeIdentifiedStudentLevel when submission.Data.Attributes.Any(Vocabulary.IsDirectIdentifier) =>
            DataLevel.IdentifiableRoster,
        var level => level,
    };

    private static bool NothingElseAsked(Submission submission, List<string> refused) =>
        refused.Count == submission.Data.Attributes.Count && (refused.Count > 0 || Vocabulary.AsksForImmigrationStatus(submission.Data.Scope));

    private static Submission Cleaned(Submission submission, List<string> refused) => submission with
    {
        Purpose = Clean(submission.Purpose)!,
        Audience = Clean(submission.Audience)!,
        Data = submission.Data with
        {
            Attributes = [.. submission.Data.Attributes.Except(refused)],
            Scope = Clean(submission.Data.Scope)!,
            Population = Clean(submission.Data.Population),
        },
    };

    /// <summary>Takes out each sentence that asks for it; the rest stays in the requester's words.</summary>
    private static string? Clean(string? text) =>
        text is null || !Vocabulary.AsksForImmigrationStatus(text)
            ? text
            : Sentence().Replace(text, sentence => Vocabulary.AsksForImmigrationStatus(sentence.Value) ? Removed : sentence.Value);

    [GeneratedRegex(@"[^.!?\n]+[.!?\n]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
