using Azure.Storage.Blobs;
using NodaTime;
using Service.StandardTexts;
using Shared;

namespace Service.Tests.StandardTexts;

public sealed class StandardTextTests(AzuriteFixture azurite)
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 14, 0);

    [Fact]
    public async Task What_ships_can_be_kept_and_every_change_is_a_version()
    {
        var cancel = TestContext.Current.CancellationToken;
        var store = new StandardTextStore(new BlobServiceClient(azurite.NewStorage()));
        var shipped = await store.CurrentAsync(cancel);
        shipped.Texts.SelectMany(text => text.Faults()).ShouldBeEmpty();
        shipped.Texts.GroupBy(text => (text.Form, text.Name)).ShouldAllBe(same => same.Count() == 1);

        var mine = new StandardText("ask", "Which schools", "Which schools?");
        (await store.ReplaceAsync([.. shipped.Texts, mine], 0, "Ada Min", Nine, cancel)).ShouldBeTrue();
        (await store.CurrentAsync(cancel)).Texts.ShouldContain(mine);
        (await store.ReplaceAsync([], 0, "Bo Min", Nine, cancel)).ShouldBeFalse("somebody was faster");
        (await store.FindAsync(0, cancel))!.Texts.ShouldNotContain(mine);
        (await store.HistoryAsync(cancel)).ShouldHaveSingleItem().By.ShouldBe("Ada Min");
    }

    [Theory]
    [InlineData("launch", "A name", "A text", "form")]
    [InlineData("ask", " ", "A text", "name")]
    [InlineData("ask", "A name", "", "text")]
    [InlineData("ask", "A name", "Is the family undocumented?", "text")]
    public void What_cannot_be_kept_is_named(string form, string name, string text, string field) =>
        new StandardText(form, name, text).Faults().ShouldContain(fault => fault.Field == field);
}
