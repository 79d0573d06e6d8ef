using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Service.Audit;

/// <summary>
/// Chains that begin anew each month (by UTC), so that what a period holds is found without looking at what others hold. The name ends
/// in the month, such as <c>ledger-2026-03</c>.
/// </summary>
internal static class Months
{
    /// <summary>The chain of the month in which this happened.</summary>
    public static string Chain(string prefix, Instant at)
    {
        var date = at.InUtc().Date;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{date.Year:0000}-{date.Month:00}");
    }

    /// <summary>The chains there are for a period, its end not included, the oldest first.</summary>
    public static async IAsyncEnumerable<string> ChainsAsync(
        ChainLog log, string prefix, Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (first, last) = (Chain(prefix, from), Chain(prefix, to));
        await foreach (var chain in log.ChainsAsync(cancel))
        {
            if (chain.StartsWith(prefix, StringComparison.Ordinal)
                && string.CompareOrdinal(chain, first) >= 0 && string.CompareOrdinal(chain, last) <= 0)
            {
                yield return chain;
            }
        }
    }
}
