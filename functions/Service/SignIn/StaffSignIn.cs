using System.Security.Claims;
using Core.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Service.Api.Answers;
using Service.SignIn.Entra;

namespace Service.SignIn;

/// <summary>How staff are known: by a bearer token at the API, by a cookie on the pages.</summary>
internal static class StaffSignIn
{
    /// <summary>The cookie of the pages: sign in with a principal made by <see cref="StaffClaims.Principal"/>.</summary>
    public const string CookieScheme = "staff-cookie";

    /// <summary>Any member of the staff.</summary>
    public const string Staff = "Staff";

    private const string Either = "staff";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>
    /// Adds authentication, and a policy for <see cref="Staff"/> and for each role by its name. Entra wherever it is set; the tokens of
    /// the development sign-in in Development alone: elsewhere nothing is there that would issue or take one.
    /// </summary>
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var entra = EntraSettings.Read(configuration);
        if (isDevelopment)
        {
            services.AddSingleton<StaffTokens>();
        }

        services.AddDataProtection();
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = http => SchemeFor(http, entra is not null))
            .AddScheme<BearerOptions, BearerHandler>(BearerHandler.Scheme, _ => { })
            .AddCookie(CookieScheme);
        if (entra is not null)
        {
            authentication.AddEntra(entra);
        }

        services.AddOptions<CookieAuthenticationOptions>(CookieScheme)
            .Configure<IDataProtectionProvider>((options, protection) => Shape(options, protection, isDevelopment));
        services.AddAuthorization(Policies);
        return services;
    }

    /// <summary>The signed-in member of the staff; null where nobody is.</summary>
    public static Actor.Staff? Of(ClaimsPrincipal user) => StaffClaims.Of(user);

    private static void Policies(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireRole(Enum.GetNames<StaffRole>()));
        foreach (var role in Enum.GetNames<StaffRole>())
        {
            options.AddPolicy(role, policy => policy.RequireRole(role));
        }
    }

    // The API takes the cookie for reading alone (a browser opening a report): what another site makes a browser send changes nothing.
    private static string SchemeFor(HttpContext http, bool hasEntra)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return !http.Request.Headers.ContainsKey("Authorization") && (!isApi || reads) ? CookieScheme
            : hasEntra && BearerHandler.TokenOf(http.Request) is { } token && token.Count(letter => letter == '.') == 2 ? EntraSignIn.BearerScheme
            : BearerHandler.Scheme;
    }

    private static void Shape(CookieAuthenticationOptions options, IDataProtectionProvider protection, bool isDevelopment)
    {
        options.Cookie.Name = "staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        // A cookie of Development cannot be read elsewhere, even on the same storage with the same keys.
        options.DataProtectionProvider = protection.CreateProtector(isDevelopment ? "Service.SignIn.Development" : "Service.SignIn");
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, Problems.NotSignedIn());
        options.Events.OnRedirectToAccessDenied = context => Answer(context, Problems.Forbidden());
    }

    /// <summary>The API answers with a problem; a page sends people to the sign-in, or says that the role is missing.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, IResult problem)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return problem.ExecuteAsync(context.HttpContext);
        }

        if (context.HttpContext.User.Identity?.IsAuthenticated == true)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
