using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Service.Settings;

namespace Service.Storage;

/// <summary>Clients of the storage account and what is kept in it.</summary>
internal static class StorageSetup
{
    /// <summary>The setting that says where storage is; Azure Functions calls it so.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private static readonly TimeSpan LongestReply = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(provider => SettingsOf(provider).Tables(configuration, TableOptions()));
        services.TryAddSingleton(provider => SettingsOf(provider).Blobs(configuration, BlobOptions()));
        services.AddSingleton<EventStore>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<RequestSearch>();
        services.AddSingleton<StaffPreferences>();
        services.AddSingleton<Onlookers>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<NdaRegister>();
        services.AddSingleton<DestructionRegister>();
        services.AddSingleton<PublishedCounts>();
        services.AddSingleton<MailLog>();
        services.AddHostedService<StoragePreparation>();
        return services;
    }

    public static TableClientOptions TableOptions()
    {
        var options = new TableClientOptions();
        Patient(options.Retry);
        return options;
    }

    public static BlobClientOptions BlobOptions()
    {
        var options = new BlobClientOptions();
        Patient(options.Retry);
        return options;
    }

    private static void Patient(Azure.Core.RetryOptions retry) =>
        (retry.MaxRetries, retry.Delay, retry.MaxDelay, retry.NetworkTimeout) = (4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3), LongestReply);

    // Clients are made while the host starts, which may be before it has the settings checked.
    private static StorageSettings SettingsOf(IServiceProvider provider)
    {
        provider.GetService<SettingsCheck>()?.Ensure();
        return StorageSettings.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>().IsDevelopment());
    }
}
