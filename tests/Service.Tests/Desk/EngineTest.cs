using Core.Notifications;
using Core.Requests;
using NodaTime;
using Service.Engine;
using Service.Storage;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Desk;

public sealed class EngineTest(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_owed_is_done_once_and_recorded()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var id = (await office.SubmitAsync()).Id;
        await office.DrainAsync();

        (await office.MailAsync(id)).ShouldBe([nameof(MessageKind.Confirmation), nameof(MessageKind.NewRequest)], ignoreOrder: true);
        var stored = (await office.Store.LoadAsync(id, default)).ShouldNotBeNull();
        stored.Head.Dirty.ShouldBeFalse();
        stored.Head.Lease.ShouldBeNull();
        stored.Done.Count.ShouldBe(2);
        (await office.Get<MailLog>().OfAsync(id, default).Select(mail => mail.EffectId).ToListAsync()).ShouldBe(stored.Done, ignoreOrder: true);

        office.Engine.Changed(id);
        await office.DrainAsync();
        office.Arrived.Count.ShouldBe(2);
    }

    [Fact]
    public async Task All_that_becomes_due_on_the_way_happens_at_its_own_time()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync()).Id;
        await office.AdvanceAsync(Duration.FromDays(30));

        var state = (await office.Desk.FindAsync(id, default)).ShouldNotBeNull();
        var breached = state.History.Single(recorded => recorded.Event is RequestEvent.OutreachBreached);
        // Five business days after Monday, March 2: Monday, March 9, 17:00, already in daylight saving time.
        (breached.At - Instant.FromUtc(2026, 3, 9, 21, 0)).ShouldBeInRange(Duration.Zero, Duration.FromMinutes(1));
        var missed = state.History.Single(recorded => recorded.Event is RequestEvent.FulfilmentBreached);
        (missed.At - Instant.FromUtc(2026, 3, 23, 21, 0)).ShouldBeInRange(Duration.Zero, Duration.FromMinutes(1));
        var mail = await office.MailAsync(id);
        mail.Count.ShouldBe(mail.Distinct().Count());
        mail.ShouldBeSubsetOf(Enum.GetNames<MessageKind>());
        mail.ShouldContain(nameof(MessageKind.OutreachNudge));
        mail.ShouldContain(nameof(MessageKind.FulfilmentWarning));
        (await office.Queue.AllOpenAsync(default).SingleAsync()).FulfilmentBreachedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mail_server_that_is_down_delays_mail_and_nothing_else()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        office.MailIsDown = true;
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await office.DrainAsync();
        (await office.MailAsync(id)).ShouldBeEmpty();
        (await office.Store.LoadAsync(id, default))!.Head.Dirty.ShouldBeTrue();

        office.MailIsDown = false;
        office.Engine.Changed(id);
        await office.DrainAsync();
        var mail = await office.MailAsync(id);
        mail.ShouldContain(nameof(MessageKind.Confirmation));
        mail.ShouldContain(nameof(MessageKind.AssignedToAnalyst));
        office.Arrived.Count.ShouldBe(office.Arrived.Distinct().Count());
        (await office.Store.LoadAsync(id, default))!.Head.Dirty.ShouldBeFalse();
    }

    [Fact]
    public async Task What_failed_is_tried_again_without_anybody_s_help()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        office.MailIsDown = true;
        var id = (await office.SubmitAsync()).Id;
        await office.DrainAsync();
        office.MailIsDown = false;

        for (var waited = 0; waited < 300 && office.Arrived.Count < 2; waited++)
        {
            await Task.Delay(100);
        }

        await office.DrainAsync();
        (await office.MailAsync(id)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(5, 80)]
    [InlineData(8, 600)]
    [InlineData(1000, 600)]
    public void Each_failure_makes_the_wait_longer_up_to_ten_minutes(int failures, int seconds) =>
        Backoff.After(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task What_was_stored_and_not_seen_to_is_found_at_the_next_start()
    {
        var storage = await TestStorage.NewAsync(azurite);
        string id;
        await using (var killed = await OfficeUnderTest.OpenAsync(storage, withEngine: false))
        {
            // The queue's row is lost as well: storage fails right after the append.
            storage.Faults.Always(Fault.Unavailable, request => request.RequestUri!.AbsolutePath.Contains("/open", StringComparison.Ordinal));
            id = (await killed.SubmitAsync()).Id;
            storage.Faults.Stop();
            (await killed.Queue.AllOpenAsync(default).CountAsync()).ShouldBe(0);
        }

        await using var office = await OfficeUnderTest.OpenAsync(storage.Again());
        for (var waited = 0; waited < 600 && (await office.Store.LoadAsync(id, default))!.Head.Dirty; waited++)
        {
            await Task.Delay(100);
        }

        (await office.MailAsync(id)).Count.ShouldBe(2);
        (await office.Queue.AllOpenAsync(default).SingleAsync()).Id.ShouldBe(id);
        (await office.Get<DueWork>().EarliestAsync(10, default)).ShouldContain(row => row.RequestId == id);
    }

    [Fact]
    public async Task Two_engines_on_one_storage_send_nothing_twice()
    {
        var storage = await TestStorage.NewAsync(azurite);
        await using var one = await OfficeUnderTest.OpenAsync(storage, OfficeUnderTest.Monday);
        await using var other = await OfficeUnderTest.OpenAsync(storage.Again());

        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            var (first, second) = n % 2 == 0 ? (one, other) : (other, one);
            var id = (await first.SubmitAsync()).Id;
            await second.DoAsync(id, new Assign("Ana Lyst"));
            await first.DoAsync(id, new AskClarification("Which grades?"));
            // Both are told, as if both had found it in the list of what is due.
            one.Engine.Changed(id);
            other.Engine.Changed(id);
            await second.DoAsync(id, new Answer("All."), Actor.Requester);
            return id;
        }));
        await Task.WhenAll(one.DrainAsync(), other.DrainAsync());

        string[] arrived = [.. one.Arrived, .. other.Arrived];
        arrived.GroupBy(message => message).Where(group => group.Count() > 1).ShouldBeEmpty();
        foreach (var id in ids)
        {
            var stored = (await one.Store.LoadAsync(id, default)).ShouldNotBeNull();
            stored.Head.Dirty.ShouldBeFalse();
            stored.State.Clarifications.ShouldHaveSingleItem().Answer.ShouldBe("All.");
            (await one.MailAsync(id)).Count.ShouldBe(stored.Done.Count);
        }
    }

    [Fact]
    public async Task A_storage_that_fails_now_and_then_loses_nothing_and_sends_nothing_twice()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        var random = new Random(7);
        office.Storage.Faults.Always(Fault.LostReply, _ => random.Next(6) == 0);
        var id = (await office.SubmitAsync()).Id;
        await office.DoAsync(id, new Assign("Ana Lyst"));
        await office.DoAsync(id, new AskClarification("Which grades?"));
        await office.DoAsync(id, new Answer("All."), Actor.Requester);
        office.Storage.Faults.Stop();
        await office.DrainAsync();
        office.Engine.Changed(id);
        await office.DrainAsync();

        var state = (await office.Desk.FindAsync(id, default)).ShouldNotBeNull();
        state.History.Select(recorded => recorded.Event.GetType().Name).ShouldBe(["Submitted", "Assigned", "ClarificationAsked", "Answered"]);
        office.Arrived.GroupBy(message => message).Where(group => group.Count() > 1).ShouldBeEmpty();
        (await office.Store.VerifyAsync(default)).Ok.ShouldBeTrue();
        (await office.Queue.AllOpenAsync(default).CountAsync()).ShouldBe(1);
    }
}
