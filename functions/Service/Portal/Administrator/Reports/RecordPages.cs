using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Service.Api;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.Audit;
using Service.Disclosures;
using Service.Portal.Layout;
using Service.Reports;
using Service.SignIn;

namespace Service.Portal.Administrator.Reports;

/// <summary>The law-enforcement log and the disclosure ledger as pages over any days, and with <c>?format=csv</c> or <c>json</c> as files.</summary>
internal sealed class RecordPages(
    LawEnforcementReport law, DisclosureLedger ledger, ReadTrail reads, PerformanceReport performance, FrameSource frames)
{
    public static void Map(IEndpointRouteBuilder staff)
    {
        staff.MapGet("/admin/reports/law-enforcement", (HttpContext http, RecordPages pages) => pages.LawAsync(http));
        staff.MapGet("/admin/reports/disclosures", (HttpContext http, RecordPages pages) => pages.DisclosuresAsync(http));
    }

    private async Task<IResult> LawAsync(HttpContext http)
    {
        var (days, wrong) = await SpanAsync(http);
        if (days is null)
        {
            return wrong!;
        }

        var rows = await law.AllAsync(days.Start, days.End, http.RequestAborted);
        return IsFile(http)
            ? Tables.Answer(http.Request, "law-enforcement", rows)
            : Page.Of<SheetPage>(await frames.ForAsync(http), RecordSheets.Law(days.From, days.To, rows, days.Dates));
    }

    private async Task<IResult> DisclosuresAsync(HttpContext http)
    {
        var (days, wrong) = await SpanAsync(http);
        if (days is null)
        {
            return wrong!;
        }

        var by = StaffSignIn.Of(http.User)!;
        if (IsFile(http))
        {
            return Tables.Answer(
                http.Request, "disclosures", await ReportsApi.StreamAsync(by, days.Start, days.End, ledger, reads, http.RequestAborted));
        }

        var rows = await ReportsApi.EntriesAsync(by, days.Start, days.End, ledger, reads, http.RequestAborted);
        return Page.Of<SheetPage>(await frames.ForAsync(http), RecordSheets.Disclosures(days.From, days.To, rows, days.Dates));
    }

    private async Task<(Days? Days, IResult? Wrong)> SpanAsync(HttpContext http)
    {
        var query = new QueryValues(http.Request.Query);
        var (from, to) = await PerformanceApi.SpanAsync(query, performance, http.RequestAborted);
        var now = await frames.CircumstancesAsync(http.RequestAborted);
        return query.Errors.None
            ? (new(from, to, new(now.Calendar.Zone, now.Now)), null)
            : (null, Problems.BadInput(query.Errors.ByPath()));
    }

    private static bool IsFile(HttpContext http) => http.Request.Query["format"] is ["csv" or "json"];

    private sealed record Days(LocalDate From, LocalDate To, Dates Dates)
    {
        public Instant Start => From.AtStartOfDayInZone(Dates.Zone).ToInstant();
        public Instant End => To.PlusDays(1).AtStartOfDayInZone(Dates.Zone).ToInstant();
    }
}
