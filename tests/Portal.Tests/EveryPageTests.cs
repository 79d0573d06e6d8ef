using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Core.Languages;
using Local.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Service.Roles;
using Shared;

namespace Portal.Tests;

/// <summary>Nothing that people can open is left out of what axe looks at, and no state in which a requester finds their request.</summary>
public sealed partial class EveryPageTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    private static readonly string[] NotOurs = ["/api/", "/openapi/", "/docs/"];

    private static readonly Dictionary<string, string> Accepting = new(StringComparer.Ordinal) { ["Accept"] = "text/html" };

    // What stands in the addresses.
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["{year}"] = "2025-26", ["{register}"] = "partners", ["{version:int}"] = "1",
    };

    // Files, ways to somewhere else, and what takes more than the samples have; axe looks at the last where they are tested.
    private static readonly string[] NoPageHere =
    [
        "/catalog/open/{id}", "/catalog/suggest", "/accountability", "/sign-in", "/sign-in/failed", "/sign-out/account", "/healthz", "/counter/recorded",
        "/staff/requests/{id}/agreement.pdf", "/staff/requests/{id}/documents/{documentId}",
        "/admin/audits/{id}", "/admin/audit/seals.txt", "/admin/destruction.csv", "/admin/texts/{version:int}", "/admin/training/register.csv", "/admin/registers",
        "/admin/registers/{register}/file.csv", "/dev/mailbox/{id}", "/dev/letters/{letter}/{language}", "/dev/letters/{letter}/{language}/html",
    ];

    // Pages of which no other test takes a picture.
    private static readonly string[] Pictured = ["/lost-link", "/lost-link/sent", "/admin/disclosures", "/dev/letters", "/admin/policy/versions/1"];

    [Fact]
    public async Task Axe_finds_nothing_in_any_state_in_which_requesters_find_their_request()
    {
        var links = await LinksAsync();
        var page = await chromium.OpenAsync(app.Address);
        foreach (var (link, index) in links.Select((link, index) => (link, index)))
        {
            await OpenAsync(page, link.Value);
            await Look.AtAsync(page, $"own-state-{index + 1}");
            foreach (var beside in (string[])["sent", "nda", "withdraw"])
            {
                await LookedAtAsync(page, $"/requests/{link.Groups["id"].Value}/{beside}");
            }
        }
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What the people of the samples wrote: their submissions, and what was said afterwards.
    private static readonly string[] Typed =
    [
        .. SampleStory.All(new DateOnly(2026, 3, 2)).SelectMany(sample => WrittenText().Matches(JsonSerializer.Serialize(sample.Body, Plain)).Select(found => found.Groups[1].Value)),
        "Ten years have to be brought together from two systems.", "Rates are rounded to one decimal.", "I found the figures among the published data.",
        "Do you need the number for each school or for the district as a whole, and for which months?",
    ];

    [Fact]
    public async Task Every_state_is_told_in_the_readers_language()
    {
        var links = await LinksAsync();
        var page = await chromium.OpenAsync(app.Address);
        foreach (var tag in (string[])["es", "ht"])
        {
            var say = Texts.All.Single(one => one.Tag == tag);
            foreach (var open in (string[])["/", "/catalog", "/accountability/2025-26", "/lost-link", "/lost-link/sent", "/nowhere"])
            {
                await page.GotoAsync($"{open}?lang={tag}");
                await page.ShouldSpeakAsync(say, Typed);
            }

            foreach (var link in links)
            {
                var own = $"/requests/{link.Groups["id"].Value}";
                await OpenAsync(page, link.Value);
                await OpenAsync(page, $"{own}?lang={tag}");
                (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(tag, own);
                await page.ShouldSpeakAsync(say, Typed);
                foreach (var address in (string[])[$"{own}/sent?lang={tag}", $"{own}/nda?lang={tag}", $"{own}/withdraw?lang={tag}"])
                {
                    if ((await page.GotoAsync(address))!.Status == 200)
                    {
                        await page.ShouldSpeakAsync(say, Typed);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_page()
    {
        var id = (await LinksAsync())[0].Groups["id"].Value;
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Analyst", "Approver", "Administrator");
        List<string> passed = [];
        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" && row.Who != Who.Requester && !NotOurs.Any(row.Route.StartsWith)))
        {
            var address = Parts.Aggregate(row.Route, (text, part) => text.Replace(part.Key, part.Value, StringComparison.Ordinal)).Replace("{id}", id, StringComparison.Ordinal);
            if (!await LookedAtAsync(page, address))
            {
                passed.Add(row.Route);
            }
        }

        passed.ShouldBe(NoPageHere, ignoreOrder: true);
    }

    /// <summary>Whether there is a page, which then has nothing that axe finds.</summary>
    private static async Task<bool> LookedAtAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address, new APIRequestContextOptions { MaxRedirects = 0, Headers = Accepting });
        if (answer.Status != 200 || !answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
        {
            return false;
        }

        await OpenAsync(page, address);
        await (Pictured.Contains(address) ? Look.AtAsync(page, $"page{address.Replace('/', '-')}") : ChromiumFixture.ShouldBeAccessibleAsync(page));
        return true;
    }

    private async Task<IReadOnlyList<Match>> LinksAsync()
    {
        await ActivatorUtilities.CreateInstance<SampleRequests>(app.Services).SeedAsync(app.Address, _ => { }, TestContext.Current.CancellationToken);
        var links = RequestLink().Matches(await app.Client.GetStringAsync("/dev/mailbox", TestContext.Current.CancellationToken))
            .DistinctBy(found => found.Groups["id"].Value).ToList();
        links.Count.ShouldBeGreaterThan(10);
        return links;
    }

    private static async Task OpenAsync(IPage page, string address) => (await page.GotoAsync(address))!.Status.ShouldBe(200, address);

    [GeneratedRegex(@"/requests/(?<id>[A-Z0-9-]+)\?token=[\w.~%-]+", RegexOptions.None, 2000)]
    private static partial Regex RequestLink();

    [GeneratedRegex(":\"([^\"]*)\"", RegexOptions.None, 2000)]
    private static partial Regex WrittenText();
}
