using Core.Requests;
using NodaTime;
using Service.Calendar;
using Service.Policy;

namespace Service.Desk;

/// <summary>The time and the rules in force: what every decision and every page needs besides the request.</summary>
internal sealed class CurrentCircumstances(IClock clock, PolicyStore policies, CalendarStore calendars)
{
    public async Task<Circumstances> NowAsync(CancellationToken cancel) =>
        new(clock.GetCurrentInstant(), await policies.CurrentAsync(cancel), await calendars.CurrentAsync(cancel));
}
