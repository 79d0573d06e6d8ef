using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Service.Api.Answers;
using Service.Mail;

namespace Service.SignIn.Entra;

/// <summary>
/// Staff sign in with Microsoft Entra ID: bearer tokens at the API, OpenID Connect on the pages, which ends in the cookie of the pages.
/// Pages are given an identity token and nothing else, so that no secret of the registration is needed.
/// </summary>
internal static class EntraSignIn
{
    /// <summary>The scheme of tokens at the API.</summary>
    public const string BearerScheme = "entra-bearer";

    /// <summary>The scheme of the pages.</summary>
    public const string PagesScheme = "entra-pages";

    /// <summary>Where Entra sends people back to; part of the registration.</summary>
    public const string ReturnPath = "/signin-oidc";

    /// <summary>Where people land for whom it did not work.</summary>
    public const string FailedPath = "/sign-in/failed";

    public static AuthenticationBuilder AddEntra(this AuthenticationBuilder authentication, EntraSettings settings)
    {
        authentication.AddMicrosoftIdentityWebApi(_ => { }, Fill, BearerScheme);
        authentication.AddMicrosoftIdentityWebApp(Fill, configureCookieAuthenticationOptions: null, PagesScheme, cookieScheme: null);
        authentication.Services.Configure<JwtBearerOptions>(BearerScheme, options => ShapeBearer(options, settings));
        authentication.Services.Configure<OpenIdConnectOptions>(PagesScheme, options => ShapePages(options, settings));
        return authentication;

        void Fill(MicrosoftIdentityOptions options) =>
            (options.Instance, options.TenantId, options.ClientId) = (settings.Instance, settings.TenantId, settings.ClientId);
    }

    private static void ShapeBearer(JwtBearerOptions options, EntraSettings settings)
    {
        options.RequireHttpsMetadata = settings.NeedsTls;
        options.MapInboundClaims = false;
        Restrict(options.TokenValidationParameters, settings, settings.Audiences);
        var validated = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await validated(context);
            if (context.Principal is { } person && EntraClaims.Of(person) is { } staff)
            {
                context.Principal = StaffClaims.Principal(staff, BearerScheme);
            }
            else
            {
                context.Fail("The token names nobody.");
            }
        };
        options.Events.OnChallenge = context =>
        {
            context.HandleResponse();
            return Problems.NotSignedIn().ExecuteAsync(context.HttpContext);
        };
        options.Events.OnForbidden = context => Problems.Forbidden().ExecuteAsync(context.HttpContext);
    }

    private static void ShapePages(OpenIdConnectOptions options, EntraSettings settings)
    {
        options.RequireHttpsMetadata = settings.NeedsTls;
        options.MapInboundClaims = false;
        options.SignInScheme = StaffSignIn.CookieScheme;
        options.CallbackPath = ReturnPath;
        options.ResponseType = OpenIdConnectResponseType.IdToken;
        options.ResponseMode = OpenIdConnectResponseMode.FormPost;
        options.SaveTokens = false;
        options.UseTokenLifetime = false;
        Restrict(options.TokenValidationParameters, settings, [settings.ClientId]);
        var (leaving, signingOut, validated) =
            (options.Events.OnRedirectToIdentityProvider, options.Events.OnRedirectToIdentityProviderForSignOut, options.Events.OnTokenValidated);
        // Behind a front end the app does not see the address that people use; the setting says it.
        options.Events.OnRedirectToIdentityProvider = async context =>
        {
            await leaving(context);
            context.ProtocolMessage.RedirectUri = Site(context.HttpContext) + ReturnPath;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = async context =>
        {
            await signingOut(context);
            context.ProtocolMessage.PostLogoutRedirectUri = Site(context.HttpContext) + "/staff";
        };
        options.Events.OnTokenValidated = async context =>
        {
            await validated(context);
            if (context.Principal is { } person && EntraClaims.Of(person) is { } staff)
            {
                context.Principal = StaffClaims.Principal(staff, StaffSignIn.CookieScheme);
            }
            else
            {
                context.Fail("The token names nobody.");
            }
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(FailedPath);
            return Task.CompletedTask;
        };
    }

    private static void Restrict(TokenValidationParameters parameters, EntraSettings settings, IReadOnlyList<string> audiences)
    {
        parameters.ValidateIssuer = true;
        parameters.IssuerValidator = (issuer, _, _) => settings.Issuers.Contains(issuer, StringComparer.OrdinalIgnoreCase)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The token is of another directory.");
        parameters.ValidateAudience = true;
        parameters.AudienceValidator = null;
        parameters.ValidAudience = null;
        parameters.ValidAudiences = audiences;
        parameters.ValidateLifetime = true;
        parameters.RequireExpirationTime = true;
        parameters.RequireSignedTokens = true;
    }

    private static string Site(HttpContext http) => http.RequestServices.GetRequiredService<Lazy<MailSettings>>().Value.PublicBaseUrl;
}
