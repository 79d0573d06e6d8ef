using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api;
using Service.Audit;
using Service.Portal.Layout;
using Service.SignIn;
using Service.Upkeep;

namespace Service.Portal.Administrator;

/// <summary>The seals, and verification of the records on demand.</summary>
internal static class AuditPages
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("/admin/audit", (HttpContext http, SealBook book, FrameSource frames) => PageAsync(http, book, frames, null));
        admin.MapPost("/admin/audit", VerifyAsync);
        admin.MapGet("/admin/audit/seals.txt", AuditApi.ExportAsync);
    }

    private static async Task<IResult> VerifyAsync(HttpContext http, VerificationDesk audit, SealBook book, FrameSource frames)
    {
        var found = await audit.VerifyAsync(StaffSignIn.Of(http.User)!.Name, http.RequestAborted);
        var broken = found.FirstBroken;
        return await PageAsync(http, book, frames, new AuditFinding(
            found.Ok, found.Entries, broken is null ? null : $"entry {broken.Sequence}. {broken.Problem}", broken?.Chain, broken?.RequestId,
            (await frames.CircumstancesAsync(http.RequestAborted)).Now));
    }

    private static async Task<IResult> PageAsync(HttpContext http, SealBook book, FrameSource frames, AuditFinding? found) => Page.Of<Audit>(
        await frames.ForAsync(http), new AuditView([.. (await book.DaysAsync(http.RequestAborted)).Reverse()], found));
}
