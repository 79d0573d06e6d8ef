using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.PublishedData;
using Service.SignIn;

namespace Service.Portal.Administrator;

/// <summary>The catalogue of published datasets: edited, brought back, and seen at work.</summary>
internal static class CataloguePages
{
    private const string Address = "/admin/catalog";

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet(Address, ShowAsync);
        admin.MapPost(Address, ReplaceAsync);
    }

    /// <summary>The file in force, or an earlier one to look at and bring back.</summary>
    private static async Task<IResult> ShowAsync(HttpContext http, CatalogueStore catalogues, CatalogueCounts counts, FrameSource frames, int? version)
    {
        var current = await catalogues.VersionAsync(http.RequestAborted);
        var shown = version is { } number ? await catalogues.FindAsync(number, http.RequestAborted) : current;
        return shown is null
            ? Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound)
            : await PageAsync(http, catalogues, counts, frames, Filled(shown.Text, current.Number));
    }

    private static async Task<IResult> ReplaceAsync(HttpContext http, CatalogueStore catalogues, CatalogueCounts counts, FrameSource frames)
    {
        var entries = Entries.From("catalogue", await http.Request.ReadFormAsync(http.RequestAborted));
        var now = (await frames.ForAsync(http)).Dates.Now;
        int? basedOn = int.TryParse(entries["version"], CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var replaced = await catalogues.ReplaceAsync(entries["json"], basedOn, StaffSignIn.Of(http.User)!.Name, now, http.RequestAborted);
        if (replaced.Version is not null)
        {
            return Results.Redirect($"{Address}?done=catalog");
        }

        return await PageAsync(http, catalogues, counts, frames, entries.Wrong(replaced.Errors.Count > 0
            ? [.. replaced.Errors.Select(error => new FieldError("json", $"Line {error.Line}{(error.Path.Length > 0 ? $", {error.Path}" : "")}: {error.Text}"))]
            : [new("json", "Somebody else changed the catalogue while you were editing it. Open this page again in another window, and bring your change into the newer one.")]));
    }

    private static Entries Filled(string text, int version) =>
        Entries.With("catalogue", ("json", text), ("version", version.ToString(CultureInfo.InvariantCulture)));

    private static async Task<IResult> PageAsync(HttpContext http, CatalogueStore catalogues, CatalogueCounts counts, FrameSource frames, Entries entries)
    {
        var frame = await frames.ForAsync(http);
        var today = frame.Dates.Now.InUtc().Date;
        var months = await counts.UseAsync(CatalogueCounts.Month.Format(today.PlusMonths(-11)), CatalogueCounts.Month.Format(today), http.RequestAborted);
        var titles = (await catalogues.CurrentAsync(http.RequestAborted)).Entries.ToDictionary(CatalogueLinks.Id, entry => entry.Title, StringComparer.Ordinal);
        CatalogueUse[] use =
        [
            .. months.GroupBy(one => one.Dataset, StringComparer.Ordinal)
                .Select(of => new CatalogueUse("", titles.GetValueOrDefault(of.Key, of.Key), of.Sum(one => one.Shown), of.Sum(one => one.Opened), of.Sum(one => one.Answered)))
                .OrderByDescending(one => one.Shown).ThenBy(one => one.Dataset, StringComparer.Ordinal),
        ];
        return Page.Of<CataloguePage>(
            frame, new CatalogueView(entries, (await catalogues.VersionAsync(http.RequestAborted)).Number, await catalogues.HistoryAsync(http.RequestAborted), use),
            entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
