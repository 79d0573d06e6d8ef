namespace Local.Dev;

/// <summary>What exists in Development alone: the clock, the mailbox, signing in without a password.</summary>
internal static class DevSetup
{
    public static IServiceCollection AddDev(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapDev(this IEndpointRouteBuilder endpoints) => endpoints;
}
