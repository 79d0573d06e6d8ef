using Microsoft.Extensions.DependencyInjection;

namespace Service.Policy;

/// <summary>Wires the policy.</summary>
internal static class PolicySetup
{
    public static IServiceCollection AddPolicy(this IServiceCollection services) => services
        .AddSingleton<PolicyStore>();
}
