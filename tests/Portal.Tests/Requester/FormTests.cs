using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

public sealed class FormTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_parent_who_asks_for_too_much_learns_before_sending_what_can_be_asked_instead()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync("/");
        await Look.AtAsync(page, "home");
        await page.FollowAsync("Ask for data");
        await Look.AtAsync(page, "form-1-you");

        await page.ChooseAsync("Who are you?", "Parent, guardian or student");
        await page.FillInAsync("Your name", "Paula Rent");
        await page.FillInAsync("Your e-mail address", "paula@example.org");
        await page.PressAsync("Continue");
        await Look.AtAsync(page, "form-2-situation-parent");
        await page.PressAsync("Continue");
        await Look.AtAsync(page, "form-3-data");
        await page.ChooseAsync("What kind of data do you need?", "One row a student, with identifiers");
        await page.FillInAsync("What would you like to know?", "Names of all students in my child's class and their attendance");
        await page.PressAsync("Continue");
        await Look.AtAsync(page, "form-4-use");
        await page.FillInAsync("What will the data be used for?", "A class list for families");
        await page.FillInAsync("Who will see it?", "The parents");
        await page.PressAsync("Continue");

        var text = await page.TextAsync();
        text.ShouldContain("This request cannot be fulfilled as it is");
        text.ShouldContain("What you can do instead");
        await Look.AtAsync(page, "form-5-review-refusal");
    }

    [Fact]
    public async Task What_is_missing_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync("/request");
        await page.FillInAsync("Your name", "Rita Quester");
        await page.FillInAsync("Your e-mail address", "not an address");
        await page.PressAsync("Continue");

        await Look.AtAsync(page, "form-1-errors");
        (await page.TitleAsync()).ShouldStartWith("Error: ");
        (await page.Locator("#problems a").AllInnerTextsAsync()).Count.ShouldBe(2);
        await page.Locator("#problems a").First.ClickAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("requester.kind");
        (await page.GetByLabel("Your name").InputValueAsync()).ShouldBe("Rita Quester");
        (await page.GetByLabel("Your e-mail address").InputValueAsync()).ShouldBe("not an address");
    }

    [Fact]
    public async Task While_the_question_is_typed_what_is_published_already_is_shown()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync("/request");
        await page.ChooseAsync("Who are you?", "Parent, guardian or student");
        await page.FillInAsync("Your name", "Paula Rent");
        await page.FillInAsync("Your e-mail address", "paula@example.org");
        await page.PressAsync("Continue");
        await page.PressAsync("Continue");
        await page.GetByLabel("What would you like to know?").PressSequentiallyAsync("how many kids dropped out last year");
        await Assertions.Expect(page.Locator("#suggestions")).ToContainTextAsync("Dropout Report");
        await Look.AtAsync(page, "form-3-data-suggestions");
        await page.FillInAsync("What would you like to know?", "zebra crossings");
        await Assertions.Expect(page.Locator("#suggestions")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_published_dataset_that_answers_ends_the_matter_and_nothing_is_stored()
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await FilledInAsync(page, "Member of the public", "What is the graduation rate of each high school?");
        (await page.TextAsync()).ShouldContain("Is your answer published already?");
        await page.PressAsync("This answers my question");
        (await page.HeadingAsync()).ShouldBe("Good: it is published already");
    }

    [Fact]
    public async Task Answers_can_be_changed_from_the_last_step_and_going_back_loses_nothing()
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await FilledInAsync(page, "Member of the public", "How many students take the bus?");
        await page.PressAsync("Change the data");
        (await page.GetByLabel("What would you like to know?").InputValueAsync()).ShouldBe("How many students take the bus?");
        await page.PressAsync("Back");
        await page.PressAsync("Back");
        (await page.GetByLabel("Your name").InputValueAsync()).ShouldBe("Rita Quester");
        for (var step = 0; step < 4; step++)
        {
            await page.PressAsync("Continue");
        }

        (await page.HeadingAsync()).ShouldBe("Check and send");
        (await page.TextAsync()).ShouldContain("How many students take the bus?");
    }

    [Fact]
    public async Task Sending_the_same_form_twice_makes_one_request()
    {
        var page = await chromium.OpenAsync(app.Address, javaScript: false);
        await FilledInAsync(page, "Member of the public", "How many lockers are there?");
        await page.PressAsync("Send the request");
        var first = await page.Locator(".office-id").First.InnerTextAsync();
        await page.GoBackAsync();
        await page.PressAsync("Send the request");
        (await page.Locator(".office-id").First.InnerTextAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task The_catalogue_is_searched_in_plain_words()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync("/catalog");
        await Look.AtAsync(page, "catalog");
        await page.FillInAsync("What are you looking for?", "graduation");
        await page.PressAsync("Search");
        (await page.Locator("main ol a").First.InnerTextAsync()).ShouldContain("raduat");
        await Look.AtAsync(page, "catalog-found");
    }

    [Theory]
    [InlineData("/nowhere", 404, "We cannot find that page")]
    [InlineData("/requests/DR-0000-0000", 404, "This link does not open a request")]
    [InlineData("/requests/DR-0000-0000?token=wrong", 404, "This link does not open a request")]
    public async Task What_is_not_there_is_said_in_the_same_design(string path, int status, string heading)
    {
        var page = await chromium.OpenAsync(app.Address);
        var answer = await page.GotoAsync(path);
        answer!.Status.ShouldBe(status);
        (await page.HeadingAsync()).ShouldBe(heading);
        await Look.AtAsync(page, $"trouble-{heading.Length}");
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_taken()
    {
        using var answer = await app.Client.PostAsync("/request", new FormUrlEncodedContent([new("go", "send")]));
        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This page was open for too long");
    }

    private static async Task FilledInAsync(IPage page, string kind, string scope)
    {
        await page.GotoAsync("/request");
        await page.ChooseAsync("Who are you?", kind);
        await page.FillInAsync("Your name", "Rita Quester");
        await page.FillInAsync("Your e-mail address", "rita@example.org");
        await page.PressAsync("Continue");
        await page.PressAsync("Continue");
        await page.ChooseAsync("What kind of data do you need?", "Counts and rates");
        await page.FillInAsync("What would you like to know?", scope);
        await page.PressAsync("Continue");
        await page.FillInAsync("What will the data be used for?", "To understand our schools");
        await page.FillInAsync("Who will see it?", "Only me");
        await page.PressAsync("Continue");
    }
}
