namespace Core.Routing;

/// <summary>Rule 1 on a whole submission: what is refused outright is taken from everything that is kept (LTR-2018).</summary>
internal static class Refusable
{
    /// <summary>The stable name of the reason.</summary>
    public const string Code = "ImmigrationStatusRefused";

    /// <summary>Why.</summary>
    public static Reason Reason { get; } = new(Code,
        "The district neither collects nor keeps nor shares anybody's immigration or citizenship status. That part is refused and not kept.", "LTR-2018");

    /// <summary>The submission as it may be kept, the attributes refused as they were typed, and whether anything was taken.</summary>
    public static (Submission Kept, IReadOnlyList<string> Refused, bool IsRefusedInPart) Taken(Submission submission)
    {
        var data = submission.Data;
        var refused = data.Attributes.Where(ImmigrationStatus.IsAskedBy).ToList();
        string?[] texts =
        [
            submission.Purpose, submission.Audience, data.Scope, data.Population, submission.Requester.ResearchApproval, .. data.SchoolYears, .. data.StudentIds,
        ];
        if (refused.Count == 0 && !texts.Any(ImmigrationStatus.IsAskedIn))
        {
            return (submission, [], false);
        }

        var kept = submission with
        {
            // Name and organization say who asks, not what for: "Citizenship Clinic" is a name.
            Requester = submission.Requester with { ResearchApproval = ImmigrationStatus.Without(submission.Requester.ResearchApproval) },
            Purpose = ImmigrationStatus.Without(submission.Purpose)!,
            Audience = ImmigrationStatus.Without(submission.Audience)!,
            Data = data with
            {
                Attributes = [.. data.Attributes.Where(attribute => !ImmigrationStatus.IsAskedBy(attribute))],
                Scope = ImmigrationStatus.Without(data.Scope)!,
                Population = ImmigrationStatus.Without(data.Population),
                SchoolYears = [.. data.SchoolYears.Where(year => !ImmigrationStatus.IsAskedIn(year))],
                StudentIds = [.. data.StudentIds.Where(id => !ImmigrationStatus.IsAskedIn(id))],
            },
        };
        return (kept, refused, true);
    }

    /// <summary>Whether anything is left to work on: an attribute, data named in the scope, or a scope that nothing was taken from.</summary>
    public static bool LeavesSomething(Submission asked, Submission kept) =>
        kept.Data.Attributes.Count > 0
        || (asked.Data.Attributes.Count == 0 && asked.Data.Scope == kept.Data.Scope)
        || Vocabulary.NamesData(kept.Data.Scope.Replace(ImmigrationStatus.Removed, " ", StringComparison.Ordinal));
}
