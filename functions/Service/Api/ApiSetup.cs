using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;
using Service.Api.Answers;
using Service.Calendar;
using Service.Policy;
using Service.Reports;
using Service.Reports.Board;

namespace Service.Api;

/// <summary>The HTTP API (contract): one route group a file.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Shape(options.SerializerOptions));
        services.AddOpenApi(OpenApiDocument.Shape);
        return services
            .AddSingleton<RequestAccess>()
            .AddSingleton<RequestActions>()
            .AddSingleton<SlaReport>()
            .AddSingleton<BoardReport>()
            .AddSingleton<PerformanceReport>()
            .AddSingleton<QueueCounts>()
            .AddSingleton<LawEnforcementReport>()
            .AddSingleton<AccountabilityReports>()
            .AddSingleton<DeadlineMoves>()
            .AddSingleton<PolicyPreview>()
            .AddSingleton<DestructionReport>()
            .AddSingleton<OpenRequestsRollout>()
            .AddHostedService<OpenRequestsRollout.AtStart>();
    }

    /// <summary>Headers on every answer, and a problem where something is missing or broken.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<ApiTroubles>();

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api");
        TriageApi.Map(api);
        CatalogApi.Map(api);
        RequestsApi.Map(api);
        QueueApi.Map(api);
        CommandsApi.Map(api);
        FilesApi.Map(api);
        AccessApi.Map(api);
        SlaApi.Map(api);
        ReportsApi.Map(api);
        PerformanceApi.Map(api);
        AuditApi.Map(api);
        ReleaseAuditsApi.Map(api);
        DestructionApi.Map(api);
        AdminApi.Map(api);
        TrainingApi.Map(api);
        RegistersApi.Map(api);
        HealthApi.Map(endpoints);
        endpoints.MapOpenApi();
        endpoints.MapScalarApiReference("/docs", (options, http) => options.DisableDefaultFonts().WithNonce(SecurityHeaders.NonceOf(http)));
        return endpoints;
    }
}
