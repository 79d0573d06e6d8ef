using Core.Requests;
using NodaTime;
using Service.Engine;
using Service.Storage;
using Service.Storage.Events;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.EngineContract;

/// <summary>A request that time will change is never without a wake-up, wherever whoever worked on it was cut off.</summary>
public sealed class WakeUpTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Cut_off_where_nothing_was_owed_by_itself_the_wake_up_that_the_head_names_is_still_there()
    {
        await using var office = await OpenIdleAsync();
        var request = await SettledAsync(office);

        // Nothing more will come by itself: that is written down, and the process dies before it can mark the request.
        await office.Get<RequestWork>().ScheduleAsync(request, woken: null, next: null, OfficeUnderTest.Monday, default);
        await office.DoAsync(request.Id, new Assign("Ana Lyst"));
        await office.Get<Advance>().RunAsync(request.Id, woken: null, default);

        await IsWokenAsync(office, request.Id);
    }

    [Fact]
    public async Task Cut_off_while_what_comes_next_is_due_already_a_wake_up_is_left()
    {
        await using var office = await OpenIdleAsync();
        var request = await SettledAsync(office);
        var woken = new DueRow(request.Id, request.Head.WakeAt!.Value);
        var now = woken.At + Duration.FromMinutes(1);

        await office.Get<RequestWork>().ScheduleAsync(request, woken, next: now - Duration.FromSeconds(1), now, default);

        (await RowsAsync(office, request.Id)).ShouldNotBeEmpty();
    }

    private async Task<OfficeUnderTest> OpenIdleAsync() =>
        await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);

    /// <summary>A request that was just made, with all done that is owed for it.</summary>
    private static async Task<StoredRequest> SettledAsync(OfficeUnderTest office)
    {
        var id = (await office.SubmitAsync()).Id;
        await office.Get<Advance>().RunAsync(id, woken: null, default);
        var request = (await office.Store.LoadAsync(id, default)).ShouldNotBeNull();
        request.Head.WakeAt.ShouldNotBeNull();
        return request;
    }

    private static async Task IsWokenAsync(OfficeUnderTest office, string id)
    {
        var wake = (await office.Store.LoadAsync(id, default))!.Head.WakeAt.ShouldNotBeNull();
        (await RowsAsync(office, id)).ShouldContain(row => row.At == wake);
    }

    private static async Task<IEnumerable<DueRow>> RowsAsync(OfficeUnderTest office, string id) =>
        (await office.Get<DueWork>().EarliestAsync(100, default)).Where(row => row.RequestId == id);
}
