using Core.Languages;
using Core.Policy;

namespace Core.Fees;

/// <summary>Makes fee estimates: size, time required and scope (ODA-03, "Fees for data requests").</summary>
public static class FeeSchedule
{
    /// <summary>Estimates the fee. Amounts are rounded to cents; a sum below the smallest charge is not charged.</summary>
    /// <param name="hours">Hours of work.</param>
    /// <param name="records">Records delivered.</param>
    /// <param name="schoolYears">School years asked for.</param>
    /// <param name="note">The analyst's note.</param>
    /// <param name="rates">The rates in force.</param>
    public static FeeEstimate Estimate(decimal hours, int records, int schoolYears, string? note, FeeRates rates)
    {
        var thousands = Math.Ceiling(Math.Max(0, records - rates.FreeRecords) / 1000m);
        FeeLine[] lines =
        [
            Line(FeeSubject.Time, hours, rates.FreeHours, Math.Max(0, hours - rates.FreeHours), rates.HourlyRate),
            Line(FeeSubject.Size, records, rates.FreeRecords, thousands, rates.PerThousandRecords),
            Line(FeeSubject.Scope, Math.Max(1, schoolYears), 1, Math.Max(0, schoolYears - 1), rates.PerExtraSchoolYear),
        ];
        var charged = lines.Where(line => line.Amount > 0).ToList();
        var total = charged.Sum(line => line.Amount);
        return total < rates.SmallestCharge || total == 0 ? new([], 0, rates.Currency, note) : new(charged, total, rates.Currency, note);
    }

    private static FeeLine Line(FeeSubject subject, decimal count, decimal free, decimal quantity, decimal rate)
    {
        var line = new FeeLine("", quantity, rate, Math.Round(quantity * rate, 2, MidpointRounding.AwayFromZero), subject, count, free);
        return line with { Label = line.In(Texts.English) };
    }
}
