using Microsoft.Extensions.DependencyInjection;

namespace Service.Policy;

/// <summary>Wires policy and catalogue.</summary>
internal static class PolicySetup
{
    public static IServiceCollection AddPolicy(this IServiceCollection services) => services
        .AddSingleton<PolicyStore>()
        .AddSingleton(CatalogueFile.Shipped);
}
