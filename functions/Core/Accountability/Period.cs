using NodaTime;

namespace Core.Accountability;

/// <summary>What came in and what left within some days.</summary>
/// <param name="Received">Requests that came in.</param>
/// <param name="Disclosed">Requests for which data first left, whenever they came in.</param>
internal sealed record Period(IReadOnlyList<ReportedRequest> Received, IReadOnlyList<ReportedRequest> Disclosed)
{
    /// <summary>Everything that left was asked for in the period as well, so what was asked for and did not leave follows from the two numbers.</summary>
    public bool IsClosed => Disclosed.All(Received.Contains);

    /// <summary>Of some days, both included.</summary>
    public static Period Of(IReadOnlyList<ReportedRequest> requests, LocalDate from, LocalDate to) => new(
        [.. requests.Where(one => one.ReceivedOn >= from && one.ReceivedOn <= to)],
        [.. requests.Where(one => one.DisclosedOn >= from && one.DisclosedOn <= to)]);
}
