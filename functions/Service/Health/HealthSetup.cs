using Microsoft.Extensions.DependencyInjection;

namespace Service.Health;

/// <summary>Wires what tells administrators how the office is.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<FailedSteps>()
        .AddSingleton<HealthReport>()
        .AddSingleton<AttentionReport>();
}
