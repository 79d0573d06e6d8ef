using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Service.Portal.Layout;
using Service.SignIn;
using Service.StandardTexts;

namespace Service.Portal.Administrator.StandardTexts;

/// <summary>The standard texts: written, changed, removed, brought back. Every change is a version of the whole.</summary>
internal sealed class TextsPages(StandardTextStore store, FrameSource frames)
{
    private const string Address = "/admin/texts";

    private static readonly FieldError SomebodyElse = new(
        null, "Somebody else changed the texts since this page was opened. Below is how they stand now; make your change again.");

    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet(Address, (HttpContext http, TextsPages pages) => pages.PageAsync(http, null, Entries.Blank("text")));
        admin.MapGet($"{Address}/{{version:int}}", (HttpContext http, TextsPages pages, int version) => pages.PageAsync(http, version, Entries.Blank("text")));
        admin.MapPost(Address, (HttpContext http, TextsPages pages) => pages.SaveAsync(http));
        admin.MapPost($"{Address}/removal", (HttpContext http, TextsPages pages) => pages.RemoveAsync(http));
        admin.MapPost($"{Address}/{{version:int}}", (HttpContext http, TextsPages pages, int version) => pages.BringBackAsync(http, version));
    }

    private async Task<IResult> SaveAsync(HttpContext http)
    {
        var entries = Entries.From("text", await http.Request.ReadFormAsync(http.RequestAborted));
        var text = new StandardText(entries["form"], entries["name"], entries["text"], entries.Optional("language") is { } tag and not "en" ? tag : null);
        var current = await store.CurrentAsync(http.RequestAborted);
        var others = current.Texts.Where(one => !IsNamed(one, entries["oldForm"], entries["oldName"])).ToList();
        FieldError[] faults =
        [
            .. text.Faults().Select(fault => new FieldError(fault.Field, fault.Problem)),
            .. others.Exists(one => IsNamed(one, text.Form, text.Name)) ? new FieldError[] { new("name", "Another text for this action has this name already") } : [],
            .. others.Count >= StandardText.Most ? new FieldError[] { new(null, $"There are {StandardText.Most} texts already: remove some first") } : [],
        ];
        return faults.Length > 0
            ? await PageAsync(http, null, entries.Wrong(faults))
            : await ReplaceAsync(http, entries, [.. others, text], "text-saved");
    }

    private async Task<IResult> RemoveAsync(HttpContext http)
    {
        var entries = Entries.From("removal", await http.Request.ReadFormAsync(http.RequestAborted));
        var current = await store.CurrentAsync(http.RequestAborted);
        return await ReplaceAsync(http, entries, current.Texts.Where(one => !IsNamed(one, entries["oldForm"], entries["oldName"])), "text-removed");
    }

    private async Task<IResult> BringBackAsync(HttpContext http, int version)
    {
        var entries = Entries.From("back", await http.Request.ReadFormAsync(http.RequestAborted));
        return await store.FindAsync(version, http.RequestAborted) is { } earlier
            ? await ReplaceAsync(http, entries, earlier.Texts, "texts-back")
            : Page.Of<Trouble>(await frames.ForAsync(http), Trouble.NotFound, StatusCodes.Status404NotFound);
    }

    private async Task<IResult> ReplaceAsync(HttpContext http, Entries entries, IEnumerable<StandardText> texts, string done)
    {
        var now = (await frames.ForAsync(http)).Dates.Now;
        var seen = int.TryParse(entries["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return await store.ReplaceAsync(texts, seen, StaffSignIn.Of(http.User)!.Name, now, http.RequestAborted)
            ? Results.Redirect($"{Address}?done={done}")
            : await PageAsync(http, null, entries.Wrong(SomebodyElse));
    }

    private async Task<IResult> PageAsync(HttpContext http, int? version, Entries entries)
    {
        var frame = await frames.ForAsync(http);
        var current = await store.CurrentAsync(http.RequestAborted);
        var shown = version is { } number ? await store.FindAsync(number, http.RequestAborted) : current;
        return shown is null
            ? Page.Of<Trouble>(frame, Trouble.NotFound, StatusCodes.Status404NotFound)
            : Page.Of<TextsPage>(
                frame, new TextsView(shown.Version, current.Version, shown.Texts, await store.HistoryAsync(http.RequestAborted), entries),
                entries.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsNamed(StandardText one, string form, string name) =>
        one.Form == form && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase);
}
