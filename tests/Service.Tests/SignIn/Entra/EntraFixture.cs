using Local;
using Microsoft.AspNetCore.Builder;
using Shared;

namespace Service.Tests.SignIn.Entra;

/// <summary>The app as it is in Production, with its staff in a directory on this machine.</summary>
public sealed class EntraFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    private LocalEntra? entra;
    private WebApplication? app;

    internal LocalEntra Entra => entra!;

    public Uri Address => new(app!.Urls.First());

    public async ValueTask InitializeAsync()
    {
        entra = await LocalEntra.StartAsync();
        app = LocalApp.Build(
            ["--environment", "Production", "--urls", "http://127.0.0.1:0", "--Mail:PublicBaseUrl", "https://requests.district.example", .. entra.Settings],
            azurite.NewStorage());
        await app.StartAsync();
    }

    /// <summary>A client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Client(string? bearer = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (bearer is not null)
        {
            client.DefaultRequestHeaders.Add("Authorization", $"Bearer {bearer}");
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (entra is not null)
        {
            await entra.DisposeAsync();
        }
    }
}
