using NodaTime;

namespace Service.Portal.Administrator;

/// <summary>How the office keeps its deadlines, as the first page for administrators shows it.</summary>
/// <param name="Open">Open requests.</param>
/// <param name="DueSoon">Open and due soon.</param>
/// <param name="Breached">Open and past their deadline, or not reached out to in time.</param>
/// <param name="OnTimeRate">Share of the finished ones that were on time, 0 to 1; null where none is finished.</param>
/// <param name="MedianDays">Median of the business days counted until delivery; null where none is finished.</param>
/// <param name="ByOffice">The same by office.</param>
/// <param name="ByKind">The same by kind of requester.</param>
/// <param name="Breaches">What was missed, most overdue first.</param>
public sealed record SlaBoard(
    int Open, int DueSoon, int Breached, double? OnTimeRate, double? MedianDays,
    IReadOnlyList<SlaLine> ByOffice, IReadOnlyList<SlaLine> ByKind, IReadOnlyList<BreachLine> Breaches);

/// <summary>One group's figures.</summary>
/// <param name="Name">The group.</param>
/// <param name="Open">Open requests.</param>
/// <param name="DueSoon">Due soon.</param>
/// <param name="Breached">Missed.</param>
/// <param name="OnTimeRate">Share on time, 0 to 1.</param>
/// <param name="MedianDays">Median of the business days.</param>
public sealed record SlaLine(string Name, int Open, int DueSoon, int Breached, double? OnTimeRate, double? MedianDays);

/// <summary>A deadline that was missed.</summary>
/// <param name="Id">The request.</param>
/// <param name="What">What was missed.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="OriginalDueAt">When it was due before it was extended.</param>
/// <param name="Status">Where the request stands now.</param>
/// <param name="Office">Who has it.</param>
/// <param name="Assignee">The analyst.</param>
public sealed record BreachLine(string Id, string What, Instant? DueAt, Instant? OriginalDueAt, string Status, string Office, string? Assignee);
