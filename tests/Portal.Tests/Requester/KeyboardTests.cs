using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

/// <summary>Whole ways through the pages at 400 % zoom with nothing but a keyboard.</summary>
public sealed class KeyboardTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_parent_is_refused_is_told_what_to_ask_instead_and_asks_it()
    {
        var (page, keys) = await OpenAsync();
        await page.GotoAsync("/");
        await keys.LookAsync("home");
        await keys.FollowAsync("Ask for data");
        await keys.LookAsync("parent-1");
        await YouAsync(keys, "Parent, guardian or student", "Paula Rent");
        await keys.LookAsync("parent-2");
        await keys.PressAsync("Continue");
        await keys.ChooseAsync("What kind of data do you need?", "One row a student, with identifiers");
        await keys.TypeAsync("What would you like to know?", "Names and attendance of all students in my child's class");
        await keys.LookAsync("parent-3");
        await keys.PressAsync("Continue");
        await UseAsync(keys, "A class list for families", "The parents");
        (await page.TextAsync()).ShouldContain("This request cannot be fulfilled as it is");
        (await page.TextAsync()).ShouldContain("What you can do instead");
        await keys.LookAsync("parent-5-refused");

        // Takes the advice: counts instead of names.
        await keys.PressAsync("Change the data");
        await keys.ChooseAsync("What kind of data do you need?", "Counts and rates");
        await keys.TypeAsync("What would you like to know?", "How often pupils of grade 3 are absent");
        await keys.PressAsync("Continue");
        await keys.PressAsync("Continue");
        (await page.TextAsync()).ShouldNotContain("cannot be fulfilled");
        await keys.LookAsync("parent-5-accepted");
        await keys.PressAsync("Send the request");
        (await page.HeadingAsync()).ShouldContain("Your request was sent");
        await keys.LookAsync("parent-6-sent");
    }

    [Fact]
    public async Task A_partner_reads_and_signs_the_agreement()
    {
        var (page, keys) = await OpenAsync();
        await page.GotoAsync("/request");
        await YouAsync(keys, "Community partner", "Pat Artner");
        await keys.ChooseAsync("Are all your programs", "Yes");
        await keys.ChooseAsync("Do you have agreements", "No");
        await keys.LookAsync("partner-2");
        await keys.PressAsync("Continue");
        await keys.ChooseAsync("What kind of data do you need?", "One row a student, without identifiers");
        await keys.TypeAsync("What would you like to know?", "Attendance of students in grades 3 to 5");
        await keys.TypeAsync("Which facts or columns?", "attendance rate");
        await keys.ChooseAsync("Which school years?", "2025-26");
        await keys.PressAsync("Continue");
        await UseAsync(keys, "To plan tutoring for the coming year", "Our three program leads");
        (await page.TextAsync()).ShouldContain("Non-disclosure agreement");
        await keys.PressAsync("Send the request");
        await keys.FollowAsync("Open your request");
        await keys.LookAsync("partner-own");
        var story = await StoryAsync(page);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        await page.ReloadAsync();
        (await page.TextAsync()).ShouldContain("Read and sign the agreement");
        await keys.LookAsync("partner-nda");
        await keys.ChooseAsync("Your agreement", "I have read the agreement");
        await keys.TypeAsync("Your full name", "Pat Artner");
        await keys.TypeAsync("Your title", "Director");
        await keys.PressAsync("Sign the agreement");
        (await page.TextAsync()).ShouldContain("You signed the agreement");
        await keys.FollowAsync("Read or print it");
        await keys.LookAsync("partner-agreement");
    }

    [Fact]
    public async Task A_researcher_without_approval_is_sent_to_research_review()
    {
        var (page, keys) = await OpenAsync();
        await page.GotoAsync("/request");
        await YouAsync(keys, "Researcher", "Rene Searcher");
        await keys.LookAsync("researcher-2");
        await keys.PressAsync("Continue");
        await keys.ChooseAsync("What kind of data do you need?", "One row a student, without identifiers");
        await keys.TypeAsync("What would you like to know?", "Reading levels over five years");
        await keys.PressAsync("Continue");
        await UseAsync(keys, "A study of reading instruction", "Readers of a journal");
        (await page.Locator("#outcome ~ *").First.InnerTextAsync()).ShouldNotBeEmpty();
        await keys.LookAsync("researcher-5");
        await keys.PressAsync("Send it to that office");
        (await page.HeadingAsync()).ShouldContain("Handed over");
        (await page.TextAsync()).ShouldContain("esearch");
        await keys.LookAsync("researcher-6-handed-over");
        await keys.FollowAsync("Open your request");
        await keys.LookAsync("researcher-own");
    }

    [Fact]
    public async Task A_principal_gets_the_roster_of_the_own_school_with_a_code()
    {
        var (page, keys) = await OpenAsync();
        await page.GotoAsync("/request");
        var mail = $"principal-{Guid.NewGuid():N}@school.example";
        await YouAsync(keys, "School leader", "Pri Ncipal", mail);
        await keys.ChooseAsync("Is this only about students of your own school", "Yes");
        await keys.LookAsync("principal-2");
        await keys.PressAsync("Continue");
        await keys.ChooseAsync("What kind of data do you need?", "One row a student, with identifiers");
        await keys.TypeAsync("What would you like to know?", "Roster of my grade 9 students");
        await keys.TypeAsync("Which facts or columns?", "student id\nname");
        await keys.ChooseAsync("Which school years?", "2025-26");
        await keys.ChooseAsync("Is this about a specific group", "Yes");
        await keys.TypeAsync("Their student IDs", "482915, 482916");
        await keys.LookAsync("principal-3");
        await keys.PressAsync("Continue");
        await UseAsync(keys, "To plan advisory groups", "My counselors");
        await keys.LookAsync("principal-5");
        await keys.PressAsync("Send the request");
        await keys.FollowAsync("Open your request");
        var story = await StoryAsync(page);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        var file = await story.UploadAsync("roster.csv", "student id,name\n482915,Pupil One\n482916,Pupil Two\n");
        await story.StaffAsync("Deliver", new { deliverableIds = new[] { file } });
        await page.ReloadAsync();
        (await page.HeadingAsync()).ShouldBe("Your data is ready");
        await keys.LookAsync("principal-ready");
        await keys.PressAsync("Send me a code");
        await keys.LookAsync("principal-code");
        await keys.TypeAsync("Code from our e-mail", "000000");
        await keys.EnterAsync();
        await keys.LookAsync("principal-wrong-code");
        await keys.TypeAsync("Code from our e-mail", await CodeAsync(mail));
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldContain("482915");
    }

    [Fact]
    public async Task The_first_thing_Tab_leads_to_skips_to_the_content_and_mistakes_lead_to_their_fields()
    {
        var (page, keys) = await OpenAsync();
        await page.GotoAsync("/request");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("Skip to main content");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
        await keys.PressAsync("Continue");
        await keys.LookAsync("mistakes");
        await keys.ToAsync(page.Locator("#problems a").Nth(1), "the second mistake");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("requester.name");
    }

    private async Task<(IPage Page, Keyboard Keys)> OpenAsync()
    {
        var page = await chromium.OpenAsync(app.Address, width: Keyboard.Width, height: Keyboard.Height);
        return (page, new Keyboard(page));
    }

    private static async Task YouAsync(Keyboard keys, string kind, string name, string mail = "somebody@example.org")
    {
        await keys.ChooseAsync("Who are you?", kind);
        await keys.TypeAsync("Your name", name);
        await keys.TypeAsync("Your e-mail address", mail);
        await keys.PressAsync("Continue");
    }

    private static async Task UseAsync(Keyboard keys, string purpose, string audience)
    {
        await keys.TypeAsync("What will the data be used for?", purpose);
        await keys.TypeAsync("Who will see it?", audience);
        await keys.LookAsync("form-4-use");
        await keys.PressAsync("Continue");
    }

    private async Task<Story> StoryAsync(IPage page)
    {
        var token = (await page.Context.CookiesAsync([page.Url])).Single(cookie => cookie.Name == "request-key").Value;
        return new(app, await app.StaffAsync("Ana Lyst", "Analyst", "Approver"), new Uri(page.Url).AbsolutePath.Split('/')[^1], token);
    }

    private async Task<string> CodeAsync(string mail)
    {
        for (var look = 0; look < 100; look++)
        {
            var box = await app.Client.GetStringAsync($"/dev/mailbox?to={mail}", TestContext.Current.CancellationToken);
            if (Regex.Match(box, @"\b\d{6}\b", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } code)
            {
                return code.Value;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException($"No code came to {mail}.");
    }
}
