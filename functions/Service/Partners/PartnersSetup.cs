using Azure.Storage.Blobs;
using Core.Partners;
using Microsoft.Extensions.DependencyInjection;
using Service.Registers;

namespace Service.Partners;

/// <summary>Wires the registers of partners and research approvals.</summary>
internal static class PartnersSetup
{
    public static IServiceCollection AddPartners(this IServiceCollection services) => services
        .AddSingleton(provider => new RegisterDesk<Partner>(provider.GetRequiredService<BlobServiceClient>(), PartnerKinds.Partners))
        .AddSingleton(provider => new RegisterDesk<ResearchApproval>(provider.GetRequiredService<BlobServiceClient>(), PartnerKinds.Approvals))
        .AddSingleton<IRegisterDesk>(provider => provider.GetRequiredService<RegisterDesk<Partner>>())
        .AddSingleton<IRegisterDesk>(provider => provider.GetRequiredService<RegisterDesk<ResearchApproval>>())
        .AddSingleton<PartnerLookup>();
}
