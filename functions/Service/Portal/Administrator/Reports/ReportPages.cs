using Core.Performance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Portal.Layout;
using Service.Reports;

namespace Service.Portal.Administrator.Reports;

/// <summary>What the office can show of its work; each report as a page, and with <c>?format=csv</c> or <c>json</c> as a file.</summary>
internal static class ReportPages
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet("/admin/reports", async (HttpContext http, FrameSource frames) => Page.Of<ReportList>(await frames.ForAsync(http)));
        staff.MapGet("/admin/reports/promptness", PromptnessAsync);
        staff.MapGet("/admin/reports/workload", WorkloadAsync);
        staff.MapGet("/admin/reports/forecast", ForecastAsync);
    }

    private static async Task<IResult> PromptnessAsync(HttpContext http, PerformanceReport report, FrameSource frames)
    {
        var query = new QueryValues(http.Request.Query);
        var by = query.Choice<Grouping>("by") ?? Grouping.Office;
        var (from, to) = await PerformanceApi.SpanAsync(query, report, http.RequestAborted);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var lines = await report.PromptnessAsync(by, from, to, http.RequestAborted);
        return IsFile(http) ? Tables.Answer(http.Request, "promptness", lines) : await ShowAsync(http, frames, PerformanceSheets.Promptness(by, from, to, lines));
    }

    private static async Task<IResult> WorkloadAsync(HttpContext http, PerformanceReport report, FrameSource frames)
    {
        var query = new QueryValues(http.Request.Query);
        var (from, to) = await PerformanceApi.SpanAsync(query, report, http.RequestAborted);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var lines = await report.WorkloadAsync(from, to, http.RequestAborted);
        return IsFile(http) ? Tables.Answer(http.Request, "workload", lines) : await ShowAsync(http, frames, PerformanceSheets.Workload(from, to, lines));
    }

    private static async Task<IResult> ForecastAsync(HttpContext http, PerformanceReport report, FrameSource frames)
    {
        var days = await report.ForecastAsync(http.RequestAborted);
        return IsFile(http) ? PerformanceApi.ForecastAnswer(http.Request, days) : await ShowAsync(http, frames, PerformanceSheets.Forecast(days));
    }

    private static bool IsFile(HttpContext http) => http.Request.Query["format"] is ["csv" or "json"];

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, Sheet sheet) => Page.Of<SheetPage>(await frames.ForAsync(http), sheet);
}
