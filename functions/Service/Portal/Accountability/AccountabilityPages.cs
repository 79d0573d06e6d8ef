using Core.Accountability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Portal.Layout;
using Service.Reports;

namespace Service.Portal.Accountability;

/// <summary>What law enforcement asked for and got: the public report of a school year, which prints, and the office's own over any days.</summary>
internal sealed class AccountabilityPages(AccountabilityReports reports, PerformanceReport performance, FrameSource frames)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/accountability", (HttpContext http, AccountabilityPages own) => own.LatestAsync(http));
        pages.MapGet("/accountability/{year}", (string year, HttpContext http, AccountabilityPages own) => own.YearAsync(http, year));
        pages.MapGet("/admin/reports/accountability", (HttpContext http, AccountabilityPages own) => own.StaffAsync(http));
    }

    /// <summary>The latest year that is published whole; the current one before there is any.</summary>
    private async Task<IResult> LatestAsync(HttpContext http)
    {
        var now = await frames.CircumstancesAsync(http.RequestAborted);
        var years = await reports.YearsAsync(http.RequestAborted);
        var latest = years.First(year => year.PublishedOn(now.Policy.LawEnforcement.PublishAfterCalendarDays) <= now.Today);
        var report = await reports.PublicAsync(latest, http.RequestAborted);
        return Results.Redirect($"/accountability/{(report is { Report.Requests: > 0 } ? latest : years[0]).Name}");
    }

    private async Task<IResult> YearAsync(HttpContext http, string name)
    {
        if (ReportYear.Read(name) is not { } year || await reports.PublicAsync(year, http.RequestAborted) is not { } found)
        {
            return Results.NotFound();
        }

        return IsFile(http)
            ? AccountabilityFile.Answer(http.Request, found.Report, $"accountability-{name}", found.IsSoFar)
            : Page.Of<YearPage>(await frames.ForAsync(http), new YearView(found, await reports.YearsAsync(http.RequestAborted)));
    }

    private async Task<IResult> StaffAsync(HttpContext http)
    {
        var query = new QueryValues(http.Request.Query);
        var (from, to) = await PerformanceApi.SpanAsync(query, performance, http.RequestAborted);
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var report = await reports.StaffAsync(from, to, http.RequestAborted);
        return IsFile(http)
            ? AccountabilityFile.Answer(http.Request, report, "accountability", isSoFar: false)
            : Page.Of<PeriodPage>(await frames.ForAsync(http), report);
    }

    private static bool IsFile(HttpContext http) => http.Request.Query["format"] is ["csv" or "json"];
}
