using Microsoft.Extensions.DependencyInjection;

namespace Service.PublishedData;

/// <summary>Wires the catalogue of published datasets.</summary>
internal static class CatalogueSetup
{
    public static IServiceCollection AddPublishedData(this IServiceCollection services) => services
        .AddSingleton<CatalogueStore>()
        .AddSingleton<CatalogueCounts>();
}
