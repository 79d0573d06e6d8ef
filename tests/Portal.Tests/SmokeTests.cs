using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests;

public sealed class SmokeTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("/", "Ask the district for data")]
    [InlineData("/dev", "On this machine")]
    [InlineData("/dev/clock", "Clock")]
    [InlineData("/dev/mailbox", "Mailbox")]
    [InlineData("/dev/sign-in", "Sign in")]
    public async Task A_page_is_there_with_its_styles_and_axe_finds_nothing(string path, string heading)
    {
        var page = await chromium.OpenAsync(app.Address);
        var missing = new List<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
                missing.Add($"{answer.Status} {answer.Url}");
        };

        await page.GotoAsync(path);

        (await page.Locator("h1").InnerTextAsync()).ShouldBe(heading);
        missing.ShouldBeEmpty();
        await ChromiumFixture.ShouldBeAccessibleAsync(page);
    }

    [Fact]
    public async Task The_clock_moves_at_a_click_without_scripts()
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await page.GotoAsync("/dev/clock");
        var before = await page.Locator(".office-lead time").GetAttributeAsync("datetime");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "1 day on" }).ClickAsync();

        var after = await page.Locator(".office-lead time").GetAttributeAsync("datetime");
        (DateTimeOffset.Parse(after!) - DateTimeOffset.Parse(before!)).TotalHours.ShouldBe(24, 0.1);
    }

    [Fact]
    public async Task Signing_in_leads_to_the_queue()
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await page.GotoAsync("/dev/sign-in?returnUrl=%2Fstaff");
        await page.GetByLabel("Name").FillAsync("Ana Lyst");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();

        (await page.Locator(".office-person").InnerTextAsync()).ShouldContain("Ana Lyst");
        new Uri(page.Url).AbsolutePath.ShouldBe("/staff");
    }
}
