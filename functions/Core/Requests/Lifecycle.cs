using Core.Agreements;
using Core.Calendar;
using Core.Policy;
using NodaTime;

namespace Core.Requests;

/// <summary>What a decision needs to know besides the request itself.</summary>
/// <param name="Now">The time of the decision.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="CurrentNda">The requester's agreement that is still current, if the register has one.</param>
public sealed record Circumstances(Instant Now, OfficePolicy Policy, BusinessCalendar Calendar, CurrentNda? CurrentNda = null);

/// <summary>Either what happened, or why not.</summary>
/// <param name="Events">What happened; empty where the command changes nothing (a repeat).</param>
/// <param name="Refusal">Why not; null where it happened.</param>
public sealed record Ruling(IReadOnlyList<RequestEvent> Events, Refusal? Refusal = null);
