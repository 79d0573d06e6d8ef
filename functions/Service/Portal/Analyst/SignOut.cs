using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.SignIn;

namespace Service.Portal.Analyst;

/// <summary>Leaving the pages of the staff.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost("/staff/sign-out", async (HttpContext http) =>
    {
        await http.SignOutAsync(StaffSignIn.CookieScheme);
        return Results.Redirect("/staff?done=signed-out");
    });
}
