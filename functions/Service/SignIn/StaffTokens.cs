using System.Security.Cryptography;
using System.Text.Json;
using Core.Requests;
using Microsoft.AspNetCore.DataProtection;

namespace Service.SignIn;

/// <summary>
/// A signed-in member of the staff as an opaque token, in Development: name and roles, encrypted, good for twelve hours. Real time counts
/// here, not the office's clock: moving that clock must neither end nor lengthen anybody's sign-in.
/// </summary>
internal sealed class StaffTokens(IDataProtectionProvider protection)
{
    /// <summary>How long a sign-in holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("Service.SignIn.StaffTokens.v1").ToTimeLimitedDataProtector();

    /// <summary>A token for somebody whose sign-in was checked by the caller.</summary>
    public string Issue(string name, IReadOnlyList<StaffRole> roles) =>
        protector.Protect(JsonSerializer.Serialize(new Content(name, [.. roles.Distinct()])), Lifetime);

    /// <summary>Who the token is about; null where it was not issued here, was changed, or has ended.</summary>
    public Actor.Staff? Read(string token)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(protector.Unprotect(token));
            return content is null ? null : new(content.Name, content.Roles);
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Content(string Name, StaffRole[] Roles);
}
