using Service.Portal.Layout;

namespace Local.Dev;

/// <summary>What exists in Development alone: the clock, the mailbox, signing in without a password. Nowhere else is any of it mapped.</summary>
internal static class DevSetup
{
    public static IServiceCollection AddDev(this IServiceCollection services) => services.AddDevelopmentGraph();

    public static IEndpointRouteBuilder MapDev(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDevelopmentGraph();
        var dev = endpoints.MapGroup("/dev").ExcludeFromDescription().AllowAnonymous().AddEndpointFilter(Guard);
        dev.MapGet("/", async (HttpContext http, FrameSource frames) => Page.Of<Pages.StartPage>(await frames.ForAsync(http)));
        ClockEndpoints.Map(dev);
        MailboxEndpoints.Map(dev);
        SignInEndpoints.Map(dev);
        Gallery.GalleryEndpoints.Map(dev);
        return endpoints;
    }

    /// <summary>Whether to answer with a page: the client reads HTML, and does not ask for JSON.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("text/html", StringComparison.OrdinalIgnoreCase) && !accept.Contains("application/json", StringComparison.OrdinalIgnoreCase);
    }

    // A form comes from our own pages only, as everywhere else; JSON cannot be sent by another site's page without our leave.
    private static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.HasFormContentType
            ? ActivatorUtilities.CreateInstance<FormGuard>(http.RequestServices).InvokeAsync(context, next)
            : next(context);
    }
}
