using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Reports;
using Service.SignIn;

namespace Service.Api;

/// <summary>Deadlines kept and missed.</summary>
internal static class SlaApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sla").WithTags("Staff");
        group.MapGet("/summary", async (SlaReport report, CancellationToken cancel) =>
            Results.Json(await report.SummaryAsync(cancel), ApiJson.Options))
            .Gives<SlaSummary>(200).Refuses(401, 403).WithSummary("How the office keeps its deadlines.");
        group.MapGet("/breaches", async (HttpRequest request, SlaReport report, CancellationToken cancel) =>
            Tables.Answer(request, "breaches", await report.BreachesAsync(cancel)))
            .Gives<IReadOnlyList<Breach>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
            .WithSummary("Every deadline that is missed now; as CSV where Accept asks for it.");
    }
}
