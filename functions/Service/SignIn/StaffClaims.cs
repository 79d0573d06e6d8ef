using System.Security.Claims;
using Core.Requests;

namespace Service.SignIn;

/// <summary>
/// A member of the staff as claims and back. However somebody signs in, these few claims are all that is kept of it, and all that
/// anything is allowed by: there is one way from a sign-in to <see cref="Actor.Staff"/>.
/// </summary>
internal static class StaffClaims
{
    /// <summary>Name and roles as claims.</summary>
    public static ClaimsPrincipal Principal(Actor.Staff staff, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, staff.Name), .. staff.Roles.Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString()))], scheme));

    /// <summary>The signed-in member of the staff; null where nobody is.</summary>
    public static Actor.Staff? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? new(name, [.. Enum.GetValues<StaffRole>().Where(role => user.IsInRole(role.ToString()))])
            : null;
}
