using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

/// <summary>Two people and one request: they see each other, hand it over, and share what they write often.</summary>
public sealed class ColleaguesTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Each_sees_that_the_other_has_the_request_open()
    {
        var story = await Story.OfPublicAsync(app);
        var ana = await SignedInAsync("Ana Lyst", "Analyst");
        await ana.GotoAsync($"/staff/requests/{story.Id}");
        (await ana.TextAsync()).ShouldNotContain("is looking at");
        var ben = await SignedInAsync("Ben Oth", "Analyst");
        await ben.GotoAsync($"/staff/requests/{story.Id}");
        (await ben.Locator("[data-others]").InnerTextAsync()).ShouldContain("Ana Lyst is looking at this request now");
        await Look.AtAsync(ben, "staff-colleague");

        // Ana's page hears of it without a reload: coming back to the window is enough.
        await ana.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await ana.GetByText("Ben Oth is looking at this request now").WaitForAsync();
        await ben.GotoAsync("/staff");
        await ana.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await ana.GetByText("Ben Oth is looking at this request now").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task A_request_is_handed_over_with_what_the_next_one_should_know()
    {
        var story = await Story.OfPublicAsync(app);
        var page = await SignedInAsync("Ana Lyst", "Analyst");
        await page.GotoAsync($"/staff/requests/{story.Id}");
        await page.UnfoldAsync("Hand over");
        await page.Locator("#assign-assignee").FillAsync("ben@district.example");
        await page.Locator("#assign-note").FillAsync("They call on Fridays.");
        await page.Locator("aside details[open]").GetByRole(AriaRole.Button, new() { Name = "Preview the e-mail" }).First.ClickAsync();
        var letter = await page.Locator("details:has(#assign-note) .office-letter").InnerTextAsync();
        letter.ShouldContain("ben@district.example");
        letter.ShouldContain("They call on Fridays.");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldContain("This e-mail leaves");
        await Look.AtAsync(page, "staff-hand-over");

        // What was read is not what would leave any more: it is shown again.
        await page.Locator("#assign-note").FillAsync("They call on Mondays.");
        await page.Locator("aside details[open]").GetByRole(AriaRole.Button, new() { Name = "Hand over" }).First.ClickAsync();
        (await page.Locator("details:has(#assign-note) .office-letter").InnerTextAsync()).ShouldContain("They call on Mondays.");
        await page.Locator("aside details[open]").GetByRole(AriaRole.Button, new() { Name = "Hand over" }).First.ClickAsync();
        (await page.TextAsync()).ShouldContain("Handed over to ben@district.example by Ana Lyst: They call on Mondays.");
        (await app.MailboxAsync("ben@district.example")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_standard_text_goes_after_what_was_typed(bool javaScript)
    {
        var story = await Story.OfPublicAsync(app);
        var page = await SignedInAsync("Ana Lyst", "Analyst", javaScript);
        await page.GotoAsync($"/staff/requests/{story.Id}");
        await page.UnfoldAsync("Ask the requester");
        await page.Locator("#ask-question").FillAsync("Good morning.");
        await page.Locator("details:has(#ask-question)").GetByText("Use a standard text").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Which years and grades" }).ClickAsync();
        (await page.Locator("#ask-question").InputValueAsync()).ShouldStartWith("Good morning.\n\nWhich school years");
        if (javaScript)
        {
            await Look.AtAsync(page, "staff-standard-text");
        }
    }

    [Fact]
    public async Task An_administrator_writes_changes_removes_and_brings_back_texts()
    {
        var page = await SignedInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/texts");
        await Look.AtAsync(page, "texts");
        var form = page.Locator("section:has(#new)");
        await form.GetByLabel("Name").FillAsync("Which schools");
        await form.GetByLabel("Text").FillAsync("Is the family undocumented?");
        await page.PressAsync("Keep this text");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("never asked for or kept");
        await Look.AtAsync(page, "texts-wrong");
        await form.GetByLabel("Text").FillAsync("Which schools do you mean?");
        await page.PressAsync("Keep this text");
        (await page.TextAsync()).ShouldContain("The text was kept");
        await page.UnfoldAsync("Which schools");
        await page.PressAsync("Remove “Which schools”");
        (await page.TextAsync()).ShouldContain("The text was removed");
        await page.FollowAsync("Look at going back to version 1");
        (await page.TextAsync()).ShouldContain("Which schools");
        await Look.AtAsync(page, "texts-earlier");
        await page.PressAsync("Bring it back");
        (await page.TextAsync()).ShouldContain("in force again");
        (await page.TextAsync()).ShouldContain("Which schools");
    }

    private async Task<IPage> SignedInAsync(string name, string role, bool javaScript = true)
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: javaScript);
        await page.SignInAsync(name, role);
        return page;
    }
}
