using Microsoft.Extensions.DependencyInjection;

namespace Service.SignIn.Renewal;

/// <summary>Wires new links for those who lost theirs.</summary>
internal static class RenewalSetup
{
    public static IServiceCollection AddLinkRenewals(this IServiceCollection services) => services
        .AddSingleton<RequesterIndex>()
        .AddSingleton<Attempts>()
        .AddSingleton<LinkRenewals>();
}
