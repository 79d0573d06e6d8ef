using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.Reports;

namespace Service.Portal.Administrator;

/// <summary>How the office keeps its deadlines.</summary>
internal static class SlaPages
{
    public static void Map(IEndpointRouteBuilder staff) => staff.MapGet("/admin/sla", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, SlaReport report, FrameSource frames)
    {
        var summary = await report.SummaryAsync(http.RequestAborted);
        var breaches = await report.BreachesAsync(http.RequestAborted);
        return Page.Of<Sla>(await frames.ForAsync(http), new SlaBoard(
            summary.Open, summary.DueSoon, summary.Breached, summary.OnTimeRate, summary.MedianBusinessDays,
            [.. summary.ByOffice.Select(one => new SlaLine(Words.Of(one.Office), one.Open, one.DueSoon, one.Breached, one.OnTimeRate, one.MedianBusinessDays))],
            [.. summary.ByKind.Select(one => new SlaLine(Words.Of(one.Kind), one.Open, one.DueSoon, one.Breached, one.OnTimeRate, one.MedianBusinessDays))],
            [.. breaches.Select(Line)]));
    }

    private static BreachLine Line(Breach one) => new(
        one.Id, one.Missed == MissedDeadline.Outreach ? "Reaching out to the requester" : "Fulfilment",
        one.Missed == MissedDeadline.Outreach ? null : one.DueAt, one.Missed == MissedDeadline.Outreach ? null : one.OriginalDueAt,
        Words.Of(one.Status), Words.Of(one.Office), one.Assignee);
}
