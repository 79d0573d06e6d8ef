using Core.Requests;
using NodaTime;

namespace Service.Reports;

/// <summary>What "due soon" means to queue and reports alike.</summary>
internal static class Soon
{
    /// <summary>Soon is the share of the standard days that is left when the office is warned: 3 days of 15.</summary>
    public static Instant Until(Circumstances circumstances)
    {
        var rules = circumstances.Policy.Fulfilment;
        var days = Math.Max(1, rules.Standard * (100 - rules.WarnAtPercent) / 100);
        return circumstances.Calendar.After(circumstances.Now, days);
    }
}
