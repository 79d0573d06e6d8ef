using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Local;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Routing;
using Service.SignIn;
using Service.SignIn.Entra;
using Service.Tests.SignIn.Entra;
using Service.Tests.Api;
using Shared;

namespace Service.Tests.SignIn;

/// <summary>What makes trying the product easy does not exist where it is used in earnest, even on the same storage with the same keys.</summary>
public sealed class DevelopmentOnlyTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<WebApplication> StartAsync(string storage, string environment)
    {
        var app = LocalApp.Build(
            ["--environment", environment, "--urls", "http://127.0.0.1:0", "--Mail:PublicBaseUrl", "https://requests.district.example",
                "--AzureAd:TenantId", LocalEntra.Tenant, "--AzureAd:ClientId", LocalEntra.Client], storage);
        await app.StartAsync(Cancel);
        return app;
    }

    private static HttpClient Client(WebApplication app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.First()) };

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Tokens_and_cookies_of_Development_open_nothing_elsewhere(string environment)
    {
        var storage = azurite.NewStorage();
        string token, cookie;
        await using (var development = await StartAsync(storage, "Development"))
        {
            using var there = Client(development);
            using var signedIn = await there.PostAsJsonAsync("/dev/sign-in", new { name = "Ana Lyst", roles = new[] { "Analyst", "Administrator" } }, Cancel);
            token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
            (await WithAsync(there, "Authorization", $"Bearer {token}")).ShouldBe(HttpStatusCode.OK);

            // As the form does it.
            await using var scope = development.Services.CreateAsyncScope();
            var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
            await http.SignInAsync(StaffSignIn.CookieScheme, StaffClaims.Principal(new("Ana Lyst", [Core.Requests.StaffRole.Analyst]), StaffSignIn.CookieScheme));
            cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];
            (await WithAsync(there, "Cookie", cookie)).ShouldBe(HttpStatusCode.OK);
            await development.StopAsync(Cancel);
        }

        await using var app = await StartAsync(storage, environment);
        using var here = Client(app);
        (await WithAsync(here, "Authorization", $"Bearer {token}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await WithAsync(here, "Cookie", cookie)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nothing_under_dev_is_there()
    {
        await using var app = await StartAsync(azurite.NewStorage(), "Production");
        using var client = Client(app);
        foreach (var path in new[] { "/dev", "/dev/", "/dev/clock", "/dev/mailbox", "/dev/letters", "/dev/letters/Confirmation/en", "/dev/sign-in", "/dev/graph/v1.0/users/a/sendMail", "/DEV/Clock" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put })
            {
                using var message = new HttpRequestMessage(method, path);
                message.Content = method == HttpMethod.Get ? null : JsonContent.Create(new { name = "Ana", roles = new[] { "Analyst" }, advance = "P1D" });
                (await client.SendAsync(message, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
            }
        }

        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText ?? "").Where(route => route.TrimStart('/').StartsWith("dev", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_nothing_that_would_issue_or_take_such_a_token()
    {
        await using var app = await StartAsync(azurite.NewStorage(), "Production");
        app.Services.GetService<StaffTokens>().ShouldBeNull();
        app.Services.GetService<Local.Dev.DevelopmentMailbox>().ShouldBeNull();
        app.Services.GetService<Local.Dev.SimulatedClock>().ShouldBeNull();
        var schemes = await app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        schemes.Select(scheme => scheme.Name).ShouldBe(
            ["staff", BearerHandler.Scheme, StaffSignIn.CookieScheme, EntraSignIn.BearerScheme, EntraSignIn.PagesScheme], ignoreOrder: true);
    }

    private static async Task<Answer> WithAsync(HttpClient client, string header, string value)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "/api/queue");
        message.Headers.Add(header, value);
        return await client.CallAsync(message);
    }
}
