namespace Service.Settings;

/// <summary>A setting of the app, as an environment variable or argument.</summary>
/// <param name="Name">As an environment variable; a colon may stand for the two underscores.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Otherwise">What holds without it.</param>
/// <param name="Needed">Who has to give it.</param>
internal sealed record Setting(string Name, string Meaning, string Otherwise, string Needed)
{
    private const string Azure = "in Azure";
    private const string Nobody = "nobody";

    /// <summary>Every setting there is. The README's table is made of these rows.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("ASPNETCORE_ENVIRONMENT", "`Development` (simulated time, mail and sign-in), `Staging` or `Production`. In Azure: `AZURE_FUNCTIONS_ENVIRONMENT`",
            "`Development` on one machine, `Production` in Azure", "who serves others from one machine"),
        new("AzureWebJobsStorage", "Connection string of the storage account", "Azurite on one machine; in Azure the identity below", Nobody),
        new("AzureWebJobsStorage__accountName", "Storage account, reached by the app's identity", "none", Azure),
        new("AzureWebJobsStorage__blobServiceUri", "Address of its blobs, where it does not follow from the name (national clouds)", "follows from the name", Nobody),
        new("AzureWebJobsStorage__tableServiceUri", "The same for tables", "follows from the name", Nobody),
        new("AzureWebJobsStorage__queueServiceUri", "The same for queues, which the Functions host alone uses", "follows from the name", Nobody),
        new("AzureWebJobsStorage__credential", "`managedidentity`", "the app's identity where there is one, else who is signed in on this machine", Azure),
        new("AzureWebJobsStorage__clientId", "Client id of the user-assigned identity", "the system-assigned identity", Azure),
        new("AZURE_CLIENT_ID", "The same for mail", "the system-assigned identity", Azure),
        new("AzureAd__TenantId", "Directory whose people are the staff", "none", "everybody outside Development"),
        new("AzureAd__ClientId", "App registration that staff sign in to", "none", "everybody outside Development"),
        new("AzureAd__Instance", "Where Entra ID is, for national clouds", "`https://login.microsoftonline.com/`", Nobody),
        new("Mail__PublicBaseUrl", "The site as people reach it; links in mail and the return from sign-in begin with it", "its own address in Development",
            "everybody outside Development"),
        new("Mail__GraphBaseUrl", "Microsoft Graph with its version, for national clouds", "`https://graph.microsoft.com/v1.0`", Nobody),
        new("APPLICATIONINSIGHTS_CONNECTION_STRING", "Where traces, metrics and logs go", "nowhere", Azure),
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "`Authorization=AAD`, with `ClientId=…` for a user-assigned identity", "the key in the connection string", Azure),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "A collector that speaks OTLP, as well or instead", "none", Nobody),
    ];
}
