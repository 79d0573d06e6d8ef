using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Service.Tests.Api;
using Shared;
using Case = Service.Tests.Api.Case;

namespace Service.Tests.Reports;

/// <summary>The SLA board: its numbers, the lists behind them, its files and its charts, from requests that were really worked on.</summary>
public sealed partial class BoardTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Every_number_leads_to_as_many_requests_as_it_says()
    {
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var (asked, _) = await Case.AssignedAsync(app, Asked.Plain());
        var (delivered, _) = await Case.AssignedAsync(app, Asked.Plain());
        await Case.SubmitAsync(app, Asked.Plain());
        await delivered.DeliverAsync(analyst, "ferry.csv", "ferry riders\n40\n");
        await app.AdvanceAsync("P18D");
        (await asked.DoAsync(analyst, new() { ["type"] = "AskClarification", ["question"] = "Which grades?" })).ShouldBe(HttpStatusCode.OK);
        await Case.AssignedAsync(app, Asked.Plain());
        await app.AdvanceAsync("P1D");

        var board = (await analyst.GetAsync("/admin/sla", "text/html")).Text;
        var numbers = Linked().Matches(board).Select(match => (Href: WebUtility.HtmlDecode(match.Groups[1].Value), Number: match.Groups[2].Value)).ToList();
        numbers.Count.ShouldBeGreaterThan(15);
        foreach (var (href, number) in numbers)
        {
            var list = (await analyst.GetAsync($"{href}&format=json", "application/json")).ShouldBe(HttpStatusCode.OK);
            list.Json.GetArrayLength().ShouldBe(int.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), href);
        }

        var parts = numbers.Select(one => PartOf().Match(one.Href).Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        new[] { "CameIn", "DueOn", "InTime", "Missed", "OnTime", "Open", "StillOpen" }.ShouldBeSubsetOf(parts);
    }

    [Fact]
    public async Task The_charts_are_in_the_page_itself_named_and_without_any_style_or_script_of_their_own()
    {
        await Case.AssignedAsync(app, Asked.Plain());
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var page = (await analyst.GetAsync("/admin/sla", "text/html")).Text;
        page.ShouldNotContain("<script");
        var charts = Chart().Matches(page).Select(match => XElement.Parse(match.Value)).ToList();
        charts.Count.ShouldBe(12);
        foreach (var chart in charts)
        {
            chart.DescendantsAndSelf().Attributes("style").ShouldBeEmpty();
            var named = chart.Attribute("aria-labelledby")!.Value.Split(' ');
            foreach (var id in named)
            {
                chart.Descendants().Single(element => (string?)element.Attribute("id") == id).Value.ShouldNotBeEmpty();
            }

            chart.ToString().ShouldNotContain("rgb(");
        }

        charts.SelectMany(chart => chart.Descendants().Attributes("id")).Select(id => id.Value).ShouldBeUnique();
    }

    [Fact]
    public async Task The_files_have_every_number_and_what_people_wrote_is_no_formula_in_them()
    {
        var name = "=HYPERLINK(\"https://example.org\")";
        await Case.SubmitAsync(app, Asked.Plain().With("requester.name", name));
        var analyst = await app.StaffAsync("Ana Lyst", "Analyst");
        var board = (await analyst.FetchAsync("/admin/sla?format=csv")).ShouldBe(HttpStatusCode.OK).Text;
        board.ShouldStartWith("table,group,measure,value\r\n");
        board.ShouldContain("\"Now, by office\"");
        board.ShouldContain(",\"Delivered late\",0");
        var list = (await analyst.FetchAsync("/admin/sla/requests?part=Open&format=csv")).ShouldBe(HttpStatusCode.OK).Text;
        list.ShouldContain(",\"'=HYPERLINK(");
        list.ShouldNotContain(",\"=HYPERLINK");
    }

    [Theory]
    [InlineData("part=Colour", "part")]
    [InlineData("part=CameIn", "day")]
    [InlineData("part=Open&office=Kitchen", "office")]
    public async Task What_is_wrong_with_a_question_is_named(string query, string field) =>
        (await (await app.StaffAsync("Ana Lyst", "Analyst")).FetchAsync($"/admin/sla/requests?{query}")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe([field]);

    [GeneratedRegex("href=\"(/admin/sla/requests\\?[^\"]*)\"><?(?:strong>)?([0-9,]+)<", RegexOptions.NonBacktracking)]
    private static partial Regex Linked();

    [GeneratedRegex("part=([A-Za-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex PartOf();

    [GeneratedRegex("<svg[^>]*role=\"img\".*?</svg>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Chart();
}
