using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Service.Api.Answers;

namespace Service.SignIn;

/// <summary>Nothing to set.</summary>
internal sealed class BearerOptions : AuthenticationSchemeOptions;

/// <summary>
/// Answers for bearer tokens that are not Entra's. In Development it knows staff by the token of the development sign-in. A requester's token is no sign-in: it opens one request, which only the route names,
/// so whoever opens that request looks at it.
/// </summary>
internal sealed class BearerHandler(
    IOptionsMonitor<BearerOptions> options, ILoggerFactory logging, UrlEncoder encoder, StaffTokens? tokens = null)
    : AuthenticationHandler<BearerOptions>(options, logging, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public new const string Scheme = "staff-bearer";

    private const string Prefix = "Bearer ";

    /// <summary>The bearer token of a request; null where it has none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && header[Prefix.Length..].Trim() is { Length: > 0 } token
            ? token
            : null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        TokenOf(Request) is { } token && tokens?.Read(token) is { } staff
            ? AuthenticateResult.Success(new(StaffClaims.Principal(staff, Scheme), Scheme))
            : AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problems.NotSignedIn().ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.Forbidden().ExecuteAsync(Context);
}
