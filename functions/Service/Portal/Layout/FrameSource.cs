using Core.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Service.Calendar;
using Service.Policy;

namespace Service.Portal.Layout;

/// <summary>Makes the frame of a page from policy, clock and who is signed in.</summary>
internal sealed class FrameSource(PolicyStore policies, CalendarStore calendars, IClock clock, IHostEnvironment environment)
{
    /// <summary>The frame for this request.</summary>
    public async Task<Frame> ForAsync(HttpContext http)
    {
        var policy = await policies.CurrentAsync(http.RequestAborted);
        var zone = DateTimeZoneProviders.Tzdb[policy.BusinessDay.TimeZone];
        return new(
            policy.District, http.Request.Path, Visitors.StaffOf(http.User), environment.IsDevelopment(),
            new(zone, clock.GetCurrentInstant()), Done.Say(http.Request.Query["done"]));
    }

    /// <summary>What decisions are made by, as things stand now.</summary>
    public async Task<Circumstances> CircumstancesAsync(CancellationToken cancel) =>
        new(clock.GetCurrentInstant(), await policies.CurrentAsync(cancel), await calendars.CurrentAsync(cancel));
}
