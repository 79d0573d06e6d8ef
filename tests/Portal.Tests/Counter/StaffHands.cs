using Microsoft.Playwright;
using Portal.Tests.Browser;

namespace Portal.Tests.Counter;

/// <summary>What staff do with a request: the form, the e-mail that would leave, then the act.</summary>
internal static class StaffHands
{
    /// <summary>Does it and reads what the page says then; where it is refused, that is read instead.</summary>
    public static async Task ActAsync(this IPage page, string action, string button, string said, Func<Task>? fill = null)
    {
        await page.UnfoldAsync(action);
        if (fill is not null)
        {
            await fill();
        }

        if (await Button("Preview the e-mail").IsVisibleAsync())
        {
            await Button("Preview the e-mail").ClickAsync();
            await page.Locator(".office-letters, #problems").First.WaitForAsync();
        }

        if (await Button(button).IsVisibleAsync())
        {
            await Button(button).ClickAsync();
        }

        try
        {
            await page.GetByText(said).First.WaitForAsync(new LocatorWaitForOptions { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            (await page.TextAsync()).ShouldContain(said);
        }

        ILocator Button(string name) =>
            page.Locator("aside details[open]").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).First;
    }
}
