using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

public sealed class TrainingTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_administrator_imports_a_register_sees_what_would_change_and_undoes_it_and_who_is_held_up_reads_why()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/training");
        (await page.TextAsync()).ShouldContain("The register is empty");
        await Look.AtAsync(page, "admin-training-empty");

        await ImportAsync(page, "name,email,office,roles,course,completedOn,validUntil\nAda Min,nobody,Data office,Administrator,,,\nB,b@district.example,,,,,\n");
        var problems = await page.Locator("#problems").InnerTextAsync();
        problems.ShouldContain("Line 2, email");
        problems.ShouldContain("Line 3, office");

        await ImportAsync(page, """
            name,email,office,roles,course,completedOn,validUntil
            Lapsed Prover,lapsed@district.example,Data office,Approver,privacy,2024-01-10,2025-01-10
            Ada Min,ada@district.example,Data office,Administrator,privacy,2025-09-01,
            Mira Issing,mira@district.example,Harbor School,Analyst,,,
            Sona Ending,sona@district.example,Harbor School,Analyst,privacy,2025-03-20,2026-03-20
            """);
        (await page.TextAsync()).ShouldContain("Held up from then on");
        (await page.TextAsync()).ShouldContain("Lapsed Prover, Mira Issing");
        await Look.AtAsync(page, "admin-training-preview");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("The training register was changed");
        (await page.TextAsync()).ShouldContain("lapsed on Friday, January 10, 2025");
        await Look.AtAsync(page, "admin-training");

        var approver = await chromium.OpenAsync(app.Address);
        await approver.SignInAsync("Lapsed Prover", "Approver", "Analyst");
        await approver.GotoAsync("/staff/training");
        (await approver.TextAsync()).ShouldContain("Something is held up");
        await Look.AtAsync(approver, "staff-training");
        var story = await Story.OfPartnerAsync(app);
        await approver.GotoAsync($"/staff/requests/{story.Id}");
        (await approver.TextAsync()).ShouldContain("Your training is not current, so you cannot approve a request under review");

        await page.GetByText("going back to version 1").ClickAsync();
        (await page.TextAsync()).ShouldContain("Removed: 4");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("The register is empty");
        (await page.TextAsync()).ShouldContain("Back to version 1");
    }

    private static async Task ImportAsync(IPage page, string csv)
    {
        await page.GotoAsync("/admin/training");
        await page.UnfoldAsync("Import a file");
        await page.Locator("#file-file").SetInputFilesAsync(new FilePayload { Name = "training.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await page.PressAsync("See what would change");
    }
}
