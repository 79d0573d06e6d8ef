using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Health;
using Service.Portal.Layout;

namespace Service.Portal.Administrator.Health;

/// <summary>How mail, engine and records are, and what to do where they are not well.</summary>
internal static class HealthPages
{
    public static void Map(IEndpointRouteBuilder admin) => admin.MapGet("/admin/health", async (HttpContext http, HealthReport report, FrameSource frames) =>
        Page.Of<HealthPage>(await frames.ForAsync(http), await report.NowAsync(http.RequestAborted)));
}
