using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Reports;

namespace Service.Api;

/// <summary>What receivers of data still have to destroy.</summary>
internal static class DestructionApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/reports/destructions", async (
            HttpContext http, DestructionReport report, CancellationToken cancel) =>
        {
            var query = new QueryValues(http.Request.Query);
            var filter = query.Choice<DestructionFilter>("show") ?? DestructionFilter.Owed;
            return query.Errors.None
                ? Tables.Answer(http.Request, "destructions", await report.AllAsync(filter, cancel))
                : Problems.BadInput(query.Errors.ByPath());
        })
        .TakesQuery(("show", $"What is listed: {string.Join(", ", Enum.GetNames<DestructionFilter>())}. What is owed where it is not given."))
        .WithTags("Staff")
        .Gives<IReadOnlyList<OwedDestruction>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
        .WithSummary("Student-level data that its receiver has to destroy, the longest overdue first, and who is held up by it (34 CFR 99.31(a)(6)).");
}
