using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Policy;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The start page and the catalogue.</summary>
internal static class HomePages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", HomeAsync);
        pages.MapGet("/catalog", CatalogAsync);
    }

    private static async Task<IResult> HomeAsync(HttpContext http, FrameSource frames, PolicyStore policies) =>
        Page.Of<Home>(await frames.ForAsync(http), await policies.CurrentAsync(http.RequestAborted));

    private static async Task<IResult> CatalogAsync(HttpContext http, FrameSource frames, Catalogue catalogue, string? q)
    {
        var frame = await frames.ForAsync(http);
        var staff = frame.Staff is not null;
        return Page.Of<CatalogPage>(frame, new CatalogView(
            Entries.With("catalog", ("q", q)),
            string.IsNullOrWhiteSpace(q) ? [.. catalogue.Entries.Where(entry => staff || !entry.StaffOnly)] : catalogue.Find(q, staff)));
    }
}
