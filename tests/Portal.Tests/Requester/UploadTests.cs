using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Requester;

/// <summary>Files on their way, on a connection slow enough to watch them.</summary>
public sealed class UploadTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    // All that a screen reader was given to say, in order.
    private const string Listen = """
        () => {
          window.said = [];
          const place = document.querySelector('[data-upload="said"]');
          new MutationObserver(() => window.said.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
          addEventListener('pagehide', () => sessionStorage.setItem('said', JSON.stringify(window.said)));
        }
        """;

    [Fact]
    public async Task A_document_is_sent_with_a_bar_that_readers_hear_and_lands_where_the_form_leads()
    {
        var (story, page) = await OpenAsync();
        await page.EvaluateAsync(Listen);
        var network = await page.Context.NewCDPSessionAsync(page);
        await SlowAsync(network, 80_000);
        await ChooseAsync(page, "consent.pdf", 2_400_000);
        await page.PressAsync("Hand in");
        await Assertions.Expect(page.GetByText("Sending consent.pdf: ").Last).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("Stop sending");
        await page.WaitForFunctionAsync("() => document.querySelector('progress').value > 0.05");
        await Look.AtAsync(page, "own-upload-running");
        await SlowAsync(network, -1);
        await page.WaitForURLAsync("**/requests/*?done=document");
        (await page.TextAsync()).ShouldContain("Your document was handed in");
        var said = await page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage.getItem('said'))");
        said.Length.ShouldBeInRange(2, 7);
        said[^1].ShouldContain("has arrived");
        (await page.TextAsync()).ShouldContain("consent.pdf");
        (await story.NowAsync()).GetProperty("documents").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_can_be_stopped_and_then_nothing_was_handed_in()
    {
        var (story, page) = await OpenAsync();
        var network = await page.Context.NewCDPSessionAsync(page);
        await SlowAsync(network, 100_000);
        await ChooseAsync(page, "wrong.pdf", 2_000_000);
        await page.PressAsync("Hand in");
        await page.PressAsync("Stop sending");
        await Assertions.Expect(page.Locator("[data-upload='said']").First).ToHaveTextAsync("You stopped it. Nothing was handed in.");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("Hand in");
        await SlowAsync(network, -1);
        await page.ReloadAsync();
        (await page.TextAsync()).ShouldNotContain("wrong.pdf");
        (await story.NowAsync()).ToString().ShouldNotContain("wrong.pdf");
    }

    [Fact]
    public async Task A_broken_connection_is_said_and_the_file_can_be_sent_again()
    {
        var (_, page) = await OpenAsync();
        await page.RouteAsync("**/documents", route => route.AbortAsync("connectionreset"), new PageRouteOptions { Times = 1 });
        await ChooseAsync(page, "again.pdf", 1_000_000);
        await page.PressAsync("Hand in");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new LocatorFilterOptions { HasText = "The connection broke" })).ToBeVisibleAsync();
        await Look.AtAsync(page, "own-upload-broken");
        await page.PressAsync("Hand in");
        await page.WaitForURLAsync("**/requests/*?done=document");
        (await page.TextAsync()).ShouldContain("again.pdf");
    }

    [Fact]
    public async Task What_is_too_large_is_said_before_it_is_sent_and_what_the_office_refuses_in_its_own_words()
    {
        var (_, page) = await OpenAsync();
        await page.EvaluateAsync("""
            () => {
              const files = new DataTransfer();
              files.items.add(new File([new Uint8Array(26 * 1024 * 1024)], 'huge.pdf'));
              document.querySelector('input[type="file"]').files = files.files;
            }
            """);
        await page.PressAsync("Hand in");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("larger than 25");
        await Look.AtAsync(page, "own-upload-too-large");

        await ChooseAsync(page, "empty.pdf", 0);
        await page.PressAsync("Hand in");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("Choose a file that is not empty");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("problems");
        (await page.TitleAsync()).ShouldStartWith("Error");
        // The page that took its place works as the first one did.
        await ChooseAsync(page, "full.pdf", 20);
        await page.PressAsync("Hand in");
        await page.WaitForURLAsync("**/requests/*?done=document");
    }

    private async Task<(Story Story, IPage Page)> OpenAsync()
    {
        var story = await Story.OfPartnerAsync(app);
        await story.StaffAsync("Assign", new { assignee = "Ana Lyst" });
        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync($"/requests/{story.Id}?token={story.Token}");
        return (story, page);
    }

    private static Task ChooseAsync(IPage page, string name, int size) => page.GetByLabel("File").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "application/pdf", Buffer = new byte[size] });

    // As fast as it can where it is -1.
    private static async Task SlowAsync(ICDPSession session, int bytesPerSecond)
    {
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond,
        });
    }
}
