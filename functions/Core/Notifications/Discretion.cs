using System.Text.RegularExpressions;
using Core.Routing;

namespace Core.Notifications;

/// <summary>
/// What people wrote, made fit to be quoted where others read it: mail and agreements carry no student's ID (policy section 5;
/// mail travels outside the district). A number long enough to be a student's ID is left out whether or not it was listed.
/// </summary>
public static partial class Discretion
{
    /// <summary>What stands where an ID stood.</summary>
    public const string LeftOut = "[number left out]";

    /// <summary>The text without student IDs; line breaks are kept.</summary>
    public static string Quote(string text, Submission submission)
    {
        var listed = submission.Data.StudentIds.Select(id => id.Trim()).Where(id => id.Length > 0).OrderByDescending(id => id.Length);
        var without = listed.Aggregate(text, (so, id) => so.Replace(id, LeftOut, StringComparison.OrdinalIgnoreCase));
        return LongNumber().Replace(Normal(without), LeftOut);
    }

    /// <summary>The same on one line, so that what is quoted cannot pass for a line or paragraph of ours.</summary>
    public static string QuoteLine(string text, Submission submission) => Line(Quote(text, submission));

    /// <summary>Any text as one line.</summary>
    public static string Line(string text) => Blanks().Replace(text, " ").Trim();

    // Control characters other than line breaks have no place in a letter and break what displays it.
    private static string Normal(string text) =>
        new([.. text.ReplaceLineEndings("\n").Where(character => character == '\n' || !char.IsControl(character))]);

    // District IDs have six digits, the state's ten; shorter runs are years, ZIP codes and parts of telephone numbers.
    [GeneratedRegex(@"(?<!\d)\d{6,}(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[\s\u0085\u2028\u2029]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
