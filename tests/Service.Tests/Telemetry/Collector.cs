using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Service.Tests.Telemetry;

/// <summary>A collector on this machine that keeps all telemetry as it came, byte for byte: texts stand in it as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = [];

    private Collector(WebApplication app) => this.app = app;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var host = builder.Build();
        var collector = new Collector(host);
        host.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.received.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>The arguments that have an app send everything here, and log as much as anybody could ask for.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "--OTEL_EXPORTER_OTLP_ENDPOINT", app.Urls.First(), "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
        "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore", "Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace", "--Logging:OpenTelemetry:LogLevel:Default", "Trace",
        "--Logging:OpenTelemetry:LogLevel:Microsoft", "Trace", "--Logging:OpenTelemetry:IncludeScopes", "true",
        "--Logging:Console:LogLevel:Default", "None",
    ];

    /// <summary>All that came of one signal: traces, metrics or logs.</summary>
    public string Of(string signal) => string.Concat(received.Where(one => one.Signal == signal).Select(one => Encoding.UTF8.GetString(one.Body)));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
