using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Service.Mail;

/// <summary>
/// Where mail goes and what its links point to: <c>Mail:GraphBaseUrl</c> and <c>Mail:PublicBaseUrl</c>. In Development both may be
/// left out; they are then the app's own address, known once it listens, which is why they are read on first use.
/// </summary>
/// <param name="GraphBaseUrl">The Graph service, with its version.</param>
/// <param name="PublicBaseUrl">The site as its readers reach it.</param>
/// <param name="NeedsCredential">False only for the local endpoint of Development.</param>
internal sealed record MailSettings(string GraphBaseUrl, string PublicBaseUrl, bool NeedsCredential)
{
    public static MailSettings Read(IServiceProvider services, IConfiguration configuration)
    {
        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        return new(
            Address("Mail:GraphBaseUrl", () => isDevelopment ? $"{OwnAddress(services)}/dev/graph/v1.0" : "https://graph.microsoft.com/v1.0"),
            Address("Mail:PublicBaseUrl", () => isDevelopment ? OwnAddress(services) : null),
            NeedsCredential: !isDevelopment);

        string Address(string key, Func<string?> otherwise)
        {
            var value = configuration[key] is { Length: > 0 } set ? set : otherwise();
            return Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? value.TrimEnd('/')
                : throw new InvalidOperationException($"The setting {key} must be an absolute http or https address; it is \"{value}\".");
        }
    }

    private static string OwnAddress(IServiceProvider services)
    {
        var listening = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new MailDelayedException("The app does not listen yet, so its own mail endpoint cannot be reached.");
        return listening
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
            .Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
            .TrimEnd('/');
    }
}
