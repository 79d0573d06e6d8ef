using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

public sealed class AdministratorTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_closure_added_by_form_is_in_the_calendar_and_a_bad_file_changes_nothing()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/calendar");
        await page.FillInAsync("Day", "2026-12-23");
        await page.FillInAsync("Name", "Snow day");
        await page.PressAsync("Add");
        (await page.TextAsync()).ShouldContain("Nothing has changed yet");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("Wednesday, December 23, 2026");
        await page.UnfoldAsync("Replace all closures");
        await page.Locator("#file-file").SetInputFilesAsync(new FilePayload { Name = "bad.ics", MimeType = "text/calendar", Buffer = "BEGIN:VCALENDAR\nnonsense"u8.ToArray() });
        await page.PressAsync("See what would change");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Line ");
        (await page.TextAsync()).ShouldContain("Wednesday, December 23, 2026");
        await Look.AtAsync(page, "admin-calendar");
    }

    [Fact]
    public async Task A_policy_with_a_mistake_is_refused_with_its_line_and_a_good_one_is_in_force()
    {
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/policy");
        var text = await page.GetByLabel("Version").InputValueAsync();
        await page.GetByLabel("Version").FillAsync(text.Replace("\"smallestGroup\": 10", "\"smallestGroup\": 1", StringComparison.Ordinal));
        await page.PressAsync("See what would change");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("smallestGroup");
        await Look.AtAsync(page, "admin-policy");
        await page.GetByLabel("Version").FillAsync(text.Replace("\"smallestGroup\": 10", "\"smallestGroup\": 12", StringComparison.Ordinal));
        await page.PressAsync("See what would change");
        (await page.TextAsync()).ShouldContain("smallestGroup");
        await Look.AtAsync(page, "admin-policy-preview");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("The policy was changed");
        await page.GotoAsync("/");
        (await page.TextAsync()).ShouldContain("Groups under 12 students");

        await page.GotoAsync("/admin/policy/versions/1");
        (await page.TextAsync()).ShouldContain("Back to version 1");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("3, in force");
        await page.GotoAsync("/");
        (await page.TextAsync()).ShouldContain("Groups under 10 students");
    }

    [Fact]
    public async Task The_catalogue_is_edited_and_what_it_was_good_for_is_shown()
    {
        var visitor = await chromium.OpenAsync(app.Address);
        await visitor.GotoAsync("/catalog?q=dropouts");
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/catalog");
        (await page.TextAsync()).ShouldContain("Dropout Report");
        var text = await page.GetByLabel("The datasets").InputValueAsync();
        await page.GetByLabel("The datasets").FillAsync(text.Replace("\"https://", "\"//", StringComparison.Ordinal));
        await page.PressAsync("Put it into force");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("is not an address");
        await page.GetByLabel("The datasets").FillAsync(text.Replace("\"Dropout Report\"", "\"Dropouts by Year\"", StringComparison.Ordinal));
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("Version 1");
        await Look.AtAsync(page, "admin-catalogue");
        await visitor.GotoAsync("/catalog");
        (await visitor.TextAsync()).ShouldContain("Dropouts by Year");
    }

    [Theory]
    [InlineData("promptness", "Deadlines kept")]
    [InlineData("workload", "Workload")]
    [InlineData("forecast", "The next ten business days")]
    public async Task A_report_is_a_table_with_its_chart_and_its_files(string report, string title)
    {
        await (await Story.OfPublicAsync(app)).DeliverAsync();
        var page = await SignedInAsync();
        await page.GotoAsync("/admin/reports");
        await Look.AtAsync(page, "admin-reports");
        await page.FollowAsync(title);
        await Assertions.Expect(page.Locator(".office-chart__wide svg[role=img]").First).ToBeVisibleAsync();
        (await page.Locator("table tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await Look.AtAsync(page, $"admin-report-{report}");
        var csv = await page.APIRequest.GetAsync(new Uri(app.Address, await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href")).ToString());
        csv.Headers["content-type"].ShouldStartWith("text/csv");
    }

    private async Task<IPage> SignedInAsync()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        return page;
    }
}
