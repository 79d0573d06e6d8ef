using Core.Requests;
using Service.Portal.Analyst.Outgoing;

namespace Service.Portal.Analyst.Queues;

/// <summary>What is done to several requests at once.</summary>
public enum BulkAction
{
    /// <summary>They are given to one analyst.</summary>
    Assign,
    /// <summary>Their requesters are reminded of what they owe.</summary>
    Remind,
    /// <summary>Their deadlines are extended for one reason.</summary>
    Extend,
}

/// <summary>What would become of a request.</summary>
/// <param name="Id">The request.</param>
/// <param name="Letters">The e-mails that would leave.</param>
/// <param name="Why">Why nothing would be done to it; null where it would.</param>
/// <param name="Refusal">What the lifecycle has against it; null where it has nothing.</param>
public sealed record BulkPlan(string Id, IReadOnlyList<OutgoingLetter> Letters, string? Why, Refusal? Refusal);

/// <summary>What became of several requests at once. Each is done or not for itself: one that is refused holds up no other.</summary>
/// <param name="Action">What was asked for.</param>
/// <param name="Done">Those it was done to.</param>
/// <param name="Refused">Those it was not done to, with the reason.</param>
public sealed record BulkOutcome(BulkAction Action, IReadOnlyList<string> Done, IReadOnlyList<(string Id, string Why)> Refused);
