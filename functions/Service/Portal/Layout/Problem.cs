namespace Service.Portal.Layout;

/// <summary>A line of the summary at the top of a page.</summary>
/// <param name="Text">What is wrong.</param>
/// <param name="Anchor">The id of the field to go to; null where it is about the whole.</param>
public sealed record Problem(string Text, string? Anchor = null)
{
    /// <summary>The problems of a form, each linked to its field.</summary>
    public static IReadOnlyList<Problem> Of(Entries entries) =>
        [.. entries.Errors.Select(error => new Problem(error.Text, error.Field is { } field ? entries.Id(field) : null))];
}
