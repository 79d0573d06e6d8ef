using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace App;

/// <summary>Every address: one trigger, which hands the request on.</summary>
internal sealed class Http(Pipeline pipeline, DurableEngine engine)
{
    [Function(nameof(Http))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "put", "patch", "delete", "head", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        engine.Use(client);
        await pipeline.RunAsync(request.HttpContext);

        // An instance may be put to rest as soon as its trigger returns.
        await engine.SettleAsync();
        return Results.Empty;
    }
}
