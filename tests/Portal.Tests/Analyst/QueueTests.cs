using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

public sealed class QueueTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Several_requests_are_assigned_at_once_and_what_was_refused_says_why()
    {
        var stories = new[] { await Story.OfPartnerAsync(app, "Una First"), await Story.OfPartnerAsync(app, "Dua Second"), await Story.OfPartnerAsync(app, "Tria Third") };
        var page = await SignedInAsync();
        await page.GotoAsync("/staff?status=Submitted");
        foreach (var story in stories)
        {
            await page.GetByLabel($"Choose {story.Id}").CheckAsync();
        }

        // Somebody else is faster with the third one.
        await stories[2].StaffAsync("Assign", new { assignee = "Bea Lyst" });
        (await page.TextAsync()).ShouldContain("(3)");
        await Look.AtAsync(page, "queue-chosen");
        await page.PressAsync("See what will happen");
        var before = await page.TextAsync();
        before.ShouldContain("2 requests would go to Ana Lyst; 6 e-mails leave. Nothing has been done yet.");
        before.ShouldContain("Somebody changed it since this page was opened");
        (await stories[0].NowAsync()).GetProperty("status").GetString().ShouldBe("Submitted");
        await Look.AtAsync(page, "queue-before");
        await page.PressAsync("Do it to 2 requests");
        var text = await page.TextAsync();
        text.ShouldContain("2 requests assigned; 1 not:");
        await Look.AtAsync(page, "queue-done");
        (await stories[0].NowAsync()).GetProperty("status").GetString().ShouldNotBe("Submitted");
    }

    [Fact]
    public async Task Requesters_are_reminded_and_deadlines_extended_without_scripts_too()
    {
        var asked = await Story.OfPublicAsync(app);
        await asked.StaffAsync("AskClarification", new { question = "Which grades?" });
        var page = await SignedInAsync(javaScript: false);
        await page.GotoAsync("/staff");
        await page.GetByLabel($"Choose {asked.Id}").CheckAsync();
        await page.GetByLabel("Do this").SelectOptionAsync("Remind");
        await page.PressAsync("See what will happen");
        (await page.TextAsync()).ShouldContain("one e-mail leaves");
        await page.PressAsync("Do it to 1 request");
        (await page.TextAsync()).ShouldContain("1 request reminded.");
        (await app.MailboxAsync("rita@example.org")).Count(mail => mail.GetProperty("requestId").GetString() == asked.Id && mail.GetProperty("template").GetString() == "ClarificationReminder").ShouldBe(1);

        await page.GetByLabel($"Choose {asked.Id}").CheckAsync();
        await page.GetByLabel("Do this").SelectOptionAsync("Extend");
        await page.PressAsync("See what will happen");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Enter the business days");
        (await page.GetByLabel($"Choose {asked.Id}").IsCheckedAsync()).ShouldBeTrue();
        await page.FillInAsync("Extend by business days", "5");
        await page.FillInAsync("Reason of an extension", "Five years of data");
        await page.GetByLabel("Do this").SelectOptionAsync("Extend");
        await page.PressAsync("See what will happen");
        await page.PressAsync("Do it to 1 request");
        (await page.TextAsync()).ShouldContain("1 request extended.");
    }

    [Fact]
    public async Task A_request_is_found_by_a_name_and_a_filter_is_kept_and_forgotten()
    {
        var story = await Story.OfPartnerAsync(app, "Quilla Marsh");
        var page = await SignedInAsync();
        await page.GotoAsync("/staff");
        await page.FillInAsync("Name, organization", "quil");
        await page.PressAsync("Search");
        (await page.TextAsync()).ShouldContain(story.Id);
        await Look.AtAsync(page, "queue-found");
        await page.FillInAsync("Name, organization", "nobody at all");
        await page.PressAsync("Search");
        (await page.TextAsync()).ShouldContain("Nothing was found");

        await page.GotoAsync("/staff?status=AwaitingNda&assignee=Ana+Lyst");
        await page.FillInAsync("Keep this filter as", "My agreements");
        await page.PressAsync("Keep");
        await page.GotoAsync("/staff");
        await page.FollowAsync("My agreements");
        page.Url.ShouldContain("status=AwaitingNda");
        await page.UnfoldAsync("Filter");
        await page.PressAsync("Forget the filter");
        (await page.TextAsync()).ShouldNotContain("My agreements");
    }

    [Fact]
    public async Task The_queue_is_worked_by_keys_and_the_keys_can_be_turned_off()
    {
        await Story.OfPartnerAsync(app);
        await Story.OfPartnerAsync(app);
        var page = await SignedInAsync();
        await page.GotoAsync("/staff");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        (await page.Locator(".office-choose").First.IsCheckedAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("j");
        var second = await page.Locator("[data-rows] tbody tr").Nth(1).Locator("th a").InnerTextAsync();
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("search-q");
        await page.Keyboard.PressAsync("j");
        (await page.Locator("#search-q").InputValueAsync()).ShouldBe("j");
        await page.Locator("[data-rows] tbody tr").Nth(1).Locator("th a").PressAsync("Enter");
        await page.WaitForURLAsync($"**/staff/requests/{second}");

        await page.GotoAsync("/staff");
        await page.UnfoldAsync("Keys");
        await page.GetByLabel("Turn these keys off").CheckAsync();
        await page.ReloadAsync();
        await page.Keyboard.PressAsync("j");
        (await page.EvaluateAsync<string>("() => document.activeElement.tagName")).ShouldBe("BODY");
    }

    private async Task<IPage> SignedInAsync(bool javaScript = true)
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: javaScript);
        await page.SignInAsync("Ana Lyst", "Analyst");
        return page;
    }
}
