using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Service.Tests.SignIn.Entra;

/// <summary>A sign-in service on this machine that looks like Entra ID from outside: discovery document, keys, and tokens signed with them.</summary>
internal sealed class LocalEntra : IAsyncDisposable
{
    public const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Client = "cccccccc-0000-4000-8000-000000000002";

    private readonly WebApplication app;
    private readonly RsaSecurityKey key = Key("one");

    private LocalEntra(WebApplication app) => this.app = app;

    public static async Task<LocalEntra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var host = builder.Build();
        var entra = new LocalEntra(host);
        host.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = entra.Issuer,
            ["authorization_endpoint"] = $"{entra.Instance}{Tenant}/oauth2/v2.0/authorize",
            ["token_endpoint"] = $"{entra.Instance}{Tenant}/oauth2/v2.0/token",
            ["end_session_endpoint"] = $"{entra.Instance}{Tenant}/oauth2/v2.0/logout",
            ["jwks_uri"] = $"{entra.Instance}{Tenant}/discovery/v2.0/keys",
            ["response_types_supported"] = new[] { "code", "id_token" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        host.MapGet($"/{Tenant}/discovery/v2.0/keys", () =>
        {
            var parameters = entra.key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA", use = "sig", alg = "RS256", kid = entra.key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            });
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return entra;
    }

    public string Instance => $"{app.Urls.First()}/";

    public string Issuer => $"{Instance}{Tenant}/v2.0";

    /// <summary>The arguments that make an app trust it.</summary>
    public string[] Settings => ["--AzureAd:Instance", Instance, "--AzureAd:TenantId", Tenant, "--AzureAd:ClientId", Client];

    /// <summary>A token as Entra issues it for somebody with these roles, changed as a test likes.</summary>
    public string Token(Action<Ticket>? change = null, params string[] roles)
    {
        var ticket = new Ticket { Issuer = Issuer, Key = key, Claims = { ["roles"] = roles } };
        if (roles.Length == 0)
        {
            ticket.Claims.Remove("roles");
        }

        change?.Invoke(ticket);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = ticket.Issuer,
            Audience = ticket.Audience,
            IssuedAt = ticket.From.UtcDateTime,
            NotBefore = ticket.From.UtcDateTime,
            Expires = ticket.Until?.UtcDateTime,
            Claims = ticket.Claims,
            SigningCredentials = ticket.Key is null ? null : new(ticket.Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public static RsaSecurityKey Key(string id) => new(RSA.Create(2048)) { KeyId = id };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>What a token says.</summary>
    internal sealed class Ticket
    {
        public string Issuer { get; set; } = "";
        public string Audience { get; set; } = Client;
        public DateTimeOffset From { get; set; } = DateTimeOffset.UtcNow.AddMinutes(-1);
        public DateTimeOffset? Until { get; set; } = DateTimeOffset.UtcNow.AddMinutes(30);
        public RsaSecurityKey? Key { get; set; }
        public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal)
        {
            ["ver"] = "2.0",
            ["tid"] = Tenant,
            ["oid"] = "dddddddd-0000-4000-8000-000000000003",
            ["sub"] = "subject",
            ["name"] = "Ana Lyst",
            ["preferred_username"] = "ana.lyst@district.example",
            ["scp"] = "access_as_user",
        };
    }
}
