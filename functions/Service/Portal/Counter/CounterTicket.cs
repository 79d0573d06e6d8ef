using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Service.Portal.Counter;

/// <summary>
/// Lets the browser that wrote a visit down see that it is on record and add copies of the papers, for a day. It opens nothing else: not the
/// request, not what is decided, and no file.
/// </summary>
internal sealed class CounterTicket(IDataProtectionProvider protection, IClock clock)
{
    private const string Name = "visit";
    private static readonly Duration Valid = Duration.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("Service.Portal.Counter.CounterTicket.v1");

    /// <summary>Gives the ticket of a visit.</summary>
    public void Give(HttpContext http, string requestId) => http.Response.Cookies.Append(
        Name, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{requestId}|{(clock.GetCurrentInstant() + Valid).ToUnixTimeSeconds()}")),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/counter", IsEssential = true });

    /// <summary>The visit whose ticket the browser holds; null where it holds none that is valid.</summary>
    public string? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } ticket && protector.Unprotect(ticket).Split('|') is [var id, var until]
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && clock.GetCurrentInstant() < Instant.FromUnixTimeSeconds(seconds)
                    ? id
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
