using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Counter;

public sealed class CounterTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_school_secretary_writes_down_a_visit_and_the_legal_advisor_reviews_it()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SetViewportSizeAsync(390, 800);
        await page.GotoAsync("/counter");
        await page.PressAsync("Continue");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("Choose who is there");
        await Look.AtAsync(page, "counter-1-who");
        await page.ChooseAsync("Who is there?", "Immigration officials");
        await page.Locator("#visit-agency").FillAsync("Federal agency of the example");
        await page.FillInAsync("Officer's name", "Kim Badge");
        await page.PressAsync("Continue");
        await page.ChooseAsync("Which paper do they bring?", "Subpoena");
        await page.ChooseAsync("What became of the papers?", "Copied");
        await Look.AtAsync(page, "counter-2-papers");
        await page.PressAsync("Continue");
        await page.FillInAsync("What do they ask for?", "The immigration status of one student");
        await page.ChooseAsync("How many students is it about?", "One student");
        await page.PressAsync("Continue");
        (await page.Locator("#problems").InnerTextAsync()).ShouldContain("does not write it down");
        await page.FillInAsync("What do they ask for?", "The address of one student");
        await Look.AtAsync(page, "counter-3-asked");
        await page.PressAsync("Continue");
        await page.FillInAsync("School", "Harbor High");
        await page.FillInAsync("Your name", "Sam Counter");
        await page.FillInAsync("Your work e-mail address", "sam@harborcity.example");
        await page.PressAsync("Continue");
        (await page.TextAsync()).ShouldContain("Do not let them into classrooms");
        await Look.AtAsync(page, "counter-5-send");
        await page.PressAsync("Send it to the office that decides");
        (await page.HeadingAsync()).ShouldBe("The visit is on record");
        await page.Locator("#papers-file").SetInputFilesAsync(new FilePayload { Name = "page 1.txt", MimeType = "text/plain", Buffer = "Subpoena"u8.ToArray() });
        await page.PressAsync("Hand in the copy");
        (await page.TextAsync()).ShouldContain("Handed in: page 1.txt");
        await Look.AtAsync(page, "counter-6-recorded");
        var id = await page.Locator(".office-id").First.InnerTextAsync();

        var staff = await chromium.OpenAsync(app.Address);
        await staff.SignInAsync("Ap Prover", "Approver");
        await staff.GotoAsync($"/staff/requests/{id}");
        (await staff.TextAsync()).ShouldContain("owed before anything can leave");
        await Look.AtAsync(staff, "authority-1-review");
        await staff.ActAsync("Approve", "Approve the request", "Please look at your words again", async () =>
        {
            await staff.Locator("#approve-ground").SelectOptionAsync("Subpoena");
            await staff.Locator("#approve-approvedInformation").FillAsync("home address");
            await staff.Locator("#approve-conditions").FillAsync("He is a gang member");
        });
        await Look.AtAsync(staff, "authority-2-words");
        await staff.ActAsync("Approve", "Approve the request", "Only this may leave: home address", () => staff.Locator("#approve-conditions").FillAsync("For this case only"));
        await staff.UnfoldAsync("Record the notice to the family");
        await staff.FillInAsync("How the family was told", "By letter");
        await staff.PressAsync("Record the notice");
        (await staff.TextAsync()).ShouldContain("The clock stands still while the family may object");
        await Look.AtAsync(staff, "authority-3-notice");
    }
}
