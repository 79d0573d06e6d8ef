using App;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Service;
using Service.Engine;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddDataRequests(builder.Configuration)
    .AddSingleton<IClock>(SystemClock.Instance)
    // Another instance may carry out what a command of this one owes, so no lease is taken with the append.
    .AddSingleton(EngineIdentity.New(runsHere: false))
    .AddSingleton<DurableEngine>()
    .AddSingleton<IEngine>(services => services.GetRequiredService<DurableEngine>())
    .AddSingleton<RequestActivities>()
    .AddSingleton<Pipeline>();
builder.Build().Run();
