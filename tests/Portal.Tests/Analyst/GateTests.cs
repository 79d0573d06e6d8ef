using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

/// <summary>What the staff page shows of the release gate: the suppressed table with its reasons, and who overrode a check and why.</summary>
public sealed class GateTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_suppressed_table_is_made_on_the_page_and_says_what_is_hidden_and_why()
    {
        var story = await Story.OfPublicAsync(app);
        var file = await story.UploadAsync("visits.csv", "grade,students,percent\n9,120,48.6%\n10,7,2.8%\n11,30,12.1%\n12,90,36.4%\nTotal,247,100.0%\n");
        var page = await SignedInAsync("Ana Lyst", "Analyst");
        await page.GotoAsync($"/staff/requests/{story.Id}");
        await page.PressAsync("Make the suppressed table");
        var text = await page.TextAsync();
        text.ShouldContain("visits-suppressed.csv");
        text.ShouldContain("cells hidden: 1 small, 1 to protect them, 2 percentages");
        await page.Locator("summary", new PageLocatorOptions { HasText = "cells hidden" }).ClickAsync();
        text = await page.TextAsync();
        text.ShouldContain("counts a small group");
        text.ShouldContain("row 3, column \"students\" could be worked out from it");
        text.ShouldContain("The requester reads: Some numbers in this file are not shown");
        await Look.AtAsync(page, "staff-hidden-report");

        var safe = (await story.NowAsync()).GetProperty("deliverables").EnumerateArray().Single(one => one.GetProperty("id").GetString() != file);
        await story.StaffAsync("Deliver", new { deliverableIds = new[] { safe.GetProperty("id").GetString() } });
        var own = await chromium.OpenAsync(app.Address);
        await own.GotoAsync($"/requests/{story.Id}?token={story.Token}");
        await own.Locator("summary", new PageLocatorOptions { HasText = "What is not shown" }).ClickAsync();
        (await own.TextAsync()).ShouldContain("1 number is below 10 and is replaced by “*”.");
        await Look.AtAsync(own, "requester-hidden-note");
    }

    [Fact]
    public async Task A_fix_is_overridden_on_the_page_by_a_second_person_with_a_reason_and_a_block_is_not_offered()
    {
        var story = await Story.OfPublicAsync(app);
        var both = await SignedInAsync("Bo Throles", "Analyst", "Approver");
        await both.GotoAsync($"/staff/requests/{story.Id}");
        await UploadAsync(both, "tiny.csv", "grade,students\n9,7\n10,80\n");
        (await both.TextAsync()).ShouldContain("Mend the file, or have somebody other than Bo Throles, with the Approver role, override the check with a written reason");
        (await both.Locator("summary", new PageLocatorOptions { HasText = "Override a check" }).CountAsync()).ShouldBe(0);
        await UploadAsync(both, "names.csv", "student name,students\n\"Rivera, Ana\",12\n\"Chen, Bo\",14\n");

        var approver = await SignedInAsync("Ap Prover", "Approver");
        await approver.GotoAsync($"/staff/requests/{story.Id}");
        (await approver.TextAsync()).ShouldContain("Nobody can override this");
        await approver.UnfoldAsync("Override a check");
        (await approver.Locator("#override-deliverableId option").AllInnerTextsAsync()).ShouldNotContain(name => name.Contains("names.csv", StringComparison.Ordinal));
        await approver.PressAsync("Override, on record");
        (await approver.TextAsync()).ShouldNotContain("who did not upload it");
        await approver.Locator("#override-reason").FillAsync("Ferries, not students");
        await approver.PressAsync("Override, on record");
        (await approver.TextAsync()).ShouldContain("Overridden by Ap Prover, who did not upload it. Their reason: Ferries, not students");
        await Look.AtAsync(approver, "staff-overridden");
    }

    private static async Task UploadAsync(IPage page, string name, string csv)
    {
        await page.UnfoldAsync("Upload a file");
        await page.Locator("#upload-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await page.PressForPageAsync("Upload and check");
        (await page.TextAsync()).ShouldContain("The file was uploaded and checked");
    }

    private async Task<IPage> SignedInAsync(string name, params string[] roles)
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync(name, roles);
        return page;
    }
}
