using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

public sealed class DraftTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    private const string Stored = "() => localStorage.getItem('request-draft') ?? ''";

    [Fact]
    public async Task A_closed_window_loses_nothing_and_sending_ends_the_draft()
    {
        var page = await chromium.OpenAsync(app.Address);
        await FillInAsync(page, "Dana Raft");
        await page.FillInAsync("What would you like to know?", "Share of pupils who ride the ferry");
        await StoredAsync(page, "ferry");
        await Look.AtAsync(page, "form-3-draft");

        var later = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await later.GotoAsync("/request");
        (await later.TextAsync()).ShouldContain("You have a draft on this device");
        (await later.TextAsync()).ShouldContain("It was last changed on ");
        await Look.AtAsync(later, "form-1-draft-found");
        await later.PressAsync("Continue your draft");
        (await later.HeadingAsync()).ShouldBe("The data");
        (await later.GetByLabel("What would you like to know?").InputValueAsync()).ShouldBe("Share of pupils who ride the ferry");
        await later.ChooseAsync("What kind of data do you need?", "Counts and rates");
        await later.PressAsync("Continue");
        await later.FillInAsync("What will the data be used for?", "To plan the ferry");
        await later.FillInAsync("Who will see it?", "Only me");
        await later.PressAsync("Continue");
        (await later.HeadingAsync()).ShouldBe("Check and send");
        (await later.TextAsync()).ShouldContain("Dana Raft");

        // From the last step as well, with the office's checks.
        await later.GotoAsync("/request");
        await later.PressAsync("Continue your draft");
        (await later.HeadingAsync()).ShouldBe("Check and send");
        await later.PressAsync("Send the request");
        (await later.HeadingAsync()).ShouldContain("Your request was sent");
        (await later.EvaluateAsync<string>(Stored)).ShouldBe("");
        await later.GotoAsync("/request");
        (await later.TextAsync()).ShouldNotContain("You have a draft");
    }

    [Fact]
    public async Task Whoever_shares_a_computer_deletes_it_or_keeps_none()
    {
        var page = await chromium.OpenAsync(app.Address);
        await FillInAsync(page, "Dana Raft");
        await page.GotoAsync("/request");
        await page.PressAsync("Delete it");
        (await page.EvaluateAsync<string>(Stored)).ShouldBe("");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("The draft is deleted.");
        (await page.TextAsync()).ShouldNotContain("You have a draft");

        await FillInAsync(page, "Dana Raft");
        await StoredAsync(page, "Dana Raft");
        await page.PressAsync("Keep no draft on this device");
        (await page.EvaluateAsync<string>(Stored)).ShouldBe("");
        await page.FillInAsync("What would you like to know?", "Something secret");
        await page.PressAsync("Continue");
        (await page.EvaluateAsync<string>(Stored)).ShouldBe("");
        await Look.AtAsync(page, "form-draft-none");
        await page.PressAsync("Keep a draft");
        await StoredAsync(page, "Something secret");
    }

    [Fact]
    public async Task Student_IDs_and_keys_of_the_page_are_never_kept()
    {
        var page = await chromium.OpenAsync(app.Address);
        await FillInAsync(page, "Dana Raft");
        await page.ChooseAsync("What kind of data do you need?", "Counts and rates");
        await page.FillInAsync("What would you like to know?", "Attendance of my group");
        await page.ChooseAsync("Is this about a specific group", "Yes");
        await page.FillInAsync("Their student IDs", "482915, 482916");
        await page.PressAsync("Continue");
        await page.FillInAsync("What will the data be used for?", "To plan the group");
        var key = await page.Locator("form[action='/request'] [name='form-key']").InputValueAsync();
        await StoredAsync(page, "To plan the group");
        var stored = await page.EvaluateAsync<string>(Stored);
        stored.ShouldNotContain("482915");
        stored.ShouldNotContain(key);

        // So the draft goes on where they are asked for, not behind it.
        await page.GotoAsync("/request");
        (await page.TextAsync()).ShouldContain("Student IDs are not kept in it");
        await page.PressAsync("Continue your draft");
        (await page.HeadingAsync()).ShouldBe("The data");
        (await page.GetByLabel("Their student IDs").InputValueAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_draft_is_forgotten_after_a_week_and_one_that_cannot_be_read_at_once()
    {
        var page = await chromium.OpenAsync(app.Address);
        await FillInAsync(page, "Dana Raft");
        await page.EvaluateAsync("() => localStorage.setItem('request-draft', localStorage.getItem('request-draft').replace(/\"savedAt\":\\d+/, `\"savedAt\":${Date.now() - 8 * 86400000}`))");
        await page.GotoAsync("/request");
        (await page.TextAsync()).ShouldNotContain("You have a draft");
        (await page.EvaluateAsync<string>(Stored)).ShouldBe("");
        await page.EvaluateAsync("() => localStorage.setItem('request-draft', '{no')");
        await page.ReloadAsync();
        (await page.HeadingAsync()).ShouldBe("About you");
        (await page.EvaluateAsync<string>(Stored)).ShouldBe("");
    }

    [Fact]
    public async Task Where_a_browser_keeps_nothing_no_draft_is_promised()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('No', 'SecurityError'); } })");
        await FillInAsync(page, "Dana Raft");
        (await page.TextAsync()).ShouldNotContain("draft");
        await page.FillInAsync("What would you like to know?", "How many lockers?");
        await page.ChooseAsync("What kind of data do you need?", "Counts and rates");
        await page.PressAsync("Continue");
        (await page.HeadingAsync()).ShouldBe("Its use");
    }

    private static Task StoredAsync(IPage page, string text) =>
        page.WaitForFunctionAsync("text => localStorage.getItem('request-draft')?.includes(text)", text);

    // To the third step.
    private static async Task FillInAsync(IPage page, string name)
    {
        await page.GotoAsync("/request");
        await page.ChooseAsync("Who are you?", "Member of the public");
        await page.FillInAsync("Your name", name);
        await page.FillInAsync("Your e-mail address", "dana@example.org");
        await page.PressAsync("Continue");
        await page.PressAsync("Continue");
    }
}
