using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Service.Telemetry;

/// <summary>The address of a request as logs may say it: the route it matched, never what was typed.</summary>
internal static class RouteOf
{
    /// <summary>Such as <c>/api/requests/{id}</c>.</summary>
    public static string Request(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none of ours)";
}
