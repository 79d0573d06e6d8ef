using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Service.Settings;

/// <summary>Wires the check of the settings.</summary>
internal static class SettingsSetup
{
    public static IServiceCollection AddSettingsCheck(this IServiceCollection services)
    {
        services.AddSingleton<SettingsCheck>();
        services.AddSingleton<IValidateOptions<CheckedSettings>>(provider => provider.GetRequiredService<SettingsCheck>());
        services.AddOptions<CheckedSettings>().ValidateOnStart();
        return services;
    }

    /// <summary>
    /// Whether the host runs in Development, known while services are added: what must not exist elsewhere is not even added there. A
    /// host that does not say is not in Development.
    /// </summary>
    public static bool IsDevelopment(this IServiceCollection services) =>
        services.LastOrDefault(service => service.ServiceType == typeof(IHostEnvironment))?.ImplementationInstance is IHostEnvironment environment
        && environment.IsDevelopment();
}
