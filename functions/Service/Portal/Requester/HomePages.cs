using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Policy;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>The start page and the catalogue.</summary>
internal static class HomePages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", HomeAsync);

    private static async Task<IResult> HomeAsync(HttpContext http, FrameSource frames, PolicyStore policies) =>
        Page.Of<Home>(await frames.ForAsync(http), await policies.CurrentAsync(http.RequestAborted));
}
