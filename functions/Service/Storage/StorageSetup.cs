using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Service.Storage;

/// <summary>Clients of the storage account and what is kept in it.</summary>
internal static class StorageSetup
{
    /// <summary>The setting that says where storage is; Azure Functions calls it so.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private static readonly TimeSpan LongestReply = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => new TableServiceClient(ConnectionString(configuration), TableOptions()));
        services.TryAddSingleton(_ => new BlobServiceClient(ConnectionString(configuration), BlobOptions()));
        services.AddSingleton<EventStore>();
        services.AddSingleton<OpenRequests>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<NdaRegister>();
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

    private static string ConnectionString(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } setting
            ? setting
            : throw new InvalidOperationException($"The setting {Setting} is missing: give it the connection string of a storage account.");
}
