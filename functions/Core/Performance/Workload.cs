namespace Core.Performance;

/// <summary>What one analyst has in hand.</summary>
/// <param name="Analyst">The analyst; null for what nobody has yet.</param>
/// <param name="Open">Open requests.</param>
/// <param name="WaitingForOffice">Of these, those on which the office can go on.</param>
/// <param name="WaitingForRequester">Of these, those that wait for the requester.</param>
/// <param name="DueSoon">Due soon.</param>
/// <param name="Late">Past a deadline.</param>
/// <param name="Delivered">Deliveries in the report's time.</param>
/// <param name="MedianBusinessDays">Median of their business days; null where there were none.</param>
public sealed record WorkloadLine(
    string? Analyst, int Open, int WaitingForOffice, int WaitingForRequester, int DueSoon, int Late, int Delivered, double? MedianBusinessDays);

/// <summary>Who has how much in hand.</summary>
public static class Workload
{
    /// <summary>A line an analyst, the fullest desk first; what nobody has yet leads.</summary>
    public static IReadOnlyList<WorkloadLine> Of(IReadOnlyList<Underway> open, IReadOnlyList<Delivered> delivered) =>
    [
        .. open.Select(one => one.Assignee).Concat(delivered.Select(one => one.Assignee).Where(name => name is not null)).Distinct(StringComparer.Ordinal)
            .Select(name => Line(name, [.. open.Where(one => one.Assignee == name)], [.. delivered.Where(one => one.Assignee == name)]))
            .OrderBy(line => line.Analyst is null ? 0 : 1).ThenByDescending(line => line.Open).ThenBy(line => line.Analyst, StringComparer.Ordinal),
    ];

    private static WorkloadLine Line(string? name, IReadOnlyList<Underway> open, IReadOnlyList<Delivered> delivered)
    {
        var waiting = open.Count(one => one.WaitsForRequester);
        return new(
            name, open.Count, open.Count - waiting, waiting, open.Count(one => one.IsDueSoon), open.Count(one => one.IsLate), delivered.Count,
            delivered.Count == 0 ? null : Promptness.Percentile(delivered.Select(one => one.BusinessDays), 0.5));
    }
}
