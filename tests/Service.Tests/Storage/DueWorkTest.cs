using NodaTime;
using Service.Storage;
using Shared;

namespace Service.Tests.Storage;

public sealed class DueWorkTest(AzuriteFixture azurite)
{
    private static readonly Instant Monday = Appending.Monday;

    [Fact]
    public async Task Wake_ups_come_in_order_of_time_and_go_when_seen_to()
    {
        var due = new DueWork((await TestStorage.NewAsync(azurite)).Tables);
        var (early, late) = (new DueRow("DR-0000-0000-0002", Monday), new DueRow("DR-0000-0000-0001", Monday + Duration.FromDays(400)));
        await due.MoveAsync(null, late, default);
        await due.MoveAsync(null, early, default);
        (await due.EarliestAsync(10, default)).ShouldBe([early, late]);
        (await due.EarliestAsync(1, default)).ShouldBe([early]);

        var next = early with { At = Monday + Duration.FromDays(1) };
        await due.MoveAsync(early, next, default);
        (await due.EarliestAsync(10, default)).ShouldBe([next, late]);

        // Another process saw to it as well.
        await due.MoveAsync(early, next, default);
        await due.MoveAsync(next, null, default);
        await due.MoveAsync(next, null, default);
        (await due.EarliestAsync(10, default)).ShouldBe([late]);
    }
}
