using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Service.Portal.Layout;
using Service.SignIn;
using Service.SignIn.Entra;

namespace Service.Portal.Analyst;

/// <summary>Coming to the pages of the staff and leaving them.</summary>
internal static class SignInPages
{
    private static readonly Trouble.Saying Failed = new("Signing in did not work",
        ["The district's sign-in did not let you in, or it took too long. Nothing is wrong with your account because of that.",
         "Try again. If it fails again, tell the people who look after accounts in your district."],
        "/sign-in", "Try again");

    public static void Map(IEndpointRouteBuilder pages, IConfiguration configuration)
    {
        var hasEntra = EntraSettings.Read(configuration) is not null;
        pages.MapGet("/sign-in", (string? returnUrl) => hasEntra
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = ReturnAddress.Of(returnUrl) }, [EntraSignIn.PagesScheme])
            : Results.Redirect($"/dev/sign-in?returnUrl={Uri.EscapeDataString(ReturnAddress.Of(returnUrl))}"));
        pages.MapGet(EntraSignIn.FailedPath, async (HttpContext http, FrameSource frames) =>
            Page.Of<Trouble>(await frames.ForAsync(http), Failed, StatusCodes.Status401Unauthorized));
        pages.MapPost("/staff/sign-out", async (HttpContext http) =>
        {
            await http.SignOutAsync(StaffSignIn.CookieScheme);
            return Results.Redirect("/staff?done=signed-out");
        });
        if (hasEntra)
        {
            // Led to by a link, because no form of ours may end at another site. It leaves the account; our cookie is gone already.
            pages.MapGet("/sign-out/account", () => Results.SignOut(new AuthenticationProperties(), [EntraSignIn.PagesScheme]));
        }
    }
}
