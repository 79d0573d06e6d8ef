using System.Globalization;
using System.Text.RegularExpressions;

namespace Core.Release.Tables;

/// <summary>What a cell says about a share, before it is known how its column writes and rounds.</summary>
/// <param name="Low">The least, as written.</param>
/// <param name="High">The most, as written; the same where it is one number.</param>
/// <param name="Decimals">Digits behind the point.</param>
/// <param name="IsPercent">It carries a percent sign.</param>
internal sealed partial record ShareText(double Low, double High, int Decimals, bool IsPercent)
{
    /// <summary>One number, rounded; otherwise a range between two bounds that are meant exactly.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Reads "12.5%", "0.125", "&lt;5%", "&gt;95 %", "5-10%"; null for anything else, marks that say nothing included.</summary>
    public static ShareText? Read(string text)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var first = match.Groups["first"].Value;
        var number = double.Parse(first, NumberStyles.Float, CultureInfo.InvariantCulture);
        var decimals = first.IndexOf('.') is >= 0 and var point ? first.Length - point - 1 : 0;
        var isPercent = text.Contains('%');
        return match switch
        {
            _ when match.Groups["second"] is { Success: true } second =>
                new(number, double.Parse(second.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture), decimals, isPercent),
            _ when match.Groups["below"].Success => new(0, number, decimals, isPercent),
            _ when match.Groups["above"].Success => new(number, double.PositiveInfinity, decimals, isPercent),
            _ => new(number, number, decimals, isPercent) { IsNumber = true },
        };
    }

    [GeneratedRegex(
        @"^((?<below><=?|≤|less than|under|below|at most|menos de)|(?<above>>=?|≥|more than|over|above|at least|más de|mas de))?\s*(?<first>[0-9]{1,3}(\.[0-9]{1,15})?|\.[0-9]{1,15})\s*%?(\s*(-|–|to)\s*(?<second>[0-9]{1,3}(\.[0-9]{1,15})?)\s*%?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
