using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Administrator;

/// <summary>In a class of its own: the recess must lie between a request's receipt and its deadline.</summary>
public sealed class CalendarTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_recess_shows_which_deadlines_move_and_who_is_told_before_it_moves_them_and_is_undone()
    {
        var story = await Story.OfPublicAsync(app);
        var due = await DueAsync(story);
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Administrator");
        await page.GotoAsync("/admin/calendar?year=2034");
        (await page.TextAsync()).ShouldContain("Legal holidays of 2034");
        (await page.TextAsync()).ShouldContain("Monday, January 2, 2034: New Year's Day (kept on Monday)");

        await page.FillInAsync("Day", "2026-03-09");
        await page.FillInAsync("Last day", "2026-03-10");
        await page.FillInAsync("Name", "Spring recess");
        await page.PressAsync("Add");
        var preview = await page.TextAsync();
        preview.ShouldContain("Spring recess: Monday, March 9, 2026 to Tuesday, March 10, 2026");
        preview.ShouldContain(story.Id);
        preview.ShouldContain("rita@example.org");
        (await DueAsync(story)).ShouldBe(due);
        await Look.AtAsync(page, "admin-calendar-preview");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("1 deadline moved.");
        (await DueAsync(story)).ShouldBe(due.AddDays(2));
        await Look.AtAsync(page, "admin-calendar-recess");

        await page.GetByText("going back to version 1").ClickAsync();
        (await page.TextAsync()).ShouldContain("Removed");
        await page.PressAsync("Put it into force");
        (await page.TextAsync()).ShouldContain("Back to version 1");
        (await DueAsync(story)).ShouldBe(due);
    }

    private static async Task<DateTimeOffset> DueAsync(Story story) => (await story.NowAsync()).GetProperty("dueAt").GetDateTimeOffset();
}
