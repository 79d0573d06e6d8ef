using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Service.PublishedData;
using Service.Tests.Api;
using Shared;

namespace Service.Tests.PublishedData;

/// <summary>How well the catalogue answers is counted, by dataset and month, and nothing else is.</summary>
public sealed class CatalogueCountsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task A_dataset_is_counted_when_it_is_opened_and_only_addresses_of_the_catalogue_are_gone_to()
    {
        var title = CatalogueFile.Shipped.Entries.First(entry => entry.Title == "Dropout Report");
        var gone = await app.Client.FetchAsync(CatalogueLinks.Open(title.Title));
        gone.Status.ShouldBe(HttpStatusCode.Redirect);
        gone.Message.Headers.Location!.ToString().ShouldBe(title.Url);
        (await app.Client.FetchAsync("/catalog/open/https%3A%2F%2Fevil.example")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Client.FetchAsync(CatalogueLinks.Open("Aspen reports"))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await app.Client.FetchAsync("/catalog?q=dropouts")).Status.ShouldBe(HttpStatusCode.OK);
        var use = (await ReportAsync()).Single(row => row.GetProperty("dataset").GetString() == "dropout-report");
        (use.GetProperty("month").GetString(), use.GetProperty("opened").GetInt32(), use.GetProperty("shown").GetInt32()).ShouldBe(("2026-03", 1, 1));
    }

    [Fact]
    public async Task Many_at_once_are_all_counted()
    {
        var counts = app.Services.GetRequiredService<CatalogueCounts>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => counts.CountAsync(["One Thing", "Another Thing"], CatalogueCount.Answered, TestContext.Current.CancellationToken)));
        (await counts.UseAsync("2026-03", "2026-03", TestContext.Current.CancellationToken)).Where(use => use.Dataset.EndsWith("thing", StringComparison.Ordinal))
            .Select(use => use.Answered).ShouldBe([8, 8]);
    }

    [Fact]
    public async Task What_is_being_typed_gets_three_suggestions_at_most_and_nothing_where_nothing_fits()
    {
        var some = await app.Client.FetchAsync("/catalog/suggest?q=how+many+kids+dropped+out");
        some.Status.ShouldBe(HttpStatusCode.OK);
        some.Text.ShouldContain("/catalog/open/dropout-report");
        some.Text.Split("<li>").Length.ShouldBeLessThanOrEqualTo(4);
        (await app.Client.FetchAsync("/catalog/suggest?q=zebra+crossings")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await app.Client.FetchAsync($"/catalog/suggest?q={new string('x', 5000)}")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("from=2026-13")]
    [InlineData("to=March")]
    public async Task A_month_that_is_none_is_named(string query) =>
        (await (await app.StaffAsync("Ana Lyst", "Analyst")).FetchAsync($"/api/reports/catalog?{query}")).ShouldBe(HttpStatusCode.BadRequest)
            .Wrong.ShouldBe([query.Split('=')[0]]);

    private async Task<IReadOnlyList<JsonElement>> ReportAsync() =>
        [.. (await (await app.StaffAsync("Ana Lyst", "Analyst")).FetchAsync("/api/reports/catalog")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray()];
}
