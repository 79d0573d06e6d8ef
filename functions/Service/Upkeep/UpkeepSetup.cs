using Microsoft.Extensions.DependencyInjection;
using Service.Engine;

namespace Service.Upkeep;

/// <summary>Wires what keeps the office running: the sweep and the daily digest.</summary>
internal static class UpkeepSetup
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddSingleton<OnceADay>()
        .AddSingleton<LastTimes>()
        .AddSingleton<DigestReport>()
        .AddSingleton<DigestWork>()
        .AddSingleton<IOfficeWork>(provider => provider.GetRequiredService<DigestWork>())
        .AddSingleton<VerificationDesk>()
        .AddSingleton<Sweep>();
}
