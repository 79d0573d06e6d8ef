using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

/// <summary>The administrator's view of what receivers have to destroy.</summary>
public sealed class DestructionTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task What_is_owed_overdue_and_settled_is_shown_with_who_is_held_up_and_an_administrator_does_something_about_it()
    {
        var story = await DeliveredAsync();
        await app.AdvanceAsync("P61D");
        var refused = await Story.OfPartnerAsync(app);
        (await refused.NowAsync()).GetProperty("status").GetString().ShouldBe("Refused");
        await app.AdvanceAsync("PT1M");

        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/destruction");
        var text = await page.TextAsync();
        text.ShouldContain("Overdue since ");
        text.ShouldContain("times, last");
        text.ShouldContain("The next request of Pat Artner");
        text.ShouldContain(refused.Id);
        await Look.AtAsync(page, "admin-destruction");
        var csv = await page.APIRequest.GetAsync(new Uri(app.Address, await page.GetByRole(AriaRole.Link, new() { Name = "As CSV" }).GetAttributeAsync("href")).ToString());
        csv.Headers["content-type"].ShouldStartWith("text/csv");
        (await csv.TextAsync()).ShouldContain(story.Id);

        await page.PressAsync($"Remind the receiver of {story.Id}");
        (await page.TextAsync()).ShouldContain("The receiver was reminded");
        await page.UnfoldAsync($"Do without the attestation of {story.Id}");
        await page.FillInAsync("Why", "The partner was dissolved.");
        await page.PressAsync("Do without it");
        await app.AdvanceAsync("PT1M");
        await page.GotoAsync("/admin/destruction");
        (await page.TextAsync()).ShouldContain("Nothing is owed");
        await Look.AtAsync(page, "admin-destruction-none");
        await page.Locator("select[name=show]").SelectOptionAsync("Settled");
        await page.Locator("form.office-inline button").ClickAsync();
        (await page.TextAsync()).ShouldContain("The partner was dissolved.");
        await Look.AtAsync(page, "admin-destruction-settled");
    }

    /// <summary>De-identified rows, delivered under an agreement that ends in 35 days.</summary>
    private async Task<Story> DeliveredAsync()
    {
        var story = await Story.OfPartnerAsync(app);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        foreach (var document in (await story.NowAsync()).GetProperty("documents").EnumerateArray())
        {
            await story.StaffAsync("AcceptDocument", new { kind = document.GetProperty("kind").GetString() });
        }

        await story.RequesterAsync("nda-signature", new { fullName = "Pat Artner", title = "Director", agreed = true });
        var today = (await app.Client.GetStringAsync("/dev/clock")).Split('"')[3][..10];
        await story.StaffAsync("CountersignNda", new { endsOn = $"{DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddDays(35):yyyy-MM-dd}" });
        var rows = string.Concat(Enumerable.Repeat("93.1\n", 20));
        await story.StaffAsync("Deliver", new { deliverableIds = new[] { await story.UploadAsync("rates.csv", $"attendance rate\n{rows}") } });
        return story;
    }
}
