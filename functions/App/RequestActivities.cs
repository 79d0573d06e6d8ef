using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Service.Engine;

namespace App;

/// <summary>What a request waits for, as it travels between an activity and its orchestration.</summary>
/// <param name="Words">For people who look at the instance.</param>
/// <param name="Owed">Ids of the effects that are due now.</param>
/// <param name="Sleep">How long nothing will be owed; null where only a change can bring anything about.</param>
/// <param name="Over">The instance may end.</param>
internal sealed record Waiting(string Words, IReadOnlyList<string> Owed, TimeSpan? Sleep, bool Over);

/// <summary>One effect of one request.</summary>
internal sealed record Errand(string RequestId, string EffectId);

/// <summary>The two things an orchestration has done for it. Both may be delivered twice without harm.</summary>
internal sealed class RequestActivities(Steps steps, IClock clock)
{
    /// <summary>Records what time did; says what is owed.</summary>
    [Function(nameof(LookAtRequest))]
    public async Task<Waiting> LookAtRequest([ActivityTrigger] string requestId, CancellationToken cancel) =>
        Told(await steps.LookAsync(requestId, cancel));

    /// <summary>Carries out one effect and records it; says what is owed after it.</summary>
    [Function(nameof(CarryOutEffect))]
    public async Task<Waiting> CarryOutEffect([ActivityTrigger] Errand errand, CancellationToken cancel) =>
        Told(await steps.CarryOutAsync(errand.RequestId, errand.EffectId, cancel));

    // A span, not a time: the orchestration's clock is the backend's.
    private Waiting Told(Outlook outlook) => new(
        outlook.Words, outlook.Owed, (outlook.WakeAt - clock.GetCurrentInstant())?.ToTimeSpan(), outlook.Over);
}
