using System.Security.Claims;
using Core.Requests;

namespace Service.Portal.Layout;

/// <summary>Who looks at a page.</summary>
internal static class Visitors
{
    /// <summary>The signed-in member of the staff, or null.</summary>
    public static Actor.Staff? StaffOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? new(name, [.. Enum.GetValues<StaffRole>().Where(role => user.IsInRole(role.ToString()))])
            : null;
}
