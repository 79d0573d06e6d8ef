using NodaTime;
using Service.Storage;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Service.Upkeep;
using Shared;

namespace Service.Tests.Upkeep;

public sealed class SweepTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Where_all_is_well_it_finds_nothing_and_tells_nobody()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite));
        await office.SubmitAsync();
        await office.DrainAsync();
        (await office.Get<Sweep>().RunAsync(default)).ShouldBeEmpty();
        (await office.LettersAsync("SweepReport")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_woke_in_time_is_reported_to_the_administrators()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        var id = (await office.SubmitAsync()).Id;
        // As if it had been seen to on Monday, and the engine had stood still since.
        var stored = (await office.Store.LoadAsync(id, default))!;
        var wake = OfficeUnderTest.Monday + Duration.FromHours(1);
        await office.Get<DueWork>().MoveAsync(null, new(id, wake), default);
        (await office.Store.MarkAsync(stored, stored.Head with { Dirty = false, WakeAt = wake, Lease = null }, stored.Done, [], default)).ShouldNotBeNull();
        await office.SetClockAsync(wake + Duration.FromHours(2));

        (await office.Get<Sweep>().RunAsync(default)).ShouldHaveSingleItem().RequestId.ShouldBe(id);
        var letter = (await office.LettersAsync("SweepReport")).ShouldHaveSingleItem();
        letter.Subject.ShouldBe("1 data request had to be started again");
        letter.Text.ShouldContain($"{id}: its wake-up was overdue");
        letter.To.ShouldBe("data-administrators@harborcity.example");
    }

    [Fact]
    public async Task A_wake_up_that_no_request_knows_is_taken_away()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        var id = (await office.SubmitAsync()).Id;
        await office.Get<DueWork>().MoveAsync(null, new(id, OfficeUnderTest.Monday - Duration.FromDays(3)), default);
        (await office.Get<Sweep>().RunAsync(default)).ShouldBeEmpty();
        (await office.Get<DueWork>().EarliestAsync(10, default)).ShouldNotContain(row => row.RequestId == id);
    }
}
