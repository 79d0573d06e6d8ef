using NodaTime;

namespace Service.Portal.Administrator.Home;

/// <summary>The administrators' first page.</summary>
/// <param name="Matters">What may need attention; what does comes first.</param>
/// <param name="CountedAt">When the queue was counted; null where it is being counted.</param>
public sealed record AdminHomeView(IReadOnlyList<Matter> Matters, Instant? CountedAt);

/// <summary>One thing that may need attention.</summary>
/// <param name="Name">What.</param>
/// <param name="Figure">How many, or a word such as "Never"; null where it is being counted.</param>
/// <param name="Says">What it means, in a line.</param>
/// <param name="Href">Where it is dealt with.</param>
/// <param name="Urgency">Whether it needs attention.</param>
public sealed record Matter(string Name, string? Figure, string Says, string Href, MatterUrgency Urgency)
{
    /// <summary>The sign before it.</summary>
    public string Sign => Urgency switch { MatterUrgency.Now => "late", MatterUrgency.Coming => "soon", MatterUrgency.Unknown => "paused", _ => "done" };
}

/// <summary>How much a matter presses.</summary>
public enum MatterUrgency
{
    /// <summary>Something is wrong now.</summary>
    Now,
    /// <summary>Something will be.</summary>
    Coming,
    /// <summary>It is being counted.</summary>
    Unknown,
    /// <summary>All is well.</summary>
    Fine,
}
