using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Service;

namespace App;

/// <summary>The API and the pages as Service defines them, built once, to be given a request that came through the trigger.</summary>
internal sealed class Pipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> pipeline = new(() => Build(services));

    public async Task RunAsync(HttpContext http)
    {
        // The trigger's own catch-all endpoint is chosen already; ours are still to be looked for.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        await pipeline.Value(http);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseDataRequests();
        app.UseEndpoints(endpoints => endpoints.MapDataRequests());
        return app.Build();
    }
}
