using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Reports;

namespace Service.Api;

/// <summary>What receivers of data still have to destroy.</summary>
internal static class DestructionApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/reports/destructions", async (
            HttpContext http, DestructionReport report, CancellationToken cancel) =>
            Tables.Answer(http.Request, "destructions", await report.AllAsync(cancel)))
        .WithTags("Staff")
        .Gives<IReadOnlyList<OwedDestruction>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
        .WithSummary("Student-level data whose destruction is not attested yet, the longest overdue first (34 CFR 99.31(a)(6)).");
}
