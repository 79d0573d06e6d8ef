using System.Diagnostics;
using NodaTime.Text;

namespace Core.Performance;

/// <summary>By what the deliveries of a report are grouped.</summary>
public enum Grouping
{
    /// <summary>The office that had it.</summary>
    Office,
    /// <summary>The kind of requester.</summary>
    Kind,
    /// <summary>The level of the data.</summary>
    Level,
    /// <summary>The month of delivery.</summary>
    Month,
}

/// <summary>How promptly one group was served. Both the original and the extended deadline are shown (policy section 4).</summary>
/// <param name="Group">The group: a name as in the policy, or a month such as "2026-03".</param>
/// <param name="Delivered">Deliveries.</param>
/// <param name="OnTimeOriginal">Of these, those by the deadline before any extension.</param>
/// <param name="OnTime">Of these, those by the deadline with its extensions.</param>
/// <param name="OnTimeOriginalRate">The same as a share, 0 to 1.</param>
/// <param name="OnTimeRate">The same as a share, 0 to 1.</param>
/// <param name="MedianBusinessDays">Half of them took no more.</param>
/// <param name="Percentile90BusinessDays">Nine of ten took no more.</param>
/// <param name="WaitedForAnswer">Business days a delivery waited for answers, on average.</param>
/// <param name="WaitedForFeeDecision">For fee decisions.</param>
/// <param name="WaitedForDocuments">For documents.</param>
/// <param name="WaitedForAgreement">For agreements.</param>
/// <param name="WaitedForOther">For anything else.</param>
public sealed record PromptnessLine(
    string Group, int Delivered, int OnTimeOriginal, int OnTime, double OnTimeOriginalRate, double OnTimeRate, double MedianBusinessDays,
    double Percentile90BusinessDays, double WaitedForAnswer, double WaitedForFeeDecision, double WaitedForDocuments, double WaitedForAgreement,
    double WaitedForOther);

/// <summary>How promptly the office delivers.</summary>
public static class Promptness
{
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    /// <summary>A line a group, in the policy's order, months in time order; nothing for a group without deliveries.</summary>
    public static IReadOnlyList<PromptnessLine> By(Grouping by, IEnumerable<Delivered> deliveries) =>
    [
        .. deliveries.GroupBy(one => Key(by, one)).OrderBy(group => group.Key.Order).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => Line(group.Key.Name, [.. group])),
    ];

    /// <summary>All of them as one line; null where there are none.</summary>
    public static PromptnessLine? Of(IReadOnlyList<Delivered> deliveries) => deliveries.Count == 0 ? null : Line("All", deliveries);

    /// <summary>The value that a share of the values does not exceed, by the nearest-rank method; the median of an even number is the mean of the middle two.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Percentile(IEnumerable<int> values, double share)
    {
        var sorted = values.Order().ToList();
        return share == 0.5
            ? (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0
            : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    private static (int Order, string Name) Key(Grouping by, Delivered one) => by switch
    {
        Grouping.Office => ((int)one.Office, one.Office.ToString()),
        Grouping.Kind => ((int)one.Kind, one.Kind.ToString()),
        Grouping.Level => ((int)one.Level, one.Level.ToString()),
        Grouping.Month => (0, Month.Format(one.DeliveredOn)),
        _ => throw new UnreachableException(),
    };

    private static PromptnessLine Line(string group, IReadOnlyList<Delivered> all)
    {
        var (original, kept) = (all.Count(one => one.KeptOriginal), all.Count(one => one.Kept));
        return new(
            group, all.Count, original, kept, Share(original), Share(kept),
            Percentile(all.Select(one => one.BusinessDays), 0.5), Percentile(all.Select(one => one.BusinessDays), 0.9),
            Mean(waited => waited.Answer), Mean(waited => waited.FeeDecision), Mean(waited => waited.Documents), Mean(waited => waited.Agreement),
            Mean(waited => waited.Other));

        double Share(int count) => Math.Round((double)count / all.Count, 4);
        double Mean(Func<WaitingDays, int> of) => Math.Round(all.Average(one => of(one.Waited)), 2);
    }
}
