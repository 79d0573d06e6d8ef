using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>
/// Somebody who has only a keyboard and a window of 320 × 256 CSS pixels: a screen of 1280 × 1024 at 400 % zoom (WCAG 1.4.10). What
/// has the focus must be seen, and nothing is ever scrolled sideways.
/// </summary>
internal sealed class Keyboard(IPage page)
{
    public const int Width = 320;
    public const int Height = 256;

    private const int LongestWalk = 250;

    // A radio button or a box to tick is drawn by its label; what is folded in a frame of its own is seen there.
    private const string IsSeen = """
        e => {
          const drawn = e.matches('[type="radio"], [type="checkbox"]') && e.labels[0] ? e.labels[0] : e;
          const { top, bottom, left, right } = drawn.getBoundingClientRect();
          const tall = bottom - top > innerHeight;
          return left >= -1 && right <= innerWidth + 1 && (tall ? bottom > 0 && top < innerHeight : bottom > 0 && top < innerHeight && (top >= -1 || bottom <= innerHeight + 1));
        }
        """;

    /// <summary>Goes by Tab to what a person reads as this.</summary>
    public async Task ToAsync(ILocator target, string what)
    {
        await target.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var handle = await target.ElementHandleAsync();
        for (var step = 0; step < LongestWalk; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await handle.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                (await handle.EvaluateAsync<bool>(IsSeen)).ShouldBeTrue($"{what} at {page.Url} has the focus but is not seen");
                return;
            }
        }

        throw new ShouldAssertException($"Tab does not lead to {what} at {page.Url}.");
    }

    /// <summary>Presses a button or follows a link with Enter.</summary>
    public async Task EnterAsync(AriaRole role, string name)
    {
        await ToAsync(page.GetByRole(role, new PageGetByRoleOptions { Name = name }).First, name);
        await EnterAsync();
    }

    /// <summary>Presses Enter, which leads to another page.</summary>
    public async Task EnterAsync()
    {
        await page.EvaluateAsync("() => { window.isBefore = true; }");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
    }

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string name) => EnterAsync(AriaRole.Button, name);

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string name) => EnterAsync(AriaRole.Link, name);

    /// <summary>Types into a field.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await ToAsync(page.GetByLabel(label).First, label);
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses an answer: the arrows move among radio buttons, the space bar ticks a box.</summary>
    public async Task ChooseAsync(string question, string answer)
    {
        var options = page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = question }).First.Locator("input");
        var labels = await options.EvaluateAllAsync<string[]>("all => all.map(e => e.labels[0].textContent.trim())");
        var wanted = Array.FindIndex(labels, label => label.StartsWith(answer, StringComparison.Ordinal));
        wanted.ShouldBeGreaterThanOrEqualTo(0, $"{answer} is among {string.Join(", ", labels)}");
        if (await options.First.GetAttributeAsync("type") == "checkbox")
        {
            await ToAsync(options.Nth(wanted), answer);
            await page.Keyboard.PressAsync("Space");
        }
        else
        {
            // Tab leads to the chosen one, or to the first while none is.
            var chosen = Math.Max(0, await options.EvaluateAllAsync<int>("all => all.findIndex(e => e.checked)"));
            await ToAsync(options.Nth(chosen), question);
            await page.Keyboard.PressAsync("Space");
            for (var steps = Math.Abs(wanted - chosen); steps > 0; steps--)
            {
                await page.Keyboard.PressAsync(wanted > chosen ? "ArrowDown" : "ArrowUp");
            }
        }

        (await options.Nth(wanted).IsCheckedAsync()).ShouldBeTrue($"{answer} is chosen");
        (await options.Nth(wanted).EvaluateAsync<bool>(IsSeen)).ShouldBeTrue($"{answer} is chosen but is not seen");
    }

    /// <summary>Fails where the page as it is now has to be scrolled sideways or axe finds anything serious; keeps a picture.</summary>
    public Task LookAsync(string name) => Look.NowAsync(page, $"{name}-zoomed");
}
