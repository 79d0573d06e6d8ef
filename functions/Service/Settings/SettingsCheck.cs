using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Service.SignIn.Entra;
using Service.Storage;
using Service.Telemetry;

namespace Service.Settings;

/// <summary>Stands for all settings, so that the host has them checked before it starts anything.</summary>
internal sealed class CheckedSettings;

/// <summary>
/// Checks the settings at start. Whatever is missing or wrong is said at once, a line each, with the setting's name and what to do; no
/// line repeats a value that may be a secret.
/// </summary>
internal sealed partial class SettingsCheck(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<CheckedSettings>
{
    private static readonly string[] Environments = ["Development", "Staging", "Production"];

    // Settings by which other apps are given secrets; ours needs none of them.
    private static readonly string[] Secrets =
        ["AzureAd__ClientSecret", "AzureAd__ClientCertificates__0__Base64EncodedValue", "AZURE_CLIENT_SECRET", "AZURE_PASSWORD"];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CheckedSettings options)
    {
        Ensure();
        return ValidateOptionsResult.Success;
    }

    /// <summary>Throws where anything is wrong.</summary>
    /// <exception cref="SettingsException">All that is wrong.</exception>
    public void Ensure()
    {
        if (Problems(configuration, environment.EnvironmentName) is { Count: > 0 } problems)
        {
            throw new SettingsException(problems);
        }
    }

    /// <summary>All that is wrong, a line each.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration, string environment)
    {
        var isDevelopment = environment == "Development";
        return
        [
            .. Environment(configuration, environment), .. Storage(configuration, isDevelopment), .. Entra(configuration, isDevelopment),
            .. Mail(configuration, isDevelopment), .. Telemetry(configuration),
            .. Secrets.Where(secret => Value(configuration, secret) is not null).Select(secret => $"{secret}: this app needs no secret; take it out of the settings."),
        ];
    }

    private static IEnumerable<string> Environment(IConfiguration configuration, string environment)
    {
        if (!Environments.Contains(environment, StringComparer.Ordinal))
        {
            yield return $"ASPNETCORE_ENVIRONMENT (AZURE_FUNCTIONS_ENVIRONMENT in Azure): \"{environment}\" is unknown; use {string.Join(", ", Environments)}.";
        }
        else if (environment == "Development" && Value(configuration, "WEBSITE_INSTANCE_ID") is not null)
        {
            yield return "AZURE_FUNCTIONS_ENVIRONMENT: Development lets anybody sign in and is for one machine alone; use Staging or Production in Azure.";
        }
    }

    private static IEnumerable<string> Storage(IConfiguration configuration, bool isDevelopment)
    {
        var settings = StorageSettings.Read(configuration, isDevelopment);
        if (settings is { ConnectionString: not null, ByIdentity: true })
        {
            yield return "AzureWebJobsStorage: both a connection string and an account by name or address are set; take one of them out.";
        }
        else if (settings is { ConnectionString: { } connection } && !IsConnectionString(connection))
        {
            yield return "AzureWebJobsStorage: this is not the connection string of a storage account with blobs and tables; copy it anew.";
        }
        else if (settings is { ConnectionString: null, ByIdentity: false })
        {
            yield return "AzureWebJobsStorage__accountName: it is missing; give the name of the storage account (or AzureWebJobsStorage, its connection string).";
        }

        if (settings.Account is { } account && !AccountName().IsMatch(account))
        {
            yield return $"AzureWebJobsStorage__accountName: \"{account}\" is not the name of a storage account; it has 3 to 24 small letters and digits.";
        }
        else if (settings is { Account: null, BlobService: null, TableService: not null } or { Account: null, TableService: null, BlobService: not null })
        {
            yield return "AzureWebJobsStorage__blobServiceUri, AzureWebJobsStorage__tableServiceUri: one is missing; give both, or AzureWebJobsStorage__accountName.";
        }

        string[] addresses = ["AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__tableServiceUri", "AzureWebJobsStorage__queueServiceUri"];
        foreach (var wrong in addresses.Select(address => Address(configuration, address)).OfType<string>())
        {
            yield return wrong;
        }

        if (Value(configuration, "AzureWebJobsStorage__credential") is { } credential && !credential.Equals("managedidentity", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"AzureWebJobsStorage__credential: \"{credential}\" is unknown; use managedidentity, or leave it out.";
        }

        foreach (var wrong in Guids(configuration, "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID"))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Entra(IConfiguration configuration, bool isDevelopment)
    {
        string[] both = ["AzureAd__TenantId", "AzureAd__ClientId"];
        var given = both.Where(one => Value(configuration, one) is not null).ToList();
        if (given.Count < both.Length && (given.Count > 0 || !isDevelopment))
        {
            foreach (var missing in both.Except(given, StringComparer.Ordinal))
            {
                yield return $"{missing}: it is missing; give {(missing == both[0] ? "the directory (tenant) id" : "the application (client) id of the app registration")}, so that staff can sign in.";
            }
        }

        foreach (var wrong in Guids(configuration, [.. both]).Append(Address(configuration, "AzureAd__Instance")).OfType<string>())
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Mail(IConfiguration configuration, bool isDevelopment)
    {
        const string site = "Mail__PublicBaseUrl";
        if (Value(configuration, site) is null && !isDevelopment)
        {
            yield return $"{site}: it is missing; give the address of the site as people reach it, such as https://datarequests.district.example.";
        }

        foreach (var wrong in new[] { Address(configuration, site, isDevelopment), Address(configuration, "Mail__GraphBaseUrl", isDevelopment) }.OfType<string>())
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Telemetry(IConfiguration configuration)
    {
        if (Value(configuration, TelemetrySetup.Insights) is { } insights && !insights.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{TelemetrySetup.Insights}: this is not the connection string of an Application Insights resource; copy it anew.";
        }

        if (Value(configuration, TelemetrySetup.Collector) is not null && Address(configuration, TelemetrySetup.Collector, mayBeOpen: true) is { } wrong)
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Guids(IConfiguration configuration, params string[] names) =>
        names.Where(name => Value(configuration, name) is { } value && !Guid.TryParseExact(value, "D", out _))
            .Select(name => $"{name}: \"{Value(configuration, name)}\" is not an id such as 11111111-2222-3333-4444-555555555555.");

    /// <summary>What is wrong with an address; null where nothing is, or it is not set.</summary>
    /// <param name="mayBeOpen">It may be reached without TLS; what is on this very machine always may.</param>
    private static string? Address(IConfiguration configuration, string name, bool mayBeOpen = false) => Value(configuration, name) switch
    {
        null => null,
        var value when !Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0 =>
            $"{name}: this is not an address such as https://site.example; it begins with https:// and has neither ? nor # nor a name with @.",
        var value when new Uri(value) is { Scheme: "http", IsLoopback: false } && !mayBeOpen => $"{name}: the address must begin with https://.",
        _ => null,
    };

    private static bool IsConnectionString(string connection)
    {
        try
        {
            return new TableServiceClient(connection).Uri is not null && new BlobServiceClient(connection).Uri is not null;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Value(IConfiguration configuration, string name) =>
        configuration[name.Replace("__", ":", StringComparison.Ordinal)] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    [GeneratedRegex("^[a-z0-9]{3,24}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();
}
