using Core.Languages;
using Core.Notifications;
using Service.Portal.Layout;

namespace Local.Dev.Gallery;

/// <summary>The gallery of letters: a list, a page a letter and language, and the letter alone as mail programs show it.</summary>
internal static class GalleryEndpoints
{
    // Nothing is loaded and nothing runs; only the gallery's own page may frame it.
    private const string Alone = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";
    private const string Framing = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/letters", ListAsync);
        dev.MapGet("/letters/{letter}/{language}", ShowAsync);
        dev.MapGet("/letters/{letter}/{language}/html", HtmlAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, FrameSource frames) =>
        Page.Of<Pages.LettersPage>(await frames.ForAsync(http), SampleLetters.All(await frames.CircumstancesAsync(http.RequestAborted)));

    private static async Task<IResult> ShowAsync(string letter, string language, HttpContext http, FrameSource frames)
    {
        if (await FindAsync(letter, language, http, frames) is not ({ } sample, { } say))
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Framing;
        return Page.Of<Pages.LetterPage>(await frames.ForAsync(http), new LetterView(sample, say));
    }

    private static async Task<IResult> HtmlAsync(string letter, string language, HttpContext http, FrameSource frames)
    {
        if (await FindAsync(letter, language, http, frames) is not ({ } sample, { } say))
            return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = Alone;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Results.Content(SampleLetter.HtmlOf(sample.Written[say.Tag]), "text/html; charset=utf-8");
    }

    private static async Task<(SampleLetter? Letter, Texts? Say)> FindAsync(string letter, string language, HttpContext http, FrameSource frames)
    {
        var found = SampleLetters.All(await frames.CircumstancesAsync(http.RequestAborted)).FirstOrDefault(one => one.Name == letter);
        return (found, found?.Languages.FirstOrDefault(say => say.Tag == language));
    }
}

/// <summary>What a letter's page shows.</summary>
/// <param name="Sample">The letter, in its languages.</param>
/// <param name="Say">The language shown.</param>
internal sealed record LetterView(SampleLetter Sample, Texts Say)
{
    /// <summary>The letter in that language.</summary>
    public Letter Letter => Sample.Written[Say.Tag];
}
