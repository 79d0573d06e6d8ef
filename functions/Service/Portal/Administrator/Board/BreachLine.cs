using NodaTime;

namespace Service.Portal.Administrator.Board;

/// <summary>A deadline that was missed.</summary>
/// <param name="Id">The request.</param>
/// <param name="What">What was missed.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="OriginalDueAt">When it was due before it was extended.</param>
/// <param name="Status">Where the request stands now.</param>
/// <param name="Office">Who has it.</param>
/// <param name="Assignee">The analyst.</param>
public sealed record BreachLine(string Id, string What, Instant? DueAt, Instant? OriginalDueAt, string Status, string Office, string? Assignee);
