using Portal.Tests.Browser;
using Shared;

namespace Portal.Tests.Analyst;

public sealed class RolesTests(AppFixture app, ChromiumFixture chromium) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_table_of_who_may_do_what_is_shown_as_the_code_uses_it()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync("Ana Lyst", "Analyst");
        await page.GotoAsync("/staff/roles");
        var text = await page.TextAsync();
        text.ShouldContain("OverrideCheck");
        text.ShouldContain("PUT /api/admin/policy");
        await Look.AtAsync(page, "staff-roles");
        await page.GotoAsync("/admin/policy");
        (await page.TextAsync()).ShouldContain("role");
    }
}
