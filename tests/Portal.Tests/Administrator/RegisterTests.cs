using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

public sealed class RegisterTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_administrator_imports_partners_sees_what_would_change_and_undoes_it_and_a_request_shows_what_its_partner_has()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/registers");
        (await page.TextAsync()).ShouldContain("The register is empty");

        await ImportAsync(page, "name,complete,ndaEndsOn\nHarbor Reading Partners,perhaps,\nOther,no,soon\n");
        var problems = await page.Locator("#problems").InnerTextAsync();
        problems.ShouldContain("Line 2, complete");
        problems.ShouldContain("Line 3, ndaEndsOn");

        await ImportAsync(page, """
            name,domains,programs,schools,complete,ndaEndsOn,destructionDueOn
            Harbor Reading Partners,partner.example,Tutoring; Summer reading,Pier School; Dock School,no,2025-12-31,
            Dock Music,music.example,Choir,Pier School,yes,2026-12-31,2026-01-31
            """);
        (await page.TextAsync()).ShouldContain("Added: 2");
        await Look.AtAsync(page, "admin-register-preview");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("The register was changed");
        (await page.TextAsync()).ShouldContain("The agreement has ended.");
        await Look.AtAsync(page, "admin-register");

        await page.GotoAsync($"/staff/requests/{story.Id}");
        (await page.TextAsync()).ShouldContain("The request says that the partner registration is complete; the register says it is not.");
        (await page.TextAsync()).ShouldContain("Tutoring, Summer reading");
        await Look.AtAsync(page, "staff-request-partner");

        await page.GotoAsync("/admin/registers/partners");
        await page.UnfoldAsync("Enter or correct one");
        await page.FillInAsync("Name", "Harbor Reading Partners");
        await page.FillInAsync("Registration complete", "yes");
        await page.Locator("form[action$='/entry'] button").ClickAsync();
        (await page.TextAsync()).ShouldContain("complete: no → yes");

        await page.GotoAsync("/admin/registers/partners/versions/1");
        (await page.TextAsync()).ShouldContain("Removed: 2");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("The register is empty");
        (await page.TextAsync()).ShouldContain("Back to version 1");
    }

    private static async Task ImportAsync(IPage page, string csv)
    {
        await page.GotoAsync("/admin/registers/partners");
        await page.UnfoldAsync("Import a file");
        await page.Locator("#file-file").SetInputFilesAsync(new FilePayload { Name = "partners.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await page.Locator("form[action$='/preview'] button").ClickAsync();
    }
}
