using System.Text.Json;
using Core.Requests;
using Microsoft.AspNetCore.Authentication;
using Service.Portal.Layout;
using Service.SignIn;

namespace Local.Dev;

/// <summary>Signing in as anybody with any roles (contract, "On one machine"): a token for the API, a cookie for the pages.</summary>
internal static class SignInEndpoints
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/sign-in", async (HttpContext http, FrameSource frames) => Page.Of<Pages.SignInPage>(
            await frames.ForAsync(http), new Pages.SignInView(ReturnAddress.Of(http.Request.Query["returnUrl"]), "", null)));
        dev.MapPost("/sign-in", (HttpContext http, StaffTokens tokens, FrameSource frames, CancellationToken cancel) =>
            http.Request.HasFormContentType ? PostFormAsync(http, frames, cancel) : PostJsonAsync(http.Request, tokens, cancel));
    }

    private static async Task<IResult> PostJsonAsync(HttpRequest request, StaffTokens tokens, CancellationToken cancel)
    {
        var (body, answer) = await DevBody.ReadAsync(request, cancel);
        if (body is not { } read)
            return answer!;
        if (!read.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || !IsName(name.GetString()!))
            return DevBody.Bad("name", $"It is required, with at most {LongestName} characters.");
        if (!read.TryGetProperty("roles", out var given) || given.ValueKind != JsonValueKind.Array || Roles(given.EnumerateArray().Select(Text)) is not { } roles)
            return DevBody.Bad("roles", $"It must be a list of {string.Join(", ", Enum.GetNames<StaffRole>())}.");
        return Results.Json(new { token = tokens.Issue(name.GetString()!.Trim(), roles) });
    }

    private static async Task<IResult> PostFormAsync(HttpContext http, FrameSource frames, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var (name, returnTo) = (form["name"].ToString(), ReturnAddress.Of(form["returnUrl"]));
        var problem = !IsName(name) ? new Problem("Give a name.", "name")
            : form["roles"].Count == 0 || Roles(form["roles"]) is null ? new Problem("Choose at least one role.", "role-0")
            : null;
        if (problem is not null)
            return Page.Of<Pages.SignInPage>(await frames.ForAsync(http), new Pages.SignInView(returnTo, name, problem), StatusCodes.Status400BadRequest);
        var staff = new Actor.Staff(name.Trim(), Roles(form["roles"])!);
        await http.SignInAsync(StaffSignIn.CookieScheme, StaffClaims.Principal(staff, StaffSignIn.CookieScheme));
        return Results.LocalRedirect(returnTo);
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName;

    private static IReadOnlyList<StaffRole>? Roles(IEnumerable<string?> names)
    {
        var roles = names.Select(name => (Known: Enum.GetNames<StaffRole>().Contains(name, StringComparer.Ordinal), Name: name)).ToList();
        return roles.TrueForAll(role => role.Known) ? [.. roles.Select(role => Enum.Parse<StaffRole>(role.Name!)).Distinct()] : null;
    }
}
