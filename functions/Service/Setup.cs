using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Service.Api;
using Service.Audit;
using Service.Audits;
using Service.Calendar;
using Service.Deliverables;
using Service.Desk;
using Service.Disclosures;
using Service.Files;
using Service.Engine;
using Service.Health;
using Service.Mail;
using Service.Partners;
using Service.Policy;
using Service.Portal;
using Service.Portal.Assets;
using Service.PublishedData;
using Service.Roles;
using Service.Settings;
using Service.SignIn;
using Service.SignIn.Keys;
using Service.SignIn.Renewal;
using Service.Storage;
using Service.Training;
using Service.Telemetry;
using Service.Upkeep;

namespace Service;

/// <summary>The only composition root: both hosts add these services and map these endpoints.</summary>
public static class Setup
{
    /// <summary>Adds everything the product needs besides an engine and a clock, which the host adds.</summary>
    public static IServiceCollection AddDataRequests(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettingsCheck()
        .AddAssets()
        .AddStorage(configuration)
        .AddKeys()
        .AddPolicy()
        .AddPublishedData()
        .AddStaffSignIn(configuration, services.IsDevelopment())
        .AddLinkRenewals()
        .AddDesk()
        .AddDeliverables()
        .AddFiles()
        .AddDisclosures()
        .AddAudit()
        .AddAudits()
        .AddEngineParts()
        .AddUpkeep()
        .AddHealth()
        .AddApi()
        .AddMail(configuration)
        .AddCalendar()
        .AddTraining()
        .AddPartners()
        .AddPortal()
        .AddTelemetry(configuration);

    /// <summary>Adds the middleware that API and pages share, in its order.</summary>
    public static IApplicationBuilder UseDataRequests(this IApplicationBuilder app)
    {
        app.UseApi();
        app.UseAssets();
        app.UsePortal();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AccessGate>();
        return app;
    }

    /// <summary>Maps the API and the pages.</summary>
    public static IEndpointRouteBuilder MapDataRequests(this IEndpointRouteBuilder endpoints) => endpoints
        .MapApi()
        .MapPortal();
}
