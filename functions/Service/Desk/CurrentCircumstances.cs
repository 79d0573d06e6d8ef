using Core.Requests;
using NodaTime;
using Service.Calendar;
using Service.Policy;
using Service.Training;

namespace Service.Desk;

/// <summary>The time and the rules in force: what every decision and every page needs besides the request.</summary>
internal sealed class CurrentCircumstances(IClock clock, PolicyStore policies, CalendarStore calendars, TrainingStore training)
{
    public async Task<Circumstances> NowAsync(CancellationToken cancel) =>
        new(clock.GetCurrentInstant(), await policies.CurrentAsync(cancel), await calendars.CurrentAsync(cancel))
        {
            Training = await training.CurrentAsync(cancel),
        };
}
