using Microsoft.AspNetCore.Http;

namespace Service.Portal.Requester;

/// <summary>The requester's key to one request, kept by the browser for that request's pages alone.</summary>
internal static class RequesterCookie
{
    private const string Name = "request-key";

    /// <summary>The key the browser holds for the page it asks for.</summary>
    public static string? Read(HttpContext http) => http.Request.Cookies[Name];

    /// <summary>Gives the browser the key. The path keeps requests apart: somebody may have several.</summary>
    public static void Set(HttpContext http, string requestId, string token) => http.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        Path = $"/requests/{requestId}",
        MaxAge = TimeSpan.FromDays(180),
    });
}
