using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Service.Policy;
using Service.Portal.Layout;
using Service.PublishedData;

namespace Service.Portal.Requester;

/// <summary>The start page and the catalogue.</summary>
internal static class HomePages
{
    private const int LongestQuestion = 4000;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", HomeAsync);
        pages.MapGet("/catalog", CatalogAsync);
        pages.MapGet("/catalog/open/{id}", OpenAsync);
        pages.MapGet("/catalog/suggest", SuggestAsync);
    }

    private static async Task<IResult> HomeAsync(HttpContext http, FrameSource frames, PolicyStore policies) =>
        Page.Of<Home>(await frames.ForAsync(http), await policies.CurrentAsync(http.RequestAborted));

    private static async Task<IResult> CatalogAsync(HttpContext http, FrameSource frames, CatalogueStore catalogues, CatalogueCounts counts, string? q)
    {
        var frame = await frames.ForAsync(http);
        var staff = frame.Staff is not null;
        var catalogue = await catalogues.CurrentAsync(http.RequestAborted);
        if (string.IsNullOrWhiteSpace(q))
        {
            return Page.Of<CatalogPage>(frame, new CatalogView(Entries.Blank("catalog"), [.. catalogue.Entries.Where(entry => staff || !entry.StaffOnly)]));
        }

        var found = catalogue.Find(q, staff);
        await counts.CountAsync(found.Select(entry => entry.Title), CatalogueCount.Shown, http.RequestAborted);
        return Page.Of<CatalogPage>(frame, new CatalogView(
            Entries.With("catalog", ("q", q)), found));
    }

    /// <summary>Counts that a dataset was opened, and goes there. Only addresses of the catalogue can be reached so.</summary>
    private static async Task<IResult> OpenAsync(string id, HttpContext http, FrameSource frames, CatalogueStore catalogues, CatalogueCounts counts)
    {
        var frame = await frames.ForAsync(http);
        var entry = (await catalogues.CurrentAsync(http.RequestAborted)).Entries
            .FirstOrDefault(entry => CatalogueLinks.Id(entry) == id && (frame.Staff is not null || !entry.StaffOnly));
        if (entry is null)
        {
            return Page.Of<Trouble>(frame, Trouble.NotFound, StatusCodes.Status404NotFound);
        }

        await counts.CountAsync([entry.Title], CatalogueCount.Opened, http.RequestAborted);
        return Results.Redirect(entry.Url);
    }

    /// <summary>The few datasets that fit what somebody is typing, as a piece of a page; nothing typed is kept.</summary>
    private static async Task<IResult> SuggestAsync(HttpContext http, FrameSource frames, CatalogueStore catalogues, string? q)
    {
        var found = (await catalogues.CurrentAsync(http.RequestAborted)).Find(q is { Length: <= LongestQuestion } ? q : "", staff: false);
        return found.Count == 0
            ? Results.NoContent()
            : new RazorComponentResult<Suggestions>(new { Model = (IReadOnlyList<CatalogueEntry>)[.. found.Take(3)], In = await frames.LanguageAsync(http) });
    }
}
