using Core.Policy;

namespace Core.Fees;

/// <summary>stub</summary>
public static class FeeSchedule
{
    /// <summary>stub</summary>
    public static FeeEstimate Estimate(decimal hours, int records, int schoolYears, string? note, FeeRates rates) => new([], 0, rates.Currency, note);
}
