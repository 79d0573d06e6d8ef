using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Desk;
using Service.SignIn;
using Service.Storage;

namespace Service.Portal.Analyst.Presence;

/// <summary>A request's open page says that it is still open, and is told who else looks at the request.</summary>
internal static class PresencePages
{
    public static void Map(IEndpointRouteBuilder staff) => staff.MapPost("/staff/requests/{id}/here", HereAsync);

    private static async Task<IResult> HereAsync(HttpContext http, string id, Onlookers onlookers, IClock clock)
    {
        var name = StaffSignIn.Of(http.User)!.Name;
        if (!RequestIds.CanBe(id))
        {
            return Results.NotFound();
        }

        if ((await http.Request.ReadFormAsync(http.RequestAborted)).ContainsKey("leaving"))
        {
            await onlookers.LeaveAsync(id, name, http.RequestAborted);
            return Results.NoContent();
        }

        var now = clock.GetCurrentInstant();
        var others = await onlookers.LookAsync(id, name, now, http.RequestAborted);
        return new RazorComponentResult<Others>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Who"] = others, ["Now"] = now });
    }
}
