using Microsoft.Extensions.Configuration;

namespace Service.SignIn.Entra;

/// <summary>The directory whose people are the staff, and the app registration they sign in to.</summary>
/// <param name="Instance">Where Entra is, with a slash at the end.</param>
/// <param name="TenantId">The directory.</param>
/// <param name="ClientId">The app registration.</param>
internal sealed record EntraSettings(string Instance, string TenantId, string ClientId)
{
    /// <summary>The section of the settings; its names are those that Microsoft.Identity.Web uses.</summary>
    public const string Section = "AzureAd";

    /// <summary>Where Entra is, outside national clouds.</summary>
    public const string PublicInstance = "https://login.microsoftonline.com/";

    /// <summary>What is set; null where neither directory nor registration is.</summary>
    public static EntraSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var instance = section["Instance"] is { Length: > 0 } set ? set : PublicInstance;
        return (section["TenantId"], section["ClientId"]) is ({ Length: > 0 } tenant, { Length: > 0 } client)
            ? new($"{instance.TrimEnd('/')}/", tenant, client)
            : null;
    }

    /// <summary>Who may have issued a token: this directory alone, in the newer and the older form of its name.</summary>
    public IReadOnlyList<string> Issuers => [$"{Instance}{TenantId}/v2.0", $"https://sts.windows.net/{TenantId}/"];

    /// <summary>Whom a token may be for: this registration, by its id or by its address as an API.</summary>
    public IReadOnlyList<string> Audiences => [ClientId, $"api://{ClientId}"];

    /// <summary>Only a provider on this very machine may be reached without TLS.</summary>
    public bool NeedsTls => !new Uri(Instance).IsLoopback;
}
