using System.Net;
using System.Text.RegularExpressions;
using Core.Languages;
using Core.Notifications;
using Local.Dev.Gallery;
using Microsoft.Extensions.DependencyInjection;
using Service.Desk;
using Shared;

namespace Service.Tests.Dev;

/// <summary>The gallery has every letter there is, in every language there is.</summary>
public sealed partial class GalleryTests(AppFixture app) : IClassFixture<AppFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_template_is_in_it_and_those_to_requesters_in_every_language()
    {
        var letters = await LettersAsync();
        string[] shown = [.. letters.Select(letter => letter.Name.Split('-')[0]).Distinct(StringComparer.Ordinal)];
        Enum.GetNames<MessageKind>().Except(shown).ShouldBeEmpty("no sample story brings these about");
        letters.Where(letter => letter.ToRequester).ShouldAllBe(letter => letter.Written.Count == Texts.All.Count);
        letters.Where(letter => !letter.ToRequester).ShouldAllBe(letter => letter.Written.Keys.Single() == "en");

        var page = await PageAsync("/dev/letters");
        foreach (var (letter, say) in Each(letters))
        {
            page.ShouldContain($"href=\"/dev/letters/{letter.Name}/{say.Tag}\"");
        }
    }

    [Fact]
    public async Task Every_letter_is_whole_in_its_language_and_direction()
    {
        foreach (var (letter, say) in Each(await LettersAsync()))
        {
            var name = $"{letter.Name}, {say.Tag}";
            var html = SampleLetter.HtmlOf(letter.Written[say.Tag]);
            html.ShouldContain($"<html lang=\"{say.Tag}\"", customMessage: name);
            html.ShouldContain($"<main dir=\"{say.Direction}\"", customMessage: name);
            foreach (var text in (string[])[letter.Written[say.Tag].Subject, SampleLetter.TextOf(letter.Written[say.Tag])])
            {
                Unfinished().Match(text).Value.ShouldBeEmpty(name);
            }

            Unfinished().Match(WebUtility.HtmlDecode(Tags().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], "\n"))).Value.ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task A_letter_has_its_page_and_a_document_that_may_run_nothing()
    {
        foreach (var say in Texts.All)
        {
            var page = await PageAsync($"/dev/letters/FeeEstimate/{say.Tag}");
            page.ShouldContain($"src=\"/dev/letters/FeeEstimate/{say.Tag}/html\"");
            page.ShouldContain($"lang=\"{say.Tag}\" dir=\"{say.Direction}\"");
            using var alone = await app.Client.GetAsync($"/dev/letters/FeeEstimate/{say.Tag}/html", Cancel);
            alone.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("sandbox");
            alone.Headers.GetValues("X-Frame-Options").Single().ShouldBe("SAMEORIGIN");
        }

        foreach (var nothing in (string[])["/dev/letters/NoSuch/en", "/dev/letters/FeeEstimate/tlh", "/dev/letters/DailyDigest/es/html"])
        {
            using var answer = await app.Client.GetAsync(nothing, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, nothing);
        }
    }

    private async Task<IReadOnlyList<SampleLetter>> LettersAsync() =>
        SampleLetters.All(await app.Services.GetRequiredService<CurrentCircumstances>().NowAsync(Cancel));

    private static IEnumerable<(SampleLetter Letter, Texts Say)> Each(IEnumerable<SampleLetter> letters) =>
        letters.SelectMany(letter => letter.Languages.Select(say => (letter, say)));

    private async Task<string> PageAsync(string path)
    {
        using var answer = await app.Client.GetAsync(path, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    // Traces of a placeholder that was not filled, or of a value that has no words.
    [GeneratedRegex(@"[{}\uFFFD]|\bnull\b|System\.|Core\.|(?<!\.)\.\.(?!\.)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
