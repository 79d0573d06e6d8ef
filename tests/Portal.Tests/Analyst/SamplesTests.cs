using Local.Samples;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

public sealed class SamplesTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_first_start_shows_a_busy_office()
    {
        await ActivatorUtilities.CreateInstance<SampleRequests>(app.Services).SeedAsync(app.Address, _ => { }, TestContext.Current.CancellationToken);
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ada Min", "Analyst", "Approver", "Administrator");
        await page.GotoAsync("/staff");
        await Look.AtAsync(page, "samples-queue");
        var ids = await page.Locator("tbody .office-id").AllInnerTextsAsync();
        ids.Count.ShouldBeGreaterThan(3);

        await page.GotoAsync("/admin/sla");
        await Look.AtAsync(page, "samples-sla");
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            (await page.GotoAsync($"/staff/requests/{id}"))!.Status.ShouldBe(200);
            await Look.AtAsync(page, $"samples-staff-{index + 1}");
        }
    }
}
