using System.Security.Claims;
using Core.Requests;

namespace Service.SignIn.Entra;

/// <summary>Reads a member of the staff from what Entra says of them.</summary>
internal static class EntraClaims
{
    // The name people sign in with: unlike a display name it is one person's alone, which the second look at a check relies on, and mail
    // to an assignee goes there.
    private static readonly string[] Names = ["preferred_username", "upn", ClaimTypes.Upn, "unique_name"];

    // A program that was given a role itself.
    private static readonly string[] Programs = ["azp", "appid"];

    /// <summary>Who it is, with the app roles they hold; null where the token names nobody. Roles that are not ours do not count.</summary>
    public static Actor.Staff? Of(ClaimsPrincipal person)
    {
        var name = First(person, Names) ?? (First(person, Programs) is { } program ? $"application {program}" : null);
        var roles = person.FindAll(claim => claim.Type is "roles" or ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return name is null ? null : new(name, [.. Enum.GetValues<StaffRole>().Where(role => roles.Contains(role.ToString()))]);
    }

    private static string? First(ClaimsPrincipal person, IEnumerable<string> types) =>
        types.Select(type => person.FindFirst(type)?.Value.Trim()).FirstOrDefault(value => value is { Length: > 0 });
}
