using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Service.Api.Answers;
using Service.Storage;

namespace Service.Api;

/// <summary>Whether the app can serve: its storage answers within three seconds.</summary>
internal static partial class HealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/healthz", CheckAsync).WithTags("Health")
        .Gives<Health>(200).Gives<Health>(503).WithSummary("Whether the app and its storage answer.");

    private static async Task<IResult> CheckAsync(
        HttpContext http, TableServiceClient tables, BlobServiceClient blobs, ILogger<Health> log, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var table = tables.GetTableClient(OpenRequests.TableName);
            await foreach (var _ in table.QueryAsync<TableEntity>(row => row.PartitionKey == "", 1, cancellationToken: patience.Token))
            {
                break;
            }

            await blobs.GetBlobContainerClient("settings").ExistsAsync(patience.Token);
            return Results.Json(new Health("ok"), ApiJson.Options);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Log.NoStorage(log, fault);
            return Results.Json(new Health("storage does not answer"), ApiJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    internal sealed record Health(string Status);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The storage does not answer a health check")]
        public static partial void NoStorage(ILogger log, Exception fault);
    }
}
