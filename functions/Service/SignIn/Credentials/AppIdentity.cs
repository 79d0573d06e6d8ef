using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Service.SignIn.Credentials;

/// <summary>Who the app itself is to storage, mail and telemetry. In Azure that is its managed identity: there is no secret to keep.</summary>
internal static class AppIdentity
{
    /// <summary>The client id of a user-assigned identity, as Azure's own libraries read it; the system-assigned one without it.</summary>
    public const string ClientId = "AZURE_CLIENT_ID";

    /// <summary>A managed identity: the user-assigned one with this client id, or the system-assigned one.</summary>
    public static TokenCredential Managed(string? clientId) => new ManagedIdentityCredential(
        string.IsNullOrWhiteSpace(clientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));

    /// <summary>
    /// The app's identity where nothing says which: the managed one where Azure offers one or a client id is set, else whoever is signed
    /// in on this machine, for a try from a desk.
    /// </summary>
    public static TokenCredential Of(IConfiguration configuration) =>
        configuration[ClientId] is { Length: > 0 } || configuration["IDENTITY_ENDPOINT"] is { Length: > 0 }
            ? Managed(configuration[ClientId])
            : new DefaultAzureCredential();
}
