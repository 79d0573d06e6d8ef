using System.Security.Claims;
using Core.Requests;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Service.Api.Answers;

namespace Service.SignIn;

/// <summary>How staff are known: by a bearer token at the API, by a cookie on the pages.</summary>
internal static class StaffSignIn
{
    /// <summary>The cookie of the pages: sign in with a principal made by <see cref="StaffTokens.Principal"/>.</summary>
    public const string CookieScheme = "staff-cookie";

    /// <summary>Any member of the staff.</summary>
    public const string Staff = "Staff";

    private const string Either = "staff";

    /// <summary>Adds authentication, and a policy for <see cref="Staff"/> and for each role by its name.</summary>
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddSingleton<StaffTokens>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddScheme<BearerOptions, BearerHandler>(BearerHandler.Scheme, _ => { })
            .AddCookie(CookieScheme);
        services.AddOptions<CookieAuthenticationOptions>(CookieScheme).Configure<IHostEnvironment>(Shape);
        services.AddAuthorization(Policies);
        return services;
    }

    /// <summary>The signed-in member of the staff; null where nobody is.</summary>
    public static Actor.Staff? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
            ? new(name, [.. Enum.GetValues<StaffRole>().Where(role => user.IsInRole(role.ToString()))])
            : null;

    private static void Policies(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireRole(Enum.GetNames<StaffRole>()));
        foreach (var role in Enum.GetNames<StaffRole>())
        {
            options.AddPolicy(role, policy => policy.RequireRole(role));
        }
    }

    // The API takes the cookie for reading alone (a browser opening a report): what another site makes a browser send changes nothing.
    private static string SchemeFor(HttpContext http)
    {
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return http.Request.Headers.ContainsKey("Authorization") || (isApi && !reads) ? BearerHandler.Scheme : CookieScheme;
    }

    private static void Shape(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Name = "staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = StaffTokens.Lifetime;
        options.SlidingExpiration = false;
        options.LoginPath = environment.IsDevelopment() ? "/dev/sign-in" : "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, Problems.NotSignedIn());
        options.Events.OnRedirectToAccessDenied = context => Answer(context, Problems.Forbidden());
    }

    /// <summary>The API answers with a problem; a page sends people to the sign-in, or says that the role is missing.</summary>
    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, IResult problem)
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
