using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Service.SignIn.Credentials;

namespace Service.Mail;

/// <summary>Wires mail.</summary>
internal static class MailServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Adds <see cref="Mailer"/>. Settings are in <see cref="MailSettings"/>.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => Once(() => MailSettings.Read(provider, configuration)))
        .AddSingleton(provider => new GraphMail(
            Once(() => Connect(provider.GetRequiredService<Lazy<MailSettings>>().Value, configuration)), Patience))
        .AddSingleton<Mailer>();

    internal static GraphServiceClient Connect(MailSettings settings, IConfiguration configuration)
    {
        var http = GraphClientFactory.Create(finalHandler: new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10) });
        return new(http, settings.NeedsCredential ? Credential(settings, configuration) : new AnonymousAuthenticationProvider(), settings.GraphBaseUrl);
    }

    // A failure is not remembered: an app that does not listen yet may do so on the next try.
    private static Lazy<T> Once<T>(Func<T> make) => new(make, LazyThreadSafetyMode.PublicationOnly);

    private static AzureIdentityAuthenticationProvider Credential(MailSettings settings, IConfiguration configuration)
    {
        var service = new Uri(settings.GraphBaseUrl);
        return new(AppIdentity.Of(configuration), [service.Host], scopes: [$"{service.GetLeftPart(UriPartial.Authority)}/.default"]);
    }
}
