using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Calendar;
using Service.Policy;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>The policy as a file that can be edited in the browser.</summary>
internal static class PolicyPages
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/policy", ShowAsync);
        admin.MapPost("/admin/policy", ReplaceAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, PolicyStore policies, FrameSource frames) =>
        await PageAsync(http, policies, frames, Entries.With("policy", ("json", await policies.TextAsync(http.RequestAborted))));

    private static async Task<IResult> ReplaceAsync(HttpContext http, PolicyStore policies, OpenRequestsRollout rollout, FrameSource frames)
    {
        var entries = Entries.From("policy", await http.Request.ReadFormAsync(http.RequestAborted));
        var frame = await frames.ForAsync(http);
        var replaced = await policies.ReplaceAsync(entries["json"], StaffSignIn.Of(http.User)!.Name, frame.Dates.Now, http.RequestAborted);
        if (replaced.Errors.Count == 0)
        {
            await rollout.PolicyAsync(http.RequestAborted);
            return Results.Redirect("/admin/policy?done=policy");
        }

        return await PageAsync(http, policies, frames, entries.Wrong([.. replaced.Errors.Select(error =>
                new FieldError("json", $"Line {error.Line}{(error.Path.Length > 0 ? $", {error.Path}" : "")}: {error.Text}"))]));
    }

    private static async Task<IResult> PageAsync(HttpContext http, PolicyStore policies, FrameSource frames, Entries entries) => Page.Of<PolicyPage>(
        await frames.ForAsync(http), new PolicyView((await policies.CurrentAsync(http.RequestAborted)).Version, entries),
        entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
