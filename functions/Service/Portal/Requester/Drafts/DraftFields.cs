using Service.Portal.Layout;

namespace Service.Portal.Requester.Drafts;

/// <summary>What a draft on somebody's own device may hold.</summary>
internal static class DraftFields
{
    /// <summary>A draft is forgotten after this many days.</summary>
    public const int Days = 7;

    /// <summary>Never kept on a device, which others may use: what says which students are meant.</summary>
    public static IReadOnlyList<string> Never { get; } = ["data.studentIds"];

    /// <summary>
    /// The form's own fields and nothing else: signatures and codes are typed on other pages, and what was confirmed about a wording is
    /// confirmed anew.
    /// </summary>
    public static IReadOnlyList<string> Kept { get; } =
        [.. Enum.GetValues<FormStep>().SelectMany(FormSteps.Fields).Except([.. Never, Wording.Field], StringComparer.Ordinal)];
}
