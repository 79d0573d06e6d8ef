using System.Text.RegularExpressions;
using Service.Roles;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Health;

/// <summary>The administrators' first page: nothing of theirs is more than two clicks away, and what presses comes first.</summary>
public sealed partial class AdminHomeTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Every_page_of_the_administrators_is_two_clicks_away_at_most()
    {
        using var admin = await app.StaffAsync("Ada Min", "Administrator");
        var first = await LinksAsync(admin, "/admin");
        var second = new HashSet<string>(first, StringComparer.Ordinal);
        foreach (var link in first.Where(link => link.StartsWith("/admin/", StringComparison.Ordinal)))
        {
            second.UnionWith(await LinksAsync(admin, link));
        }

        var pages = AccessTable.Rows.Where(row => row is { Method: "GET" } && row.Route.StartsWith("/admin/", StringComparison.Ordinal) && row.Route.IndexOfAny(['{', '.']) < 0)
            .Select(row => row.Route).ToList();
        pages.Count.ShouldBeGreaterThan(15);
        pages.Except(second).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Analyst", new[] { "/staff", "/admin/sla", "/admin/reports" })]
    [InlineData("Approver", new[] { "/staff", "/admin/sla", "/admin/reports", "/admin/disclosures" })]
    [InlineData("Administrator", new[] { "/staff", "/admin/sla", "/admin/reports", "/admin" })]
    public async Task The_navigation_has_a_handful_of_entries_and_marks_the_one_that_says_most(string role, string[] links)
    {
        using var staff = await app.StaffAsync("Some Body", role);
        var page = (await staff.GetAsync("/admin/sla", "text/html")).Text;
        var navigation = Navigation().Match(page).Value;
        Href().Matches(navigation).Select(match => match.Groups[1].Value).ShouldBe(links);
        Regex.Matches(navigation, "href=\"([^\"]*)\" aria-current", RegexOptions.NonBacktracking).ShouldHaveSingleItem().Groups[1].Value.ShouldBe("/admin/sla");
    }

    [Fact]
    public async Task A_missed_deadline_is_counted_on_the_first_page_and_stands_before_what_is_well()
    {
        await Case.SubmitAsync(app, Asked.Plain());
        await app.AdvanceAsync("P14D");
        using var admin = await app.StaffAsync("Ada Min", "Administrator");
        var page = (await admin.GetAsync("/admin", "text/html")).Text;
        page.ShouldContain("Deadlines missed");
        page.ShouldContain("href=\"/admin/sla/requests?part=Missed\"");
        page.IndexOf("Deadlines missed", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Every letter left", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(HttpClient client, string path) =>
        [.. Href().Matches((await client.GetAsync(path, "text/html")).Text).Select(match => match.Groups[1].Value.Split('?')[0]).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("href=\"(/[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Href();

    [GeneratedRegex("<nav.*?</nav>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Navigation();
}
