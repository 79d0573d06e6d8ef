using Core.Performance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Reports;
using Service.SignIn;

namespace Service.Api;

/// <summary>How promptly the office delivers, who has how much in hand, and what the next days bring.</summary>
internal static class PerformanceApi
{
    private const string Day = "A date such as 2026-03-02, included. The last twelve months where neither is given.";

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reports").WithTags("Staff");
        group.MapGet("/promptness", PromptnessAsync).Gives<IReadOnlyList<PromptnessLine>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("by", "Office, Kind, Level or Month. Office where it is not given."), ("from", Day), ("to", Day))
            .WithSummary("Deliveries on time against the original and the extended deadline, business days, and what they waited for.");
        group.MapGet("/workload", WorkloadAsync).Gives<IReadOnlyList<WorkloadLine>>(200, "application/json", Csv.MediaType).Refuses(400, 401, 403)
            .TakesQuery(("from", Day), ("to", Day)).WithSummary("What each analyst has in hand and delivered.");
        group.MapGet("/forecast", async (HttpRequest request, PerformanceReport report, CancellationToken cancel) =>
                ForecastAnswer(request, await report.ForecastAsync(cancel)))
            .Gives<IReadOnlyList<ForecastDay>>(200, "application/json", Csv.MediaType).Refuses(401, 403)
            .WithSummary("The deadlines of the next ten business days, and how many of them are likely to be missed.");
    }

    /// <summary>As CSV a line a request, since a cell holds no list.</summary>
    public static IResult ForecastAnswer(HttpRequest request, IReadOnlyList<ForecastDay> days) => Csv.IsAskedFor(request)
        ? Tables.Answer(request, "forecast", days.SelectMany(day => day.Requests.Select(one => new ForecastRow(day.Day, one.Id, one.Assignee, one.Risk))).ToList())
        : Tables.Answer(request, "forecast", days);

    private static async Task<IResult> PromptnessAsync(HttpRequest request, PerformanceReport report, CancellationToken cancel)
    {
        var query = new QueryValues(request.Query);
        var by = query.Choice<Grouping>("by") ?? Grouping.Office;
        var (from, to) = await SpanAsync(query, report, cancel);
        return query.Errors.None
            ? Tables.Answer(request, "promptness", await report.PromptnessAsync(by, from, to, cancel))
            : Problems.BadInput(query.Errors.ByPath());
    }

    private static async Task<IResult> WorkloadAsync(HttpRequest request, PerformanceReport report, CancellationToken cancel)
    {
        var query = new QueryValues(request.Query);
        var (from, to) = await SpanAsync(query, report, cancel);
        return query.Errors.None
            ? Tables.Answer(request, "workload", await report.WorkloadAsync(from, to, cancel))
            : Problems.BadInput(query.Errors.ByPath());
    }

    /// <summary>The span of days asked for.</summary>
    public static async Task<(LocalDate From, LocalDate To)> SpanAsync(QueryValues query, PerformanceReport report, CancellationToken cancel)
    {
        var (earliest, today) = await report.LastYearAsync(cancel);
        var (from, to) = (query.Date("from") ?? earliest, query.Date("to") ?? today);
        if (from > to)
        {
            query.Errors.Add("from", "The first day must not be after the last.");
        }

        return (from, to);
    }

    private sealed record ForecastRow(LocalDate Day, string Id, string? Assignee, double? Risk);
}
