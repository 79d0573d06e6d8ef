using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>Signing in as staff do on one machine.</summary>
internal static class SignIn
{
    public static async Task SignInAsync(this IPage page, string name, params string[] roles)
    {
        await page.GotoAsync("/dev/sign-in?returnUrl=/staff");
        await page.FillInAsync("Name", name);
        foreach (var role in new[] { "Analyst", "Approver", "Administrator" })
        {
            var box = page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = role });
            if (await box.IsCheckedAsync() != roles.Contains(role))
            {
                await page.Locator("label").Filter(new LocatorFilterOptions { HasText = role }).ClickAsync();
            }
        }

        await page.PressAsync("Sign in");
    }
}
