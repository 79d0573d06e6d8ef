using NodaTime;

namespace Core.Requests;

/// <summary>The clock of an expedited review (policy section 3, rule 3).</summary>
public static class ExpeditedReview
{
    /// <summary>When it has to be decided; null where none waits.</summary>
    public static Instant? DueAt(RequestState state, Circumstances circumstances) => ReviewOwed.DueAt(state, circumstances);
}
