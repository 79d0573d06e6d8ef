using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.Tests.Browser.ChromiumFixture))]

namespace Portal.Tests.Browser;

/// <summary>One real Chromium for all tests of pages; where none can be had, tests that open a page are skipped and say so.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private const float LongestStep = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        if (await ChromiumSearch.FindAsync(playwright) is { } path)
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
    }

    /// <summary>A new page with cookies of its own.</summary>
    /// <param name="javaScript">Pages must work without it; axe needs it.</param>
    /// <param name="width">The width of the window; 390 is a phone's.</param>
    /// <param name="height">The height of the window.</param>
    public async Task<IPage> OpenAsync(Uri address, bool javaScript = true, int width = 1280, int height = 900)
    {
        if (browser is null)
            Assert.Skip("No Chromium was found, downloaded or installed: put one on the PATH, or name one in CHROME.");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(LongestStep);
        return await context.NewPageAsync();
    }

    /// <summary>Fails where axe finds anything on the page, naming each place.</summary>
    public static Task ShouldBeAccessibleAsync(IPage page) => ShouldPassAsync(page, new AxeRunOptions { ResultTypes = [ResultType.Violations] });

    /// <summary>Fails where axe finds colours too alike.</summary>
    public static Task ShouldHaveContrastAsync(IPage page) =>
        ShouldPassAsync(page, new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Rules("color-contrast") });

    private static async Task ShouldPassAsync(IPage page, AxeRunOptions options)
    {
        var result = await page.RunAxe(options);
        result.Violations
            .Select(violation => $"{page.Url}: {violation.Id} ({violation.Impact}): {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
            .ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
