using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

public sealed class StaffTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_analyst_works_a_request_from_the_queue_to_delivery()
    {
        var story = await Story.OfPartnerAsync(app, "Quinn Ueue");
        var page = await SignedInAsync("Ana Lyst", "Analyst");
        await page.GotoAsync("/staff");
        (await page.TextAsync()).ShouldContain("Quinn Ueue");
        await Look.AtAsync(page, "queue");
        await page.FollowAsync(story.Id);
        await Look.AtAsync(page, "staff-1-new");

        await DoAsync("Assign", "Assign", "The request was assigned");
        await DoAsync("Ask the requester", "Send the question", "The question was sent", () => page.FillInAsync("Question", "Which schools?"));
        await Look.AtAsync(page, "staff-2-asked");
        await story.RequesterAsync("answers", new { text = "All elementary schools." });
        await page.ReloadAsync();
        await DoAsync("Estimate the fee", "Send the estimate", "The estimate was sent", async () =>
        {
            await page.FillInAsync("Hours of work", "8");
            await page.FillInAsync("Records", "2000");
        });
        await story.RequesterAsync("fee-decision", new { accept = true });
        await page.ReloadAsync();
        await DoAsync("Accept documents", "Accept", "The documents were accepted");
        await story.RequesterAsync("nda-signature", new { fullName = "Quinn Ueue", title = "Director", agreed = true });
        await page.ReloadAsync();
        await DoAsync("Countersign the agreement", "Countersign", "fully executed");
        (await page.TextAsync()).ShouldContain("of 15");
        await Look.AtAsync(page, "staff-3-in-progress");

        await UploadAsync(page, "names.csv", "Student name,Attendance rate\nAvery Sample,0.9\n");
        (await page.TextAsync()).ShouldContain("names.csv");
        await Look.AtAsync(page, "staff-4-blocked-file");
        await UploadAsync(page, "attendance.csv", "Row,Grade level,Attendance rate\n" + string.Concat(Enumerable.Range(1, 12).Select(row => $"{row},3,0.9{row % 7}\n")));
        await DoAsync("Deliver", "Deliver to the requester", "The files were delivered");
        await Look.AtAsync(page, "staff-5-delivered");
        (await story.NowAsync()).GetProperty("status").GetString().ShouldBe("Delivered");

        async Task DoAsync(string action, string button, string said, Func<Task>? fill = null)
        {
            await page.UnfoldAsync(action);
            if (fill is not null)
            {
                await fill();
            }

            if (await Button("Preview the e-mail").IsVisibleAsync())
            {
                await Button("Preview the e-mail").ClickAsync();
                (await page.TextAsync()).ShouldContain("This e-mail leaves");
                await Look.AtAsync(page, $"staff-preview-{action.Split(' ')[0].ToLowerInvariant()}");
            }

            await Button(button).ClickAsync();
            (await page.TextAsync()).ShouldContain(said);
        }

        ILocator Button(string name) =>
            page.Locator("aside details[open]").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).First;
    }

    [Fact]
    public async Task Two_who_act_at_once_lose_nothing()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await SignedInAsync("Ben Oth", "Analyst");
        await page.GotoAsync($"/staff/requests/{story.Id}");
        await page.UnfoldAsync("Write a note");
        await page.Locator("#note-text").FillAsync("A note typed with care");
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        await page.PressAsync("Save the note");

        (await page.TextAsync()).ShouldContain("Somebody changed this request");
        await Look.AtAsync(page, "staff-conflict");
        (await page.Locator("#note-text").InputValueAsync()).ShouldBe("A note typed with care");
        await page.PressAsync("Save the note");
        (await page.TextAsync()).ShouldContain("The note was saved");
    }

    [Fact]
    public async Task A_denial_without_an_alternative_is_not_taken()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await SignedInAsync("Ana Lyst", "Analyst");
        await page.GotoAsync($"/staff/requests/{story.Id}");
        await page.UnfoldAsync("Deny");
        await page.Locator("#deny-reason").FillAsync("Not enough staff");
        await page.Locator("#deny-alternative").FillAsync(" ");
        await page.Locator("#deny-alternative").PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Say what may be asked instead");
        await Look.AtAsync(page, "staff-error");
        (await story.NowAsync()).GetProperty("status").GetString().ShouldBe("Submitted");
    }

    [Fact]
    public async Task The_queue_filters_and_says_when_nothing_matches()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await SignedInAsync("Nobody Atall", "Analyst");
        await page.GotoAsync("/staff");
        await page.FollowAsync("Mine");
        (await page.TextAsync()).ShouldContain("Nothing matches this filter");
        await Look.AtAsync(page, "queue-empty");
        await story.StaffAsync("Assign", new { assignee = "Nobody Atall" });
        await page.ReloadAsync();
        (await page.TextAsync()).ShouldContain(story.Id);
    }

    [Fact]
    public async Task Only_staff_come_in()
    {
        var page = await chromium.OpenAsync(app.Address);
        foreach (var path in new[] { "/staff", "/staff/requests/DR-0000-0000", "/admin/sla", "/admin/policy" })
        {
            var answer = await page.GotoAsync(path);
            answer!.Status.ShouldBe(401);
        }

        await Look.AtAsync(page, "sign-in-first");
        var analyst = await SignedInAsync("Ana Lyst", "Analyst");
        (await analyst.GotoAsync("/admin/policy"))!.Status.ShouldBe(403);
        (await analyst.HeadingAsync()).ShouldBe("Your role does not open this page");
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        var page = await SignedInAsync("Ana Lyst", "Analyst");
        await page.PressAsync("Sign out");
        (await page.TextAsync()).ShouldContain("You are signed out");
        (await page.GotoAsync("/staff"))!.Status.ShouldBe(401);
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
