using Core.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Service.Portal.Accountability;
using Service.Portal.Administrator;
using Service.Portal.Administrator.Audits;
using Service.Portal.Administrator.Board;
using Service.Portal.Administrator.Health;
using Service.Portal.Administrator.Home;
using Service.Portal.Administrator.Registers;
using Service.Portal.Administrator.Reports;
using Service.Portal.Administrator.StandardTexts;
using Service.Portal.Administrator.Training;
using Service.Portal.Analyst;
using Service.Portal.Analyst.Presence;
using Service.Portal.Analyst.Queues;
using Service.Portal.Counter;
using Service.Portal.Layout;
using Service.Portal.Requester;
using Service.StandardTexts;

namespace Service.Portal;

/// <summary>The pages: server-rendered, working without scripts, calling the same desk as the API.</summary>
internal static class PortalSetup
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = "form-key";
            options.Cookie.Name = "form-key";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services
            .AddSingleton<FrameSource>()
            .AddSingleton<RequesterDoor>()
            .AddSingleton<RequesterPages>()
            .AddSingleton<RequesterFiles>()
            .AddSingleton<QueuePages>()
            .AddSingleton<BulkDesk>()
            .AddSingleton<StaffPages>()
            .AddSingleton<StaffFiles>()
            .AddSingleton<StandardTextStore>()
            .AddSingleton<TextsPages>()
            .AddSingleton<CalendarPages>()
            .AddSingleton<PolicyPages>()
            .AddSingleton<CounterTicket>()
            .AddSingleton<CounterPages>()
            .AddSingleton<AccountabilityPages>()
            .AddSingleton<RecordPages>()
            .AddSingleton<BoardPages>()
            .AddSingleton<AuditsPages>()
            .AddSingleton<RegisterPages>()
            .AddSingleton<TrainingPages>();
    }

    /// <summary>Pages where something is missing or broken.</summary>
    public static IApplicationBuilder UsePortal(this IApplicationBuilder app) => app.UseMiddleware<TroublePages>();

    /// <summary>Maps every page.</summary>
    public static IEndpointRouteBuilder MapPortal(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").ExcludeFromDescription().AddEndpointFilter<FormGuard>();
        pages.AddEndpointFilter(async (context, next) =>
        {
            Keep(context.HttpContext);
            return await next(context);
        });
        HomePages.Map(pages);
        FormPages.Map(pages);
        RequesterPages.Map(pages);
        RequesterFiles.Map(pages);
        LostLinkPages.Map(pages);
        SignInPages.Map(pages, endpoints.ServiceProvider.GetRequiredService<IConfiguration>());
        CounterPages.Map(pages);
        AccountabilityPages.Map(pages);
        QueuePages.Map(pages);
        StaffPages.Map(pages);
        StaffFiles.Map(pages);
        PresencePages.Map(pages);
        AdminHomePages.Map(pages);
        HealthPages.Map(pages);
        BoardPages.Map(pages);
        DisclosurePages.Map(pages);
        OwnTrainingPages.Map(pages);
        RolesPages.Map(pages);
        ReportPages.Map(pages);
        RecordPages.Map(pages);
        AuditPages.Map(pages);
        AuditsPages.Map(pages);
        DestructionPages.Map(pages);
        CalendarPages.Map(pages);
        PolicyPages.Map(pages);
        CataloguePages.Map(pages);
        TextsPages.Map(pages);
        RegisterPages.Map(pages);
        TrainingPages.Map(pages);
        return endpoints;
    }

    // Nothing about a request is kept by browsers. The form is the exception: without its pages the back button could not
    // show an earlier step, since every step is the answer to a post. Said last, because form tokens say it their own way.
    private static void Keep(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.Headers.CacheControl = http.Request.Path == "/request" || http.Request.Path == "/counter" ? "private, no-cache" : "no-store";
        return Task.CompletedTask;
    });
}
