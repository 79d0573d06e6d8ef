using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.Storage;

namespace Service.Portal.Administrator;

/// <summary>Verification of the records on demand.</summary>
internal static class AuditPages
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/audit", async (HttpContext http, FrameSource frames) => Page.Of<Audit>(await frames.ForAsync(http)));
        admin.MapPost("/admin/audit", VerifyAsync);
    }

    private static async Task<IResult> VerifyAsync(HttpContext http, EventStore store, FrameSource frames)
    {
        var found = await store.VerifyAsync(http.RequestAborted);
        var frame = await frames.ForAsync(http);
        return Page.Of<Audit>(frame, new AuditView(
            found.Ok, found.Entries, found.FirstBroken is { } broken ? $"entry {broken.Sequence}. {broken.Problem}" : null,
            found.FirstBroken?.RequestId, frame.Dates.Now));
    }
}
