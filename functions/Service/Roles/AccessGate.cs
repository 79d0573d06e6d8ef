using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Service.Api;
using Service.Api.Answers;
using Service.Portal.Analyst;
using Service.Portal.Layout;
using Service.SignIn;

namespace Service.Roles;

/// <summary>
/// Lets nobody come to an address whom the table does not name: one place for pages and API. What the table cannot know, whether
/// somebody holds the secret of a request, is judged where the request is opened.
/// </summary>
internal sealed partial class AccessGate(RequestDelegate next, FrameSource frames, ILogger<AccessGate> logger)
{
    private readonly ConcurrentDictionary<Endpoint, AccessRow?> rows = new();

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(http);
            return;
        }

        if (rows.GetOrAdd(endpoint, RowOf) is not { } row)
        {
            Log.NoRow(logger, MethodOf(endpoint), endpoint.RoutePattern.RawText);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var staff = StaffSignIn.Of(http.User);
        if (row.LetsIn(staff))
        {
            await next(http);
            return;
        }

        var isSignedIn = staff is not null;
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await (isSignedIn ? Problems.Forbidden() : await NotStaffAsync(http)).ExecuteAsync(http);
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        var frame = await frames.ForAsync(http);
        await (isSignedIn
            ? Page.Of<Trouble>(frame, Trouble.NotAllowed, StatusCodes.Status403Forbidden)
            : Page.Of<SignInFirst>(frame, status: StatusCodes.Status401Unauthorized)).ExecuteAsync(http);
    }

    /// <summary>Whoever holds the secret of the request that is named is known, though not as staff; nobody else is.</summary>
    private static async Task<IResult> NotStaffAsync(HttpContext http) =>
        http.GetRouteValue("id") is string id
            ? await http.RequestServices.GetRequiredService<RequestAccess>().OpenToStaffAsync(http, id, http.RequestAborted) is Access.Denied denied
                ? denied.Answer
                : Problems.Forbidden()
            : Problems.NotSignedIn();

    /// <summary>The method of an endpoint; a star where it takes any.</summary>
    public static string MethodOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is [var method, ..] ? method : "*";

    private static AccessRow? RowOf(Endpoint endpoint) =>
        AccessTable.Find(MethodOf(endpoint), ((RouteEndpoint)endpoint).RoutePattern.RawText ?? "");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} has no row in the table of who may do what, so it is closed to everybody.")]
        public static partial void NoRow(ILogger logger, string method, string? route);
    }
}
