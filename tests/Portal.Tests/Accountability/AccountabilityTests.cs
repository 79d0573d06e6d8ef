using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Accountability;

public sealed class AccountabilityTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Anybody_reads_the_report_of_a_school_year_prints_it_and_the_office_looks_at_its_records()
    {
        var staff = await app.StaffAsync("Ap Prover", "Approver");
        for (var visit = 0; visit < 12; visit++)
        {
            await VisitAsync(staff, visit % 2 == 0 ? "Subpoena" : null, visit switch { 0 => ("Asian", "Yes", 4), < 6 => ("White", "No", 14), _ => ("HispanicOrLatino", "Yes", 11) });
        }

        var page = await chromium.OpenAsync(app.Address);
        await page.GotoAsync("/accountability");
        (await page.TextAsync()).ShouldContain("It is published on Friday, July 31, 2026");
        (await page.TextAsync()).ShouldContain("City or town police");
        await Look.AtAsync(page, "accountability-so-far");

        await app.SetClockAsync("2026-08-03T09:00:00-04:00");
        await page.GotoAsync("/accountability");
        (await page.HeadingAsync()).ShouldBe("Law enforcement and student information, school year 2025-26");
        var text = await page.TextAsync();
        text.ShouldNotContain("is not complete");
        text.ShouldContain("Harbor High");
        (await page.Locator("tr", new PageLocatorOptions { HasText = "Asian" }).First.InnerTextAsync()).ShouldContain("*");
        await Look.AtAsync(page, "accountability");
        await PrintAsync(page);

        await page.SignInAsync("Ap Prover", "Approver");
        foreach (var (link, says, picture) in new[]
        {
            ("Law-enforcement log", "Harbor City Police", "report-law-enforcement"), ("Law enforcement, counted", "Agencies by name", "report-accountability"),
            ("Disclosures", "Asked for", "report-disclosures"),
        })
        {
            await page.GotoAsync("/admin/reports");
            await page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link, Exact = true }).ClickAsync();
            (await page.TextAsync()).ShouldContain(says);
            await Look.AtAsync(page, picture);
        }
    }

    /// <summary>On paper there is the report and nothing else, no wider than the sheet.</summary>
    private static async Task PrintAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator(".office-header").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".office-footer").IsVisibleAsync()).ShouldBeFalse();
        (await page.GetByText("The same as a file").IsVisibleAsync()).ShouldBeFalse();
        foreach (var (format, inches) in new[] { ("A4", 8.27), ("Letter", 8.5) })
        {
            // What is left of the sheet between margins of 16 mm, at 96 dots an inch.
            await page.SetViewportSizeAsync((int)((inches - (32 / 25.4)) * 96), 1000);
            (await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('main table')].every(t => t.getBoundingClientRect().right <= document.documentElement.clientWidth + 0.5)"))
                .ShouldBeTrue($"a table is wider than {format}");
            var pdf = await page.PdfAsync(new PagePdfOptions { Format = format, PreferCSSPageSize = false });
            pdf.Length.ShouldBeGreaterThan(10_000);
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task VisitAsync(HttpClient staff, string? process, (string Race, string Learners, int Students) group)
    {
        var body = new
        {
            requester = new { name = "Kim Badge", email = "kim@police.example", organization = "Harbor City Police", kind = "LawEnforcement" },
            purpose = "An investigation", audience = "The police", legalProcess = process,
            data = new { level = "IndividualRecord", scope = "The attendance record of one student", attributes = new[] { "attendance rate" }, specificStudents = true, studentIds = new[] { "482915" } },
            visit = new { authority = "MunicipalPolice", school = "Harbor High", recordedBy = new { name = "Sam Counter", email = "sam@harborcity.example" } },
        };
        using var answer = await app.Client.PostAsJsonAsync("/api/requests", body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        var id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
        var version = (await staff.GetFromJsonAsync<JsonElement>($"/api/requests/{id}")).GetProperty("version").GetInt32();
        using var described = await staff.PostAsJsonAsync($"/api/requests/{id}/commands",
            new { type = "DescribeStudents", expectedVersion = version, race = group.Race, englishLearners = group.Learners, students = group.Students });
        described.IsSuccessStatusCode.ShouldBeTrue(await described.Content.ReadAsStringAsync());
    }
}
