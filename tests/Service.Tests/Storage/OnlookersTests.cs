using Azure.Data.Tables;
using NodaTime;
using Service.Storage;
using Shared;

namespace Service.Tests.Storage;

public sealed class OnlookersTests(AzuriteFixture azurite)
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 14, 0);

    [Fact]
    public async Task Colleagues_see_each_other_and_nobody_sees_themselves()
    {
        var onlookers = await NewAsync();
        (await onlookers.LookAsync("DR-1", "Ana Lyst", Nine, Cancel)).ShouldBeEmpty();
        (await onlookers.LookAsync("DR-1", "Ben / Oth", Nine + Duration.FromMinutes(1), Cancel)).ShouldBe([new("Ana Lyst", Nine)]);
        (await onlookers.LookAsync("DR-2", "Ben / Oth", Nine, Cancel)).ShouldBeEmpty();
        await onlookers.LeaveAsync("DR-1", "Ben / Oth", Cancel);
        await onlookers.LeaveAsync("DR-1", "Ben / Oth", Cancel);
        (await onlookers.LookAsync("DR-1", "Ana Lyst", Nine, Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public async Task Who_looked_long_ago_is_forgotten(int minutes, int seen)
    {
        var onlookers = await NewAsync();
        await onlookers.LookAsync("DR-1", "Ana Lyst", Nine, Cancel);
        (await onlookers.LookAsync("DR-1", "Ben Oth", Nine + Duration.FromMinutes(minutes), Cancel)).Count.ShouldBe(seen);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<Onlookers> NewAsync()
    {
        var tables = new TableServiceClient(azurite.NewStorage());
        await tables.CreateTableAsync(Onlookers.TableName, Cancel);
        return new Onlookers(tables);
    }
}
