using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Service.Telemetry;

namespace Service.Portal.Layout;

/// <summary>Gives people a page, not a code, where something is missing or broken. The API has its own way.</summary>
internal sealed partial class TroublePages(RequestDelegate next, ILogger<TroublePages> log)
{
    private static readonly PathString[] NotPages = ["/api", "/openapi", "/docs", "/healthz", "/assets", "/dev"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (Array.Exists(NotPages, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await SayAsync(http, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Trouble.TooLarge : Trouble.NotFound, bad.StatusCode);
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Log.PageFailed(log, http.Request.Method, RouteOf.Request(http), fault);
            await SayAsync(http, Trouble.NotWorking, StatusCodes.Status500InternalServerError);
        }

        if (!http.Response.HasStarted && http.Response is { ContentType: null, ContentLength: null, StatusCode: 404 or 405 })
        {
            await SayAsync(http, Trouble.NotFound, http.Response.StatusCode);
        }
    }

    // In a scope of its own: the renderer of the page that failed may be in any state.
    private static async Task SayAsync(HttpContext http, Trouble.Saying saying, int status)
    {
        http.Response.Clear();
        http.Response.Headers.CacheControl = "no-store";
        var before = http.RequestServices;
        await using var scope = before.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Page.Of<Trouble>(await FrameAsync(http), saying, status).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = before;
        }
    }

    private static async Task<Frame> FrameAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<FrameSource>().ForAsync(http);
        }
        catch (Exception)
        {
            // Storage may be what is broken: the page that says so must not need it.
            return Frame.Bare(http.Request.Path);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Page {Method} {Route} failed")]
        public static partial void PageFailed(ILogger log, string method, string route, Exception fault);
    }
}
