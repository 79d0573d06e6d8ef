using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Core.Accountability;

/// <summary>What became of a request of law enforcement.</summary>
public enum ReviewOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,
    /// <summary>Approved, wholly or within limits.</summary>
    Approved,
    /// <summary>Denied by a reviewer.</summary>
    Denied,
    /// <summary>Refused at once, because the district does not hold or share what was asked.</summary>
    Refused,
    /// <summary>Handed to another office of the district.</summary>
    HandedOver,
    /// <summary>Withdrawn, or never answered.</summary>
    Withdrawn,
}

/// <summary>A request of law enforcement, or brought with legal process, as accountability counts it (EQUITY, PLAN-2020). It names no student.</summary>
public sealed record ReportedRequest
{
    /// <summary>The day it came in, in the office's time zone.</summary>
    public required LocalDate ReceivedOn { get; init; }
    /// <summary>The day data first left for it; null where none did.</summary>
    public LocalDate? DisclosedOn { get; init; }
    /// <summary>The kind of agency; null where it was not said.</summary>
    public Authority? Agency { get; init; }
    /// <summary>The agency as it named itself; for staff only, because people write it.</summary>
    public string AgencyName { get; init; } = "";
    /// <summary>The paper it came with; null for none.</summary>
    public LegalProcess? Instrument { get; init; }
    /// <summary>The exception that was claimed; null for none.</summary>
    public ClaimedException? Claimed { get; init; }
    /// <summary>The ground of the decision; null where none was named.</summary>
    public ReviewGround? Ground { get; init; }
    /// <summary>The kinds of information asked for.</summary>
    public IReadOnlyList<InformationKind> Asked { get; init; } = [];
    /// <summary>The kinds of information that a disclosure held.</summary>
    public IReadOnlyList<InformationKind> Held { get; init; } = [];
    /// <summary>What became of it.</summary>
    public ReviewOutcome Outcome { get; init; }
    /// <summary>The office that decided, or has to.</summary>
    public Office Office { get; init; }
    /// <summary>Who decided; for staff only. Null where nobody did.</summary>
    public string? DecidedBy { get; init; }
    /// <summary>The school, where the visit was at one.</summary>
    public string? School { get; init; }
    /// <summary>The students it concerns, by group, where given.</summary>
    public IReadOnlyList<StudentGroup> Students { get; init; } = [];
}
