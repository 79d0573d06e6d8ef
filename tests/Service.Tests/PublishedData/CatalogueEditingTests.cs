using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Service.PublishedData;
using Service.Tests.Api;
using Shared;

namespace Service.Tests.PublishedData;

/// <summary>The catalogue is edited while it is in use; a bad file changes nothing and is told where it is wrong.</summary>
public sealed class CatalogueEditingTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Address = "/api/admin/catalog";

    [Theory]
    [InlineData("", 1, "")]
    [InlineData("{}", 1, "")]
    [InlineData("[\n{ \"title\": \"A\" }\n]", 2, "")]
    [InlineData("[\n{\"title\":\"A\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[]},\n{\"title\":\"\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[]}\n]", 3, "title")]
    [InlineData("[\n{\"title\":\"A b\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[]},\n{\"title\":\"a  B\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[]}\n]", 3, "title")]
    [InlineData("[{\"title\":\"A\",\"url\":\"javascript:alert(1)\",\"category\":\"C\",\"keywords\":[]}]", 1, "url")]
    [InlineData("[{\"title\":\"A\",\"url\":\"/somewhere\",\"category\":\"C\",\"keywords\":[]}]", 1, "url")]
    [InlineData("[{\"title\":\"A\",\"url\":\"https://a.example\",\"category\":\" \",\"keywords\":[]}]", 1, "category")]
    [InlineData("[{\"title\":\"A\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[\"\"]}]", 1, "keywords")]
    [InlineData("[{\"title\":\"A\",\"url\":\"https://a.example\",\"category\":\"C\",\"keywords\":[],\"colour\":\"red\"}]", 1, "")]
    public void A_mistake_is_named_with_its_line(string text, int line, string field) =>
        CatalogueFile.Read(text).Errors.ShouldContain(error => error.Line == line && error.Path == field);

    [Fact]
    public void What_ships_is_read_as_it_is_written()
    {
        var again = CatalogueFile.Read(CatalogueFile.Write(CatalogueFile.Shipped));
        again.Errors.ShouldBeEmpty();
        JsonSerializer.Serialize(again.Catalogue!.Entries).ShouldBe(JsonSerializer.Serialize(CatalogueFile.Shipped.Entries));
        CatalogueFile.Write(CatalogueFile.Shipped).ShouldContain("matrícula");
    }

    [Fact]
    public async Task A_new_dataset_is_found_at_once_and_a_bad_file_changes_nothing()
    {
        var admin = await app.StaffAsync("Ad Min", "Administrator");
        (await app.Client.FetchAsync("/api/catalog?q=ferry+riders")).Json.GetArrayLength().ShouldBe(0);
        var file = (await admin.FetchAsync(Address)).ShouldBe(HttpStatusCode.OK).Text.Trim();

        (await admin.SendTextAsync(HttpMethod.Put, Address, "[ nonsense")).ShouldBe(HttpStatusCode.BadRequest).Wrong.ShouldBe(["line 1"]);
        (await admin.FetchAsync(Address)).Text.Trim().ShouldBe(file);

        var longer = file[..^1] + """, { "title": "Ferry Riders", "url": "https://data.example.org/ferry", "category": "Overview", "keywords": ["boat"] } ]""";
        (await admin.SendTextAsync(HttpMethod.Put, Address, longer)).ShouldBe(HttpStatusCode.OK);
        (await app.Client.FetchAsync("/api/catalog?q=who+rides+the+ferry")).Json[0].GetProperty("title").GetString().ShouldBe("Ferry Riders");

        var history = await app.Services.GetRequiredService<CatalogueStore>().HistoryAsync(TestContext.Current.CancellationToken);
        (history[0].By, history[0].Text, history.Count).ShouldBe(("Ad Min", "", history[0].Number));
        (await app.Services.GetRequiredService<CatalogueStore>().FindAsync(0, TestContext.Current.CancellationToken))!.Text.ShouldBe(CatalogueFile.ShippedText);
    }

    [Fact]
    public async Task Two_who_edit_the_same_version_are_told_apart()
    {
        var store = app.Services.GetRequiredService<CatalogueStore>();
        var cancel = TestContext.Current.CancellationToken;
        var seen = (await store.VersionAsync(cancel)).Number;
        var at = NodaTime.Instant.FromUtc(2026, 3, 2, 15, 0);
        var both = await Task.WhenAll(
            store.ReplaceAsync(CatalogueFile.ShippedText, seen, "Ad Min", at, cancel), store.ReplaceAsync(CatalogueFile.ShippedText, seen, "Bea Min", at, cancel));
        both.Count(outcome => outcome.Version == seen + 1).ShouldBe(1);
        both.Count(outcome => outcome.Version is null && outcome.Errors.Count == 0).ShouldBe(1);
    }

    [Theory]
    [InlineData("Analyst", HttpStatusCode.Forbidden)]
    [InlineData("Approver", HttpStatusCode.Forbidden)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task Only_administrators_open_the_file(string role, HttpStatusCode expected) =>
        (await (await app.StaffAsync("Some Body", role)).FetchAsync(Address)).ShouldBe(expected);
}
