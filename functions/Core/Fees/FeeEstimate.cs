using Core.Languages;

namespace Core.Fees;

/// <summary>One line of an estimate, readable by the requester.</summary>
/// <param name="Label">What is charged, such as "Time: 6 hours, the first 2 free".</param>
/// <param name="Quantity">How many units are charged.</param>
/// <param name="Rate">Price of a unit.</param>
/// <param name="Amount">Quantity times rate.</param>
/// <param name="Subject">What sort of line it is; null in estimates made before lines said so, which read as they were written.</param>
/// <param name="Count">Hours, records or school years, free ones included; null as <paramref name="Subject"/> is.</param>
/// <param name="Free">How many of them cost nothing; null as <paramref name="Subject"/> is.</param>
public sealed record FeeLine(
    string Label, decimal Quantity, decimal Rate, decimal Amount, FeeSubject? Subject = null, decimal? Count = null, decimal? Free = null)
{
    /// <summary>What is charged, in the reader's language.</summary>
    public string In(Texts say) => (Subject, Count ?? 0, Free ?? 0) switch
    {
        (FeeSubject.Time, var hours, > 0 and var free) => say.FeeLineTimeFree(hours, say.Number(free)),
        (FeeSubject.Time, var hours, _) => say.FeeLineTime(hours),
        (FeeSubject.Size, var records, > 0 and var free) => say.FeeLineSizeFurther(records, say.Number(free)),
        (FeeSubject.Size, var records, _) => say.FeeLineSize(records),
        (FeeSubject.Scope, var years, _) => say.FeeLineScope(years),
        _ => Label,
    };
}

/// <summary>What a fee is charged for (ODA-03).</summary>
public enum FeeSubject
{
    /// <summary>Hours of work.</summary>
    Time,
    /// <summary>Records delivered.</summary>
    Size,
    /// <summary>School years asked for.</summary>
    Scope,
}

/// <summary>A fee estimate: size, time required and scope (ODA-03, "Fees for data requests").</summary>
/// <param name="Lines">The breakdown.</param>
/// <param name="Total">The sum, in <paramref name="Currency"/>; zero where no fee is charged.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Note">The analyst's note to the requester.</param>
public sealed record FeeEstimate(IReadOnlyList<FeeLine> Lines, decimal Total, string Currency, string? Note);
