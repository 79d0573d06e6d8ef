using System.Globalization;
using System.Text.RegularExpressions;

namespace Core.Release;

/// <summary>Reads the marks that stand for a hidden count, and what they still say about it.</summary>
internal static partial class HiddenMark
{
    /// <summary>The least and the most it can be; null where the text is no such mark. A blank cell hides a count, too.</summary>
    public static (long Low, long? High)? Read(string text)
    {
        var mark = text.Trim();
        if (Nothing().IsMatch(mark))
            return (0, null);
        if (Below().Match(mark) is { Success: true } below)
            return (0, Number(below, 1) - 1);
        if (AtMost().Match(mark) is { Success: true } most)
            return (0, Number(most, 1));
        return Between().Match(mark) is { Success: true } between && Number(between, 1) < Number(between, 2)
            ? (Number(between, 1), Number(between, 2))
            : null;
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(|\*+|x+|s|ds|#|\.{1,3}|…|-+|–|—|†|‡|n/?a|null|masked|redacted|suppressed|hidden)$", Options)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?:n\s*)?(?:<|fewer than|less than|under|menos de)\s*([0-9]{1,6})$", Options)]
    private static partial Regex Below();

    [GeneratedRegex(@"^(?:n\s*)?(?:<=|≤|up to|at most)\s*([0-9]{1,6})$", Options)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"^([0-9]{1,6})\s*(?:-|–|to)\s*([0-9]{1,6})$", Options)]
    private static partial Regex Between();
}
