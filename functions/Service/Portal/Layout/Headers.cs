using Microsoft.AspNetCore.Http;

namespace Service.Portal.Layout;

/// <summary>What browsers are told about every page.</summary>
internal static class Headers
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Nothing from elsewhere, no framing, no address in referrers (a first link carries the requester's key), nothing kept.</summary>
    public static void Set(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
