using Core.Notifications;
using Core.Requests;
using NodaTime;
using Service.Calendar;
using Service.Desk;
using Service.Engine;
using Service.Storage;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.EngineContract;

/// <summary>
/// What Service may expect of any engine. Each engine runs these tests as they are, in real time with short waits; business time is
/// tested in Core.
/// </summary>
public abstract class EngineContract(AzuriteFixture azurite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>An office with the engine under test, on this storage.</summary>
    private protected abstract Task<OfficeUnderTest> OpenAsync(TestStorage storage, Instant? at = null);

    /// <summary>Whether the engine under test keeps a history of its own here that can be deleted.</summary>
    private protected virtual bool CanPurge => true;

    private protected Task<TestStorage> NewStorageAsync() => TestStorage.NewAsync(azurite);

    /// <summary>An office on this storage in which nobody works in the background.</summary>
    private protected static Task<OfficeUnderTest> OpenIdleAsync(TestStorage storage, Instant? at = null) =>
        OfficeUnderTest.OpenAsync(storage, at, withEngine: false);

    [Fact]
    public async Task What_is_owed_is_done_once_and_recorded_and_the_next_wake_up_is_written_down()
    {
        await using var office = await OpenAsync(await NewStorageAsync(), OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);

        (await office.MailAsync(id)).ShouldBe([nameof(MessageKind.Confirmation), nameof(MessageKind.NewRequest)], ignoreOrder: true);
        var stored = (await office.Store.LoadAsync(id, default)).ShouldNotBeNull();
        stored.Done.Count.ShouldBe(2);
        stored.Head.Lease.ShouldBeNull();
        stored.Head.WakeAt.ShouldNotBeNull();
        (await office.Get<DueWork>().EarliestAsync(10, default)).Where(row => row.RequestId == id).ShouldHaveSingleItem().At.ShouldBe(stored.Head.WakeAt.Value);
    }

    [Fact]
    public async Task Being_told_again_and_again_does_nothing_twice()
    {
        await using var office = await OpenAsync(await NewStorageAsync());
        var id = (await office.SubmitAsync()).Id;
        foreach (var _ in Enumerable.Range(0, 20))
        {
            office.Get<IEngine>().Changed(id);
        }

        await SeenToAsync(office, id);
        office.Get<IEngine>().Changed(id);
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await UntilAsync(async () => (await office.MailAsync(id)).Contains(nameof(MessageKind.AssignedToAnalyst)));
        await SeenToAsync(office, id);
        office.Arrived.GroupBy(message => message).Where(group => group.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_wakes_a_request_that_sleeps()
    {
        await using var office = await OpenAsync(await NewStorageAsync());
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);
        await office.DoAsync(id, new Assign("ana.lyst@harborcity.example"));
        await SeenToAsync(office, id);
        await office.DoAsync(id, new AskClarification("Which grades?"));
        await SeenToAsync(office, id);
        (await office.MailAsync(id)).ShouldBe(
            [
                nameof(MessageKind.Confirmation), nameof(MessageKind.NewRequest), nameof(MessageKind.AssignedToAnalyst),
                nameof(MessageKind.AssignedToYou), nameof(MessageKind.ClarificationQuestion),
            ], ignoreOrder: true);
    }

    [Fact]
    public async Task What_time_brings_about_is_done_when_its_time_has_come()
    {
        await using var office = await OpenAsync(await NewStorageAsync(), OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync()).Id;
        await SeenToAsync(office, id);

        // The clock is put shortly before the next wake-up; a look tells the engine how short its sleep is now.
        var wake = (await office.Store.LoadAsync(id, default))!.Head.WakeAt!.Value;
        await office.SetClockAsync(wake - Duration.FromSeconds(4));
        office.Get<IEngine>().Changed(id);
        (await office.MailAsync(id)).ShouldNotContain(nameof(MessageKind.OutreachNudge));
        await UntilAsync(async () => (await office.MailAsync(id)).Contains(nameof(MessageKind.OutreachNudge)));
        await SeenToAsync(office, id);
        (await office.Store.LoadAsync(id, default))!.Head.WakeAt!.Value.ShouldBeGreaterThan(wake);
    }

    [Fact]
    public async Task What_fails_is_tried_again_without_anybody_s_help_and_holds_up_no_change()
    {
        await using var office = await OpenAsync(await NewStorageAsync());
        office.MailIsDown = true;
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await office.MailAsync(id)).ShouldBeEmpty();
        (await office.Store.LoadAsync(id, default))!.Head.Dirty.ShouldBeTrue();

        office.MailIsDown = false;
        await SeenToAsync(office, id);
        (await office.MailAsync(id)).ShouldContain(nameof(MessageKind.AssignedToAnalyst));
        office.Arrived.GroupBy(message => message).Where(group => group.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_that_nobody_watches_is_taken_up_when_it_is_asked_for()
    {
        var storage = await NewStorageAsync();
        string id;
        await using (var killed = await OpenIdleAsync(storage))
        {
            id = (await killed.SubmitAsync()).Id;
        }

        await using var office = await OpenAsync(storage.Again());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Get<IEngine>().WatchAsync(id, default)));
        await SeenToAsync(office, id);
        (await office.MailAsync(id)).Count.ShouldBe(2);
        (await office.Get<IEngine>().WatchAsync(id, default)).ShouldBe(Watch.Awake);
    }

    [Fact]
    public async Task What_ended_can_be_forgotten_by_the_engine_and_be_changed_all_the_same()
    {
        await using var office = await OpenAsync(await NewStorageAsync());
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new Withdraw(null), Actor.Requester);
        await SeenToAsync(office, id);
        (await office.Store.LoadAsync(id, default))!.Head.WakeAt.ShouldBeNull();

        var mail = await office.MailAsync(id);
        if (CanPurge)
            await office.Get<IEngine>().PurgeAsync(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1), default);
        (await office.Desk.FindAsync(id, default)).ShouldNotBeNull().Ending.ShouldBe(RequestStatus.Withdrawn);
        office.Get<IEngine>().Changed(id);
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await office.MailAsync(id)).ShouldBe(mail);
    }

    [Fact]
    public async Task Many_at_once_are_all_seen_to()
    {
        await using var office = await OpenAsync(await NewStorageAsync());
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await office.SubmitAsync()).Id));
        foreach (var id in ids)
        {
            await SeenToAsync(office, id);
            (await office.MailAsync(id)).Count.ShouldBe(2);
        }

        office.Arrived.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_changed_calendar_wakes_every_open_request()
    {
        await using var office = await OpenAsync(await NewStorageAsync(), OfficeUnderTest.Monday);
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => (await office.SubmitAsync()).Id));
        foreach (var id in ids)
        {
            await SeenToAsync(office, id);
        }

        const string SnowDay = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//office//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTAMP:20260302T000000Z\r\n"
            + "DTSTART;VALUE=DATE:20260304\r\nSUMMARY:Snow day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        (await office.Get<CalendarStore>().ReplaceAsync(SnowDay, "Ada Min", OfficeUnderTest.Monday, default)).Errors.ShouldBeEmpty();
        (await office.Get<OpenRequestsRollout>().CalendarAsync(default)).ShouldBe(5);
        foreach (var id in ids)
        {
            await UntilAsync(async () => (await office.MailAsync(id)).Contains(nameof(MessageKind.DeadlineMoved)));
        }
    }

    /// <summary>Waits until nothing is owed to a request and the engine has written so.</summary>
    private protected static Task SeenToAsync(OfficeUnderTest office, string id) =>
        UntilAsync(async () => await office.Store.LoadAsync(id, default) is { Head.Dirty: false });

    private protected static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
