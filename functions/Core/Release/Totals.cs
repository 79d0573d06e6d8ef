using System.Text.RegularExpressions;

namespace Core.Release;

/// <summary>Recognises what a row or column of totals is called.</summary>
internal static partial class Totals
{
    public static bool IsTotal(string text) => Name().IsMatch(text.Trim());

    [GeneratedRegex(@"^((grand|sub|district|school|row|column|overall|state)?[\s_-]*totals?([\s_-]*(students?|count|n|enrol+ment|number))?|all([\s_-]*(students?|grades?|schools?|groups?|races?|genders?))?|overall|district|todos|todas|suma)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
