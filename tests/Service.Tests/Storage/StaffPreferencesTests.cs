using Azure.Data.Tables;
using Service.Storage;
using Shared;

namespace Service.Tests.Storage;

public sealed class StaffPreferencesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Filters_are_a_persons_own_whatever_they_are_called()
    {
        var cancel = TestContext.Current.CancellationToken;
        var tables = new TableServiceClient(azurite.NewStorage());
        await tables.CreateTableAsync(StaffPreferences.TableName, cancel);
        var preferences = new StaffPreferences(tables);
        await preferences.KeepAsync("Ana/Lyst #1", new("Late & mine / now?", "?status=InProgress"), cancel);
        await preferences.KeepAsync("Ana/Lyst #1", new("Late & mine / now?", "?status=Submitted"), cancel);
        await preferences.KeepAsync("Ana", new("Other", ""), cancel);
        (await preferences.FiltersAsync("Ana/Lyst #1", cancel)).ShouldBe([new("Late & mine / now?", "?status=Submitted")]);
        await preferences.ForgetAsync("Ana/Lyst #1", "Late & mine / now?", cancel);
        await preferences.ForgetAsync("Ana/Lyst #1", "Late & mine / now?", cancel);
        (await preferences.FiltersAsync("Ana/Lyst #1", cancel)).ShouldBeEmpty();
        (await preferences.FiltersAsync("Ana", cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task There_is_an_end_to_them()
    {
        var cancel = TestContext.Current.CancellationToken;
        var tables = new TableServiceClient(azurite.NewStorage());
        await tables.CreateTableAsync(StaffPreferences.TableName, cancel);
        var preferences = new StaffPreferences(tables);
        for (var number = 0; number < StaffPreferences.MostFilters; number++)
        {
            (await preferences.KeepAsync("Ana", new($"Filter {number}", "?status=Submitted"), cancel)).ShouldBeTrue();
        }

        (await preferences.KeepAsync("Ana", new("One more", ""), cancel)).ShouldBeFalse();
        (await preferences.KeepAsync("Ana", new("Filter 3", ""), cancel)).ShouldBeTrue();
    }
}
