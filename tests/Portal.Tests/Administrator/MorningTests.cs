using System.Net.Http.Json;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

/// <summary>An administrator's morning: what is the matter, which requests, why, are the records whole, and what a closure would move.</summary>
public sealed class MorningTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task From_what_needs_attention_to_the_requests_behind_it_the_mail_that_waits_and_the_records()
    {
        var (missed, fresh) = (await Story.OfPartnerAsync(app), await Story.OfPublicAsync(app));
        await (await Story.OfPublicAsync(app)).DeliverAsync();
        await app.AdvanceAsync("P14D");
        var soon = await Story.OfPublicAsync(app);
        await FailAsync(1000);
        await soon.StaffAsync("AskClarification", new { question = "Which year?" });

        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.FollowAsync("Admin");
        await Assertions.Expect(page.Locator(".office-matters")).ToContainTextAsync("Mail delayed");
        (await page.TextAsync()).ShouldContain("Deadlines missed");
        await Look.AtAsync(page, "admin-home");

        await page.FollowAsync("SLA board");
        (await page.TextAsync()).ShouldContain(missed.Id);
        (await page.Locator(".office-chart__wide svg[role=img]").CountAsync()).ShouldBe(await page.Locator(".office-chart").CountAsync());
        (await page.Locator(".office-chart").CountAsync()).ShouldBe(6);
        await Look.AtAsync(page, "admin-sla");

        await page.Locator(".office-figures a").Filter(new() { HasText = "missed" }).ClickAsync();
        (await page.HeadingAsync()).ShouldBe("Deadlines missed");
        (await page.TextAsync()).ShouldContain(missed.Id);
        (await page.TextAsync()).ShouldNotContain(fresh.Id);
        await Look.AtAsync(page, "admin-sla-requests");

        await page.FollowAsync("Admin");
        await page.FollowAsync("Mail and engine");
        (await page.TextAsync()).ShouldContain("Clarification question");
        (await page.TextAsync()).ShouldContain(soon.Id);
        await Look.AtAsync(page, "admin-health");
        await FailAsync(0);

        await page.FollowAsync("Check the records");
        await page.PressAsync("Check the records");
        (await page.TextAsync()).ShouldContain("The records are whole");
        await Look.AtAsync(page, "admin-audit");
        await page.FollowAsync("Admin");
        (await page.TextAsync()).ShouldContain("No closure is entered");

        await page.FollowAsync("Calendar");
        await page.FillInAsync("Day", "2026-03-20");
        await page.FillInAsync("Name", "Snow day");
        await page.PressAsync("Add");
        (await page.TextAsync()).ShouldContain("Nothing has changed yet");
        await Look.AtAsync(page, "admin-morning-calendar");
    }

    private async Task FailAsync(int next)
    {
        using var answer = await app.Client.PostAsJsonAsync("/dev/mailbox/failures", new { failNext = next }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
