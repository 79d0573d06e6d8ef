using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Health;
using Service.Portal.Layout;
using Service.Reports;

namespace Service.Portal.Administrator.Home;

/// <summary>What needs attention today, and every page of the administrators in groups.</summary>
internal static class AdminHomePages
{
    public static void Map(IEndpointRouteBuilder admin) => admin.MapGet("/admin", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, QueueCounts counts, AttentionReport attention, FrameSource frames)
    {
        var (totals, found) = (counts.LatestAsync(http.RequestAborted), attention.LatestAsync(http.RequestAborted));
        var frame = await frames.ForAsync(http);
        return Page.Of<AdminHome>(frame, new AdminHomeView(Matters.Of(await totals, await found, frame.Dates.Now), (await totals)?.At));
    }
}
