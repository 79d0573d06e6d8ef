using Core.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Service.Desk;
using Service.SignIn;

namespace Service.Portal.Layout;

/// <summary>Makes the frame of a page from policy, clock and who is signed in.</summary>
internal sealed class FrameSource(CurrentCircumstances current, IHostEnvironment environment)
{
    /// <summary>The frame for this request.</summary>
    public async Task<Frame> ForAsync(HttpContext http)
    {
        var now = await CircumstancesAsync(http.RequestAborted);
        return new(
            now.Policy.District, http.Request.Path, StaffSignIn.Of(http.User), environment.IsDevelopment(),
            new(now.Calendar.Zone, now.Now), Done.Say(http.Request.Query["done"]));
    }

    /// <summary>What decisions are made by, as things stand now.</summary>
    public Task<Circumstances> CircumstancesAsync(CancellationToken cancel) => current.NowAsync(cancel);
}
