using Microsoft.Extensions.DependencyInjection;

namespace Service.Disclosures;

internal static class DisclosuresSetup
{
    /// <summary>Adds the disclosure ledger. Needs the table and blob service clients and data protection.</summary>
    public static IServiceCollection AddDisclosures(this IServiceCollection services) =>
        services.AddSingleton<StudentLookup>().AddSingleton<DisclosureLedger>();
}
