using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

public sealed class OwnPageTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    // Ten rows a grade: fewer would single students out.
    private static readonly string Csv = "Row,Grade level,Attendance rate\n" + string.Concat(Enumerable.Range(1, 20).Select(row => $"{row},{3 + (row % 2)},0.9{row % 7}\n"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_partner_goes_from_the_form_to_the_download(bool javaScript)
    {
        var page = await chromium.OpenAsync(app.Address, javaScript);
        Task LookAsync(string name) => javaScript ? Look.AtAsync(page, name) : Task.CompletedTask;

        // Asks
        await page.GotoAsync("/request");
        await page.ChooseAsync("Who are you?", "Community partner");
        await page.FillInAsync("Your name", "Pat Artner");
        await page.FillInAsync("Your e-mail address", "pat@partner.example");
        await page.FillInAsync("Your organization or school", javaScript ? "Harbor Reading Partners" : "Pier Tutors");
        await page.PressAsync("Continue");
        await page.ChooseAsync("Are all your programs", "Yes");
        await page.ChooseAsync("Do you have agreements", "Yes");
        await LookAsync("form-2-situation-partner");
        await page.PressAsync("Continue");
        await page.ChooseAsync("What kind of data do you need?", "One row a student, without identifiers");
        await page.FillInAsync("What would you like to know?", "Attendance of students in grades 3 to 5");
        await page.FillInAsync("Which facts or columns?", "attendance rate\ngrade level");
        await page.ChooseAsync("Which school years?", "2025-26");
        await page.PressAsync("Continue");
        await page.FillInAsync("What will the data be used for?", "To plan tutoring for the coming year");
        await page.FillInAsync("Who will see it?", "Our three program leads");
        await page.PressAsync("Continue");
        (await page.TextAsync()).ShouldContain("Non-disclosure agreement");
        await LookAsync("form-5-review");
        await page.PressAsync("Send the request");
        (await page.HeadingAsync()).ShouldContain("Your request was sent");
        await LookAsync("sent");
        await page.FollowAsync("Open your request");
        var id = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        var token = (await page.Context.CookiesAsync([page.Url])).Single(cookie => cookie.Name == "request-key").Value;
        var story = new Story(app, await app.StaffAsync("Ana Lyst", "Analyst"), id, token);
        (await page.HeadingAsync()).ShouldBe("It is our turn");
        await LookAsync("own-1-submitted");

        // Answers
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        await story.StaffAsync("AskClarification", new { question = "Which schools do you work with?" });
        await page.GotoAsync($"/requests/{id}");
        (await page.HeadingAsync()).ShouldBe("It is your turn");
        await LookAsync("own-2-question");
        await page.FillInAsync("Your answer", "Harbor and Pier elementary schools.");
        await page.PressAsync("Send the answer");
        (await page.TextAsync()).ShouldContain("Your answer was sent");

        // Decides on the fee
        await story.StaffAsync("EstimateFee", new { hours = 12, records = 5000, note = "Two sources have to be joined." });
        await page.ReloadAsync();
        await LookAsync("own-3-fee");
        await page.SetViewportSizeAsync(Keyboard.Width, Keyboard.Height);
        (await page.Locator(".office-scroll").EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth")).ShouldBeTrue("the whole fee is seen on a phone");
        await page.SetViewportSizeAsync(1280, 900);
        await page.PressAsync("Accept $");
        (await page.TextAsync()).ShouldContain("You accepted the fee");

        // Hands in documents
        (await page.TextAsync()).ShouldContain("Hand in your documents");
        await LookAsync("own-4-documents");
        foreach (var kind in new[] { "ExistingAgreement" })
        {
            await page.GetByLabel("What is it?").SelectOptionAsync(kind);
            await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = $"{kind}.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
            await (javaScript ? page.PressForPageAsync("Hand in") : page.PressAsync("Hand in"));
            (await page.TextAsync()).ShouldContain("Your document was handed in");
            await LookAsync("own-5-documents-received");
            await story.StaffAsync("AcceptDocument", new { kind });
        }

        // Signs
        await page.GotoAsync($"/requests/{id}");
        (await page.TextAsync()).ShouldContain("Read and sign the agreement");
        await LookAsync("own-6-nda");
        await page.GetByLabel("Your full name").FillAsync("Pat Artner");
        await page.GetByLabel("Your title").FillAsync("Director");
        await page.PressAsync("Sign the agreement");
        (await page.TextAsync()).ShouldContain("agree");
        await page.ChooseAsync("Your agreement", "I have read the agreement");
        (await page.GetByLabel("Your full name").InputValueAsync()).ShouldBe("Pat Artner");
        await page.PressAsync("Sign the agreement");
        (await page.TextAsync()).ShouldContain("You signed the agreement");
        await story.StaffAsync("CountersignNda", new { endsOn = "2026-08-31" });
        await page.FollowAsync("Read or print it");
        await LookAsync("own-7-agreement");
        await page.FollowAsync("Back to your request");
        await page.UnfoldAsync("How this day was worked out");
        await LookAsync("own-8-in-progress");

        // Fetches
        var file = await story.UploadAsync("attendance.csv", Csv);
        await story.StaffAsync("Deliver", new { deliverableIds = new[] { file }, note = "Rates are rounded to two digits." });
        await page.GotoAsync($"/requests/{id}");
        (await page.HeadingAsync()).ShouldBe("Your data is ready");
        await LookAsync("own-9-delivered");
        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Download"));
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldBe(Csv);
        download.SuggestedFilename.ShouldBe("attendance.csv");
    }

    [Fact]
    public async Task The_link_in_an_email_opens_the_page_and_its_key_leaves_the_address()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await page.GotoAsync($"/requests/{story.Id}?token={story.Token}");
        new Uri(page.Url).PathAndQuery.ShouldBe($"/requests/{story.Id}");
        var cookie = (await page.Context.CookiesAsync([page.Url])).Single(one => one.Name == "request-key");
        cookie.HttpOnly.ShouldBeTrue();
        cookie.SameSite.ShouldBe(SameSiteAttribute.Lax);
    }

    [Fact]
    public async Task Withdrawing_asks_once_more_and_then_ends_the_request()
    {
        var story = await Story.OfPartnerAsync(app);
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync($"/requests/{story.Id}?token={story.Token}");
        await page.FollowAsync("Withdraw this request");
        await Look.AtAsync(page, "own-withdraw");
        await page.FillInAsync("Would you tell us why?", "We found it elsewhere");
        await page.PressAsync("Withdraw the request");
        (await page.TextAsync()).ShouldContain("This request is withdrawn");
        await Look.AtAsync(page, "own-withdrawn");
        (await story.NowAsync()).GetProperty("status").GetString().ShouldBe("Withdrawn");
    }

    [Fact]
    public async Task What_is_too_late_is_said_on_the_page()
    {
        var story = await Story.OfPartnerAsync(app);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        await story.StaffAsync("AskClarification", new { question = "Which schools?" });
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await page.GotoAsync($"/requests/{story.Id}?token={story.Token}");
        await page.FillInAsync("Your answer", "Typed with care");
        await story.RequesterAsync("answers", new { text = "From another window" });
        await page.PressAsync("Send the answer");
        (await page.TextAsync()).ShouldContain("That could not be done");
    }
}
