using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Counter;

/// <summary>A subpoena from the counter of a school to the log: everybody on their own screen (policy sections 3, 5 and 6).</summary>
public sealed class WholePathTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    private const string Officer = "kim.badge@police.example";

    [Fact]
    public async Task A_subpoena_goes_from_the_secretarys_phone_to_a_limited_disclosure_and_into_the_log()
    {
        var id = await AtTheCounterAsync(await chromium.OpenAsync(app.Address, width: 390));

        var advisor = await chromium.OpenAsync(app.Address);
        await advisor.SignInAsync("Lee Gal", "Approver");
        await advisor.GotoAsync($"/staff/requests/{id}");
        await advisor.ActAsync("Approve", "Approve the request", "Only this may leave: attendance rate", async () =>
        {
            await advisor.Locator("#approve-ground").SelectOptionAsync("Subpoena");
            await advisor.Locator("#approve-approvedInformation").FillAsync("attendance rate");
            await advisor.Locator("#approve-conditions").FillAsync("For this case only");
        });
        await advisor.ActAsync("Record the notice to the family", "Record the notice", "The clock stands still while the family may object",
            () => advisor.FillInAsync("How the family was told", "By registered letter"));

        var analyst = await chromium.OpenAsync(app.Address);
        await analyst.SignInAsync("Ana Lyst", "Analyst");
        await analyst.GotoAsync($"/staff/requests/{id}");
        await analyst.ActAsync("Assign", "Assign", "The request was assigned");
        await UploadAsync(analyst, "too-much.csv", "Student ID,Attendance rate,Home address\n482915,0.91,1 Harbor Street\n");
        (await analyst.TextAsync()).ShouldContain("The reviewer approved attendance rate and nothing else");
        await UploadAsync(analyst, "attendance.csv", "Student ID,Attendance rate\n482915,0.91\n");
        (await analyst.TextAsync()).ShouldContain("Nothing can leave before");
        (await analyst.GetByText("Deliver to the requester").CountAsync()).ShouldBe(0);
        (await app.MailboxAsync(Officer)).ShouldNotContain(mail => mail.GetProperty("template").GetString() == "Delivered");

        // Ten business days on.
        await app.SetClockAsync("2026-03-16T17:30:00-04:00");
        await analyst.GotoAsync($"/staff/requests/{id}");
        await analyst.ActAsync("Deliver", "Deliver to the requester", "The files were delivered");
        (await app.MailboxAsync(Officer)).ShouldContain(mail => mail.GetProperty("template").GetString() == "Delivered");
        await Look.AtAsync(analyst, "authority-4-delivered");

        await advisor.GotoAsync("/admin/reports/law-enforcement");
        var line = await advisor.Locator("tr").Filter(new LocatorFilterOptions { HasText = id }).InnerTextAsync();
        foreach (var said in new[] { "Harbor City Police", "Harbor High", "Subpoena", "Lee Gal", "attendance rate", "Delivered", "Yes" })
        {
            line.ShouldContain(said);
        }

        await advisor.GotoAsync("/admin/reports/disclosures");
        (await advisor.Locator("tr").Filter(new LocatorFilterOptions { HasText = "Disclosed" }).First.InnerTextAsync()).ShouldContain("482915");
        await advisor.GotoAsync("/admin/reports/accountability");
        (await advisor.Locator("tr").Filter(new LocatorFilterOptions { HasText = "City or town police" }).InnerTextAsync()).ShouldContain("1\t1");
    }

    private static async Task<string> AtTheCounterAsync(IPage phone)
    {
        await phone.GotoAsync("/counter");
        await phone.ChooseAsync("Who is there?", "City or town police");
        await phone.Locator("#visit-agency").FillAsync("Harbor City Police");
        await phone.FillInAsync("Officer's name", "Kim Badge");
        await phone.FillInAsync("Officer's official e-mail address", Officer);
        await phone.PressAsync("Continue");
        await phone.ChooseAsync("Which paper do they bring?", "Subpoena");
        await phone.ChooseAsync("What became of the papers?", "Copied");
        await phone.PressAsync("Continue");
        await phone.FillInAsync("What do they ask for?", "The attendance rate and the address of one student");
        await phone.ChooseAsync("How many students is it about?", "One student");
        await phone.FillInAsync("Student ID", "482915");
        await phone.PressAsync("Continue");
        await phone.FillInAsync("School", "Harbor High");
        await phone.FillInAsync("Your name", "Sam Counter");
        await phone.FillInAsync("Your work e-mail address", "sam@harborcity.example");
        await phone.PressAsync("Continue");
        await phone.PressAsync("Send it to the office that decides");
        (await phone.HeadingAsync()).ShouldBe("The visit is on record");
        return await phone.Locator(".office-id").First.InnerTextAsync();
    }

    private static async Task UploadAsync(IPage page, string name, string csv)
    {
        await page.GotoAsync(page.Url.Split('?')[0]);
        await page.UnfoldAsync("Upload a file");
        await page.Locator("#upload-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        await page.PressAsync("Upload and check");
        await page.WaitForURLAsync("**done=upload**");
        (await page.TextAsync()).ShouldContain(name);
    }
}
