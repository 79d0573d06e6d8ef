using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Service.Api;

/// <summary>
/// What every answer says to browsers: nothing from elsewhere, no framing, no guessing of types, and no address in referrers (a
/// requester's first link carries their token). A page may say it more strictly.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Pages =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The API's reader makes its styles itself and starts by a script within its page, which the nonce names.
    private static string Docs(string nonce) =>
        $"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' 'nonce-{nonce}'; font-src 'self' data:; "
        + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What names the one script within the page of the API's reader.</summary>
    public static string NonceOf(HttpContext http) => (string)(http.Items[typeof(SecurityHeaders)] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));

    public Task InvokeAsync(HttpContext http)
    {
        var isDocs = http.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase);
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            SetIfMissing("Content-Security-Policy", isDocs ? Docs(NonceOf(http)) : Pages);
            SetIfMissing("X-Content-Type-Options", "nosniff");
            SetIfMissing("X-Frame-Options", "DENY");
            SetIfMissing("Referrer-Policy", "no-referrer");
            if (isApi)
            {
                SetIfMissing("Cache-Control", "no-store");
            }

            return Task.CompletedTask;

            void SetIfMissing(string name, string value)
            {
                if (!headers.ContainsKey(name))
                {
                    headers[name] = value;
                }
            }
        });
        return next(http);
    }
}
