using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

public sealed class ReleaseAuditTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_administrator_draws_a_sample_records_findings_and_sees_what_is_open()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/audit");
        await page.FollowAsync("Release audits");
        (await page.TextAsync()).ShouldContain("No audit yet");
        await page.PressAsync("Draw the sample");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Nothing was released in these days");
        await Look.AtAsync(page, "release-audits-empty");

        await (await Story.OfPublicAsync(app)).DeliverAsync();
        await (await Story.OfPublicAsync(app)).DeliverAsync();
        await page.GotoAsync("/admin/audits");
        await page.PressAsync("Draw the sample");
        (await page.TextAsync()).ShouldContain("2 requests open");
        await page.UnfoldAsync("Record a finding");
        await page.ChooseAsync("What did you find?", "Something is wrong");
        await page.PressAsync("Record the finding");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Say what is wrong");
        await page.FillInAsync("In words", "The file named a program nobody asked for");
        await page.PressAsync("Record the finding");
        (await page.TextAsync()).ShouldContain("The finding was recorded");
        (await page.TextAsync()).ShouldContain("The file named a program nobody asked for");
        await page.UnfoldAsync("Record another finding");
        await page.Locator("details[open]").GetByText("What was wrong is mended").ClickAsync();
        await page.Locator("details[open] textarea").FillAsync("Recalled and released anew");
        await page.Locator("details[open]").GetByRole(AriaRole.Button).ClickAsync();
        (await page.TextAsync()).ShouldContain("1 request open");
        await page.UnfoldAsync("Record a finding");
        await Look.AtAsync(page, "release-audit");
        await page.GotoAsync("/admin/audits");
        await Look.AtAsync(page, "release-audits");
    }
}
