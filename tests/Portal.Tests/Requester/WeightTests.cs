using System.Globalization;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

/// <summary>How much a browser that was never here fetches, counted on the wire with everything a page brings: styles, type, scripts.</summary>
public sealed class WeightTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    private const double Most = 150_000;

    [Theory]
    [InlineData("/request", true)]
    [InlineData("/request", false)]
    [InlineData("/", true)]
    public async Task A_first_page_is_light(string path, bool javaScript)
    {
        var page = await chromium.OpenAsync(app.Address, javaScript, width: 390);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        var loaded = new Dictionary<string, double>(StringComparer.Ordinal);
        session.Event("Network.responseReceived").OnEvent += (_, data) =>
            addresses[data!.Value.GetProperty("requestId").GetString()!] = data.Value.GetProperty("response").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
            loaded[data!.Value.GetProperty("requestId").GetString()!] = data.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var list = string.Join('\n', loaded.OrderByDescending(one => one.Value)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Value,8:0} {new Uri(addresses[one.Key]).AbsolutePath}")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {loaded.Values.Sum().ToString(CultureInfo.InvariantCulture)} bytes\n{list}");
        addresses.Values.ShouldContain(address => address.Contains("portal.css", StringComparison.Ordinal), "what is measured is a whole page");
        addresses.Values.ShouldAllBe(address => address.StartsWith(app.Address.ToString(), StringComparison.Ordinal));
        loaded.Values.Sum().ShouldBeInRange(10_000, Most, list);

        // The next page brings itself only.
        loaded.Clear();
        await page.GotoAsync("/catalog", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        loaded.Values.Sum().ShouldBeLessThan(Most / 5);
    }

    [Fact]
    public async Task Styles_and_scripts_are_compressed_and_kept_and_pages_that_hold_secrets_are_not_compressed()
    {
        foreach (var (path, isCompressed) in new[]
        {
            (Service.Portal.Assets.StaticAssets.Link("uswds/css/uswds.min.css"), true), (Service.Portal.Assets.StaticAssets.Link("portal/draft.js"), true),
            ("/request", false),
        })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, path);
            asked.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var answer = await app.Client.SendAsync(asked, TestContext.Current.CancellationToken);
            answer.Content.Headers.ContentEncoding.ShouldBe(isCompressed ? ["br"] : [], path);
            if (isCompressed)
            {
                answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
            }
        }
    }
}
