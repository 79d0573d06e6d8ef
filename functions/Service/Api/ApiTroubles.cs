using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Service.Api.Answers;
using Service.Telemetry;

namespace Service.Api;

/// <summary>Gives callers of the API a problem, not an empty answer, where something is missing or broken. Pages have their own way.</summary>
internal sealed partial class ApiTroubles(RequestDelegate next, ILogger<ApiTroubles> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted && Answer(http, fault) is not null)
        {
            http.Response.Clear();
            await Answer(http, fault)!.ExecuteAsync(http);
            return;
        }

        if (!http.Response.HasStarted && http.Response is { ContentType: null, ContentLength: null or 0, StatusCode: >= 400 and var status })
        {
            await Empty(status).ExecuteAsync(http);
        }
    }

    /// <summary>The answer to a fault; null where nobody waits for one.</summary>
    private IResult? Answer(HttpContext http, Exception fault)
    {
        switch (fault)
        {
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                return null;
            // A body that is too large, breaks off or is not HTTP.
            case BadHttpRequestException bad:
                return Problems.BadInput("body", bad.Message);
            case RequestFailedException or TimeoutException or AggregateException { InnerException: RequestFailedException }:
                Log.StorageFailed(log, http.Request.Method, RouteOf.Request(http), fault);
                return Problems.Unavailable("The storage behind this service does not answer as it should; try again in a moment.");
            default:
                Log.Failed(log, http.Request.Method, RouteOf.Request(http), fault);
                return Problems.Of(new Problem(500, "Our fault", "Something is wrong on our side; it is on record."));
        }
    }

    private static IResult Empty(int status) => status switch
    {
        404 => Problems.NotFound(),
        405 => Problems.Of(new Problem(405, "Method not allowed", "This address does not take that method.")),
        413 => Problems.BadInput("body", "The body is too large."),
        _ => Problems.Of(new Problem(status, "Not possible", "The request cannot be answered.")),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Storage failed at {Method} {Route}")]
        public static partial void StorageFailed(ILogger log, string method, string route, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "{Method} {Route} failed")]
        public static partial void Failed(ILogger log, string method, string route, Exception fault);
    }
}
