using System.Text.RegularExpressions;

namespace Core.Release;

/// <summary>Recognises what a row or column of totals is called.</summary>
internal static partial class Totals
{
    public static bool IsTotal(string text) => Name().IsMatch(text.Trim());

    [GeneratedRegex(@"^((grand|sub|district|school|row|column|overall|state|city|year)?[\s_-]*totals?([\s_-]*(students?|count|n|enrol+ment|number|enrolled))?|all([\s_-]*(students?|pupils?|grades?|schools?|groups?|subgroups?|races?|ethnicities|genders?|years?))?|overall|district|district[\s_-]*wide|state[\s_-]*wide|both|combined|sum|todos|todas|suma)[\s:]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
