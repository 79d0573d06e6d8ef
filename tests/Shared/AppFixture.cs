using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Local;
using Microsoft.AspNetCore.Builder;

namespace Shared;

/// <summary>
/// The real app, in this process, on a free port and an empty storage, its clock standing at the start of a business day. One
/// for a test class: <c>IClassFixture&lt;AppFixture&gt;</c>.
/// </summary>
public sealed class AppFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>The clock at the start: a Monday without holidays near, nine in the morning.</summary>
    public const string Start = "2026-03-02T09:00:00-05:00";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private WebApplication? app;

    /// <summary>Settings of its own, as arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Where its storage is.</summary>
    public string Storage { get; init; } = azurite.NewStorage();

    /// <summary>Where it serves.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Somebody without any sign-in; redirects are not followed.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>What it is made of, for looking behind the scenes.</summary>
    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        await SetClockAsync(Start);
    }

    /// <summary>Stops it and starts it again on the same storage, at another address.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>A client signed in with these roles, named <c>Analyst</c>, <c>Approver</c> or <c>Administrator</c>.</summary>
    public async Task<HttpClient> StaffAsync(string name, params string[] roles)
    {
        using var answer = await Client.PostAsJsonAsync("/dev/sign-in", new { name, roles });
        answer.EnsureSuccessStatusCode();
        return WithToken((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!);
    }

    /// <summary>A client that sends this token: a requester's, or one of the staff.</summary>
    public HttpClient WithToken(string token)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Lets time pass, an ISO 8601 duration such as P3D; what becomes due on the way has happened when it returns.</summary>
    public Task AdvanceAsync(string duration) => MoveAsync(new { advance = duration });

    /// <summary>Sets the clock to a time with its offset.</summary>
    public Task SetClockAsync(string time) => MoveAsync(new { set = time });

    /// <summary>Every e-mail to this address, newest first, as the contract shows it.</summary>
    public async Task<IReadOnlyList<JsonElement>> MailboxAsync(string to) =>
        await Client.GetFromJsonAsync<List<JsonElement>>($"/dev/mailbox?to={Uri.EscapeDataString(to)}") ?? [];

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
    }

    private async Task StartAsync()
    {
        app = LocalApp.Build(["--urls", "http://127.0.0.1:0", .. Arguments], Storage);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        Client.Dispose();
        Client = NewClient();
    }

    private async Task StopAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    private async Task MoveAsync(object move)
    {
        using var answer = await Client.PostAsJsonAsync("/dev/clock", move);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = Patience };
}
