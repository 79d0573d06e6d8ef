using System.Reflection;
using Local.Dev;
using NodaTime;
using Service;
using Service.Storage;

namespace Local;

/// <summary>The app of one machine: what Service offers, served by Kestrel, with the embedded engine and, in Development, /dev.</summary>
internal static class LocalApp
{
    /// <summary>The settings as given by environment variables and arguments, before there is an app.</summary>
    /// <param name="connectionString">Where storage is after all; null where the settings say it.</param>
    public static IConfiguration Configuration(string[] args, string? connectionString = null) =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).AddInMemoryCollection(Storage(connectionString)).Build();

    /// <summary>Builds it on this storage, or the one that the settings name where it is null. Development is the environment where no other is asked for.</summary>
    public static WebApplication Build(string[] args, string? connectionString)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = Assembly.GetExecutingAssembly().GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = EnvironmentAskedFor(args) ?? Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(Storage(connectionString));
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(LocalRun.DefaultAddress);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true)
            // It warns of keys that are stored unencrypted; on one machine there is nothing that could encrypt them.
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
            // Why the program could not start is said in one line of ours.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));

        builder.Services.AddDataRequests(builder.Configuration);
        builder.Services.AddEmbeddedEngine();
        AddClock(builder);
        if (builder.Environment.IsDevelopment())
            builder.Services.AddDev();

        var app = builder.Build();
        app.UseDataRequests();
        app.MapDataRequests();
        if (app.Environment.IsDevelopment())
            app.MapDev();
        return app;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Storage(string? connectionString) =>
        connectionString is null ? [] : [new(StorageSetup.Setting, connectionString)];

    private static void AddClock(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<IClock>(SystemClock.Instance);
            return;
        }

        builder.Services.AddSingleton<SimulatedClock>();
        builder.Services.AddSingleton<IClock>(services => services.GetRequiredService<SimulatedClock>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SimulatedClock>());
    }

    private static string? EnvironmentAskedFor(string[] args)
    {
        var settings = Configuration(args);
        return settings["environment"] ?? settings["ASPNETCORE_ENVIRONMENT"] ?? settings["DOTNET_ENVIRONMENT"];
    }
}
