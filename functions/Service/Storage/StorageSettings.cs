using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Service.SignIn.Credentials;

namespace Service.Storage;

/// <summary>
/// Where storage is and how the app signs in to it: by a connection string, or by the app's own identity. The settings are those that
/// the Functions host reads for itself, so that both always speak of the same account.
/// </summary>
/// <param name="ConnectionString">Null where the app's identity is used.</param>
/// <param name="Account">The account's name, where its addresses follow from it.</param>
/// <param name="BlobService">Where blobs are, where that is set itself.</param>
/// <param name="TableService">Where tables are, where that is set itself.</param>
internal sealed record StorageSettings(string? ConnectionString, string? Account, string? BlobService, string? TableService)
{
    /// <summary>What Azurite on its usual ports is called.</summary>
    public const string OnThisMachine = "UseDevelopmentStorage=true";

    /// <summary>What is set; Azurite where nothing is and this is Development.</summary>
    public static StorageSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(StorageSetup.Setting);
        var read = new StorageSettings(Text(section.Value), Text(section["accountName"]), Text(section["blobServiceUri"]), Text(section["tableServiceUri"]));
        return read is { ConnectionString: null, ByIdentity: false } && isDevelopment ? read with { ConnectionString = OnThisMachine } : read;

        static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>The app's identity is used.</summary>
    public bool ByIdentity => Account is not null || BlobService is not null || TableService is not null;

    /// <summary>The client of its tables.</summary>
    public TableServiceClient Tables(IConfiguration configuration, TableClientOptions options) => ConnectionString is { } connection
        ? new(connection, options)
        : new(new Uri(TableService ?? $"https://{Account}.table.core.windows.net"), Credential(configuration), options);

    /// <summary>The client of its blobs.</summary>
    public BlobServiceClient Blobs(IConfiguration configuration, BlobClientOptions options) => ConnectionString is { } connection
        ? new(connection, options)
        : new(new Uri(BlobService ?? $"https://{Account}.blob.core.windows.net"), Credential(configuration), options);

    private static TokenCredential Credential(IConfiguration configuration)
    {
        var section = configuration.GetSection(StorageSetup.Setting);
        return section["credential"] is { Length: > 0 } ? AppIdentity.Managed(section["clientId"]) : AppIdentity.Of(configuration);
    }
}
