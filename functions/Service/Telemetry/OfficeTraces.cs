using System.Diagnostics;

namespace Service.Telemetry;

/// <summary>Spans of our own: what a command or a wake-up of a request took. They carry the request's id and kinds, never words.</summary>
internal static class OfficeTraces
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "DataRequests";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts a span about a request; null where nobody listens.</summary>
    /// <param name="what">What is done: "command", "advance", "effect".</param>
    /// <param name="kind">The command's or effect's type; null where there is none.</param>
    public static Activity? Start(string what, string requestId, string? kind = null)
    {
        var span = Source.StartActivity(kind is null ? what : $"{what} {kind}");
        span?.SetTag("request.id", requestId);
        return span;
    }
}
