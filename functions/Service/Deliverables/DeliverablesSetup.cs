using Microsoft.Extensions.DependencyInjection;
using Service.Deliverables.Comparison;
using Service.Documents;
using Service.Storage;

namespace Service.Deliverables;

/// <summary>Wires what comes in and what goes out as files.</summary>
internal static class DeliverablesSetup
{
    public static IServiceCollection AddDeliverables(this IServiceCollection services) => services
        .AddSingleton<FileStore>()
        .AddSingleton<DocumentDesk>()
        .AddSingleton<ReleasedFigures>()
        .AddSingleton<ReleasedRows>()
        .AddSingleton<KnownReleases>()
        .AddSingleton<EarlierReleases>()
        .AddSingleton<EarlierRowReleases>()
        .AddSingleton<DeliveryComparison>()
        .AddSingleton<ConsentLists>()
        .AddSingleton<DeliverableDesk>()
        .AddSingleton<SuppressionDesk>()
        .AddSingleton<Downloads>()
        .AddSingleton<OrphanedFiles>();
}
