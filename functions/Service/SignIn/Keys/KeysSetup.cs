using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Service.SignIn.Keys;

/// <summary>The product's secrets: the keys of Data Protection, and the server key that access tokens are made with.</summary>
internal static class KeysSetup
{
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("data-requests");
        services.AddSingleton<BlobKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<BlobKeyRepository>()));
        services.AddSingleton<ServerKey>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<DownloadCodes>();
        return services;
    }
}
