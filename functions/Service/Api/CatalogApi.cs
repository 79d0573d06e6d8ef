using Core.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Api.Answers;
using Service.Api.Bodies;
using Service.PublishedData;

namespace Service.Api;

/// <summary>A published dataset and the part of the catalogue it is in.</summary>
internal sealed record CatalogView(string Title, string Url, string Category);

/// <summary>The published datasets.</summary>
internal static class CatalogApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/catalog", FindAsync).WithTags("Triage and submission")
        .TakesQuery(("q", "A question as a person types it.")).Gives<IReadOnlyList<CatalogView>>(200).Refuses(400)
        .WithSummary("The published datasets that fit, best first; all of them where nothing is asked.");

    private static async Task<IResult> FindAsync(HttpRequest request, CatalogueStore catalogues, CancellationToken cancel)
    {
        var query = new QueryValues(request.Query);
        var asked = query.Text("q");
        if (!query.Errors.None)
        {
            return Problems.BadInput(query.Errors.ByPath());
        }

        var catalogue = await catalogues.CurrentAsync(cancel);
        var found = asked is null ? catalogue.Entries.Where(entry => !entry.StaffOnly) : catalogue.Find(asked, staff: false);
        return Results.Json(found.Select(entry => new CatalogView(entry.Title, entry.Url, entry.Category)), ApiJson.Options);
    }
}
