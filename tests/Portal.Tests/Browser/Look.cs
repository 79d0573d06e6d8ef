using System.Globalization;
using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>Looks at a page as people do: on a narrow phone and a wide screen, light and dark.</summary>
internal static class Look
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), ".local", "screenshots");

    // What sticks out of the window, unless something around it scrolls by itself.
    private const string Beyond = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 && !e.closest('.office-scroll'))
            .map(e => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().right)}`)
        """;

    /// <summary>Keeps a picture of each and fails where axe finds anything, or where a page must be scrolled sideways.</summary>
    public static async Task AtAsync(IPage page, string name)
    {
        var before = page.ViewportSize!;
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var picture = string.Create(CultureInfo.InvariantCulture, $"{name}-{width}{(scheme == ColorScheme.Dark ? "-dark" : "")}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, picture), FullPage = true });
            // Between light and dark nothing changes but the colours.
            await (scheme == ColorScheme.Dark ? ChromiumFixture.ShouldHaveContrastAsync(page) : ChromiumFixture.ShouldBeAccessibleAsync(page));
            (await page.EvaluateAsync<string[]>(Beyond)).ShouldBeEmpty($"{name} at {width} px must be scrolled sideways");
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>The same in the window as it is.</summary>
    public static async Task NowAsync(IPage page, string name)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
        await ChromiumFixture.ShouldBeAccessibleAsync(page);
        (await page.EvaluateAsync<string[]>(Beyond)).ShouldBeEmpty($"{name} must be scrolled sideways");
    }

    /// <summary>A picture at one width, and that nothing sticks out of it to either side.</summary>
    public static async Task FitsAsync(IPage page, int width, string name)
    {
        await page.SetViewportSizeAsync(width, 900);
        var picture = string.Create(CultureInfo.InvariantCulture, $"language-{name}-{width}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, picture), FullPage = true });
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .ShouldBeTrue($"{name} at {width} px must be scrolled sideways: {string.Join(", ", await page.EvaluateAsync<string[]>(Beyond))}");
    }

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
