using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Service.SignIn.Credentials;

namespace Service.Telemetry;

/// <summary>
/// Traces, metrics and logs by OpenTelemetry. They leave only where a destination is set: Application Insights, or any collector that
/// speaks OTLP.
/// </summary>
internal static class TelemetrySetup
{
    /// <summary>Where Application Insights is.</summary>
    public const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>How one signs in to it; with <c>Authorization=AAD</c> by the app's own identity.</summary>
    public const string InsightsSignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Where an OTLP collector is.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.AddSingleton<OfficeMetrics>();
        services.AddSingleton<OpenRequestsMeter>();
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietLogs>();
        var toInsights = configuration[Insights] is { Length: > 0 };
        var toCollector = configuration[Collector] is { Length: > 0 };
        if (!toInsights && !toCollector)
        {
            return services;
        }

        services.AddHostedService(provider => provider.GetRequiredService<OpenRequestsMeter>());
        // Scopes carry the address as it was typed, whatever is logged in them; the span beside the log tells the route.
        services.PostConfigure<OpenTelemetryLoggerOptions>(options => options.IncludeScopes = false);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("data-requests"))
            .WithTracing(traces =>
            {
                // Tidied first, exported then: processors run in the order they are added.
                traces.AddSource(OfficeTraces.SourceName).AddAspNetCoreInstrumentation().AddProcessor(new TidySpans());
                _ = toCollector ? traces.AddOtlpExporter() : traces;
                _ = toInsights ? traces.AddAzureMonitorTraceExporter(ToInsights) : traces;
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(OfficeMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime");
                _ = toCollector ? metrics.AddOtlpExporter() : metrics;
                _ = toInsights ? metrics.AddAzureMonitorMetricExporter(ToInsights) : metrics;
            })
            .WithLogging(
                logs =>
                {
                    _ = toCollector ? logs.AddOtlpExporter() : logs;
                    _ = toInsights ? logs.AddAzureMonitorLogExporter(ToInsights) : logs;
                },
                options => options.IncludeFormattedMessage = true);
        return services;

        void ToInsights(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = configuration[Insights];
            options.Credential = Identity(configuration[InsightsSignIn]);
            // What happens to a request is rare and worth its trace; nothing is sampled away.
            options.SamplingRatio = 1;
        }
    }

    private static TokenCredential? Identity(string? setting)
    {
        var parts = (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase)
            ? AppIdentity.Managed(Array.Find(parts, part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase))?["ClientId=".Length..])
            : null;
    }
}
