using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>What hands do on a page, named by what people read there.</summary>
internal static class Hands
{
    /// <summary>Presses a button.</summary>
    public static Task PressAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).First.ClickAsync();

    /// <summary>Presses a button and waits for the page that follows, where a script brings it in its own time.</summary>
    public static async Task PressForPageAsync(this IPage page, string name)
    {
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await page.PressAsync(name);
        await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
    }

    /// <summary>Follows a link.</summary>
    public static Task FollowAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name }).First.ClickAsync();

    /// <summary>Fills in a field; the label's beginning is enough.</summary>
    public static Task FillInAsync(this IPage page, string label, string text) => page.GetByLabel(label).First.FillAsync(text);

    /// <summary>Chooses an answer to a question. The design system draws the buttons itself, so it is the label that is pressed.</summary>
    public static Task ChooseAsync(this IPage page, string question, string answer) =>
        page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = question })
            .Locator("label").Filter(new LocatorFilterOptions { HasText = answer }).First.ClickAsync();

    /// <summary>Opens what is folded up.</summary>
    public static async Task UnfoldAsync(this IPage page, string summary)
    {
        var details = page.Locator("details").Filter(new LocatorFilterOptions { Has = page.Locator("summary", new PageLocatorOptions { HasText = summary }) }).First;
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").First.ClickAsync();
        }
    }

    /// <summary>The page's heading.</summary>
    public static Task<string> HeadingAsync(this IPage page) => page.Locator("h1").First.InnerTextAsync();

    /// <summary>All that is to be read in the page's main part.</summary>
    public static Task<string> TextAsync(this IPage page) => page.Locator("main").InnerTextAsync();
}
