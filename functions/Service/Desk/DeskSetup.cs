using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Service.Desk;

/// <summary>Wires the desk.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<OverdueReceivers>()
            .AddSingleton<Routes>()
            .AddSingleton<CurrentCircumstances>()
            .AddSingleton<CommandExecutor>()
            .AddSingleton<RequestDesk>();
    }
}
