using Core.Languages;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

/// <summary>The main way of a requester, in every language that there is: what it is written in, where it begins, and that it fits.</summary>
public sealed class LanguagesTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_way_from_home_to_the_own_page_holds_in_every_language_on_a_phone_and_on_a_wide_screen()
    {
        var page = await chromium.OpenAsync(app.Address, width: 320);
        foreach (var say in Texts.All.Where(say => say != Texts.English))
        {
            await page.GotoAsync($"/?lang={say.Tag}");
            (await page.Locator(".office-languages li").AllInnerTextsAsync()).ShouldBe(Texts.All.Select(one => one.Name), ignoreOrder: true);
            await LookAsync(page, say, "home");
            await page.GotoAsync("/request");
            await ClickAsync(page, "input[name='requester.kind'][value='CommunityPartner']");
            await page.Locator("[name='requester.name']").FillAsync("Pat Artner");
            await page.Locator("[name='requester.email']").FillAsync($"pat.{say.Tag}@partner.example");
            await page.Locator("[name='requester.organization']").FillAsync($"Harbor Readers {say.Tag}");
            await LookAsync(page, say, "form-1", isChecked: false);
            await NextAsync(page);
            await ClickAsync(page, "input[name='requester.partnerRegistration.complete']");
            await ClickAsync(page, "input[name='requester.partnerRegistration.hasAgreements']");
            await NextAsync(page);
            await LookAsync(page, say, "form-3", isChecked: false);
            await ClickAsync(page, "input[name='data.level'][value='DeIdentifiedStudentLevel']");
            await page.Locator("[name='data.scope']").FillAsync("Attendance of students in grades 3 to 5");
            await page.Locator("[name='data.attributes']").FillAsync("attendance rate\ngrade level");
            await NextAsync(page);
            // Nothing is filled in: the page says what is missing, in its language.
            await NextAsync(page);
            await LookAsync(page, say, "form-4-errors");
            await page.Locator("[name='purpose']").FillAsync("To plan tutoring for the coming year");
            await page.Locator("[name='audience']").FillAsync("Our three program leads");
            await NextAsync(page);
            await LookAsync(page, say, "form-5");
            await ClickAsync(page, "button[name='go'][value='send']", leaves: true);
            await LookAsync(page, say, "sent", isChecked: false);
            await ClickAsync(page, "main a.usa-button[href^='/requests/']", leaves: true);
            await LookAsync(page, say, "own");
        }
    }

    private static readonly string[] Typed =
    [
        "Attendance of students in grades 3 to 5", "attendance rate", "grade level", "To plan tutoring for the coming year", "Our three program leads", "Student Attendance Report",
        "Enrollment by Grade",
    ];

    private static Task NextAsync(IPage page) => ClickAsync(page, "button[name='go'][value='next']", leaves: true);

    // The design system puts its own buttons over the real ones, so it is the element itself that is clicked.
    private static async Task ClickAsync(IPage page, string what, bool leaves = false)
    {
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await page.Locator(what).First.EvaluateAsync("element => element.click()");
        if (leaves)
        {
            await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
        }
    }

    private static async Task LookAsync(IPage page, Texts say, string name, bool isChecked = true)
    {
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(say.Tag, name);
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).direction")).ShouldBe(say.Direction, name);
        await page.ShouldSpeakAsync(say, Typed);
        await Look.FitsAsync(page, 1280, $"{say.Tag}-{name}");
        await Look.FitsAsync(page, 320, $"{say.Tag}-{name}");
        if (isChecked)
        {
            await ChromiumFixture.ShouldBeAccessibleAsync(page);
        }
    }
}
