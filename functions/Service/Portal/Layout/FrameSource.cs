using Core.Languages;
using Core.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Service.Desk;
using Service.SignIn;

namespace Service.Portal.Layout;

/// <summary>Makes the frame of a page from policy, clock and who is signed in.</summary>
internal sealed class FrameSource(CurrentCircumstances current, IHostEnvironment environment)
{
    /// <summary>The frame for this page.</summary>
    /// <param name="http">The page asked for.</param>
    /// <param name="language">The language of the request that the page is about, if it is about one.</param>
    public async Task<Frame> ForAsync(HttpContext http, string? language = null)
    {
        var now = await CircumstancesAsync(http.RequestAborted);
        var say = PageLanguage.Of(http, now.Policy, language);
        return new(
            now.Policy.District, http.Request.Path, StaffSignIn.Of(http.User), environment.IsDevelopment(),
            new(now.Calendar.Zone, now.Now) { Say = say }, Done.Say(http.Request.Query["done"], say))
        {
            Offered = Texts.Offered(now.Policy),
            Here = PageLanguage.Here(http.Request),
        };
    }

    /// <summary>The language of a page that has no frame.</summary>
    public async Task<Texts> LanguageAsync(HttpContext http) =>
        PageLanguage.Of(http, (await CircumstancesAsync(http.RequestAborted)).Policy, null);

    /// <summary>What decisions are made by, as things stand now.</summary>
    public Task<Circumstances> CircumstancesAsync(CancellationToken cancel) => current.NowAsync(cancel);
}
