using Azure;
using Core.Requests;
using Service.Storage;
using Service.Storage.Events;
using Shared;
using static Service.Tests.Storage.Appending;

namespace Service.Tests.Storage;

public sealed class EventStoreTest(AzuriteFixture azurite)
{
    private const string Id = "DR-0000-0000-0001";

    [Fact]
    public async Task What_was_appended_is_loaded_as_it_was()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        var appended = await store.MustAppendAsync(Id, null, Submitted(), Note("first"));
        appended = await store.MustAppendAsync(Id, appended, Note("second"));

        using var other = new EventStore(storage.Again().Tables);
        var loaded = (await other.LoadAsync(Id, default)).ShouldNotBeNull();

        loaded.State.Sequence.ShouldBe(3);
        loaded.State.History.Select(recorded => EventJson.Write(recorded)).ShouldBe(appended.State.History.Select(EventJson.Write));
        loaded.Head.ETag.ShouldBe(appended.Head.ETag);
        loaded.Head.Dirty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_request_nobody_made_is_null()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        (await store.LoadAsync(Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_writers_one_learns_that_the_other_was_faster()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var one = new EventStore(storage.Tables);
        using var other = new EventStore(storage.Again().Tables);
        await one.MustAppendAsync(Id, null, Submitted());
        var (seenByOne, seenByOther) = (await one.LoadAsync(Id, default), await other.LoadAsync(Id, default));

        await one.MustAppendAsync(Id, seenByOne, Note("faster"));
        var outcome = await other.AppendAsync(Id, seenByOther, Note("slower"), Note("and more"));

        var latest = outcome.ShouldBeOfType<AppendOutcome.Conflict>().Latest.ShouldNotBeNull();
        latest.State.History[^1].Event.ShouldBe(Note("faster"));
        (await one.LoadAsync(Id, default))!.State.Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_request_is_made_once()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        await store.MustAppendAsync(Id, null, Submitted());
        (await store.AppendAsync(Id, null, Submitted("something else"))).ShouldBeOfType<AppendOutcome.Conflict>();
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var first = new EventStore(storage.Tables);
        await first.MustAppendAsync(Id, null, Submitted());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            using var store = new EventStore(storage.Again().Tables);
            for (var written = 0; written < 5;)
            {
                var seen = await store.LoadAsync(Id, default);
                written += await store.AppendAsync(Id, seen, Note($"{writer}/{written}")) is AppendOutcome.Appended ? 1 : 0;
            }
        }));

        var notes = (await first.LoadAsync(Id, default))!.State.History.Select(recorded => recorded.Event).OfType<RequestEvent.Noted>().ToList();
        notes.Select(note => note.Text).ShouldBe(Enumerable.Range(0, 8).SelectMany(w => Enumerable.Range(0, 5).Select(n => $"{w}/{n}")), ignoreOrder: true);
        (await first.VerifyAsync(default)).ShouldBe(new Verification(true, 41, null));
    }

    [Fact]
    public async Task A_lost_reply_is_not_taken_for_a_conflict()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        storage.Faults.Next(Fault.LostReply, Faults.IsTransaction);
        var made = await store.MustAppendAsync(Id, null, Submitted());
        storage.Faults.Next(Fault.LostReply, Faults.IsTransaction);
        var noted = await store.MustAppendAsync(Id, made, Note("once"));

        noted.State.Sequence.ShouldBe(2);
        (await store.LoadAsync(Id, default))!.State.Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_storage_that_is_unavailable_for_a_moment_is_waited_for()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        storage.Faults.Next(Fault.Unavailable, _ => true, times: 3);
        await store.MustAppendAsync(Id, null, Submitted());
    }

    [Fact]
    public async Task An_outage_is_an_exception_and_stores_nothing()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        storage.Faults.Always(Fault.Unavailable, _ => true);
        await Should.ThrowAsync<RequestFailedException>(() => store.AppendAsync(Id, null, Submitted()));
        storage.Faults.Stop();
        (await store.LoadAsync(Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_payload_longer_than_a_property_is_kept_whole()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        var text = string.Concat(Enumerable.Range(0, 12_000).Select(n => $"{n} ü 𝄞 "));
        await store.MustAppendAsync(Id, null, Submitted(text));

        using var other = new EventStore(storage.Again().Tables);
        (await other.LoadAsync(Id, default))!.State.Submission.Data.Scope.ShouldBe(text);
        (await other.VerifyAsync(default)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task What_no_row_can_hold_is_refused_and_stores_nothing()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        (await store.AppendAsync(Id, null, Submitted(new string('x', EventRow.LongestPayload)))).ShouldBeOfType<AppendOutcome.TooLarge>();
        (await store.LoadAsync(Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_done_and_the_row_beside_it_are_written_together_or_not_at_all()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        var request = await store.MustAppendAsync(Id, null, Submitted());
        var marked = await store.MarkAsync(request, request.Head with { Dirty = false }, request.Done.Add("mail/One/1"), [], default);
        (await store.MarkAsync(request, request.Head, request.Done.Add("mail/Two/1"), [], default)).ShouldBeNull();

        var loaded = (await store.LoadAsync(Id, default)).ShouldNotBeNull();
        loaded.Done.ShouldBe(["mail/One/1"]);
        loaded.Head.Dirty.ShouldBeFalse();
        loaded.Head.ETag.ShouldBe(marked!.Head.ETag);
    }

    [Fact]
    public async Task What_a_crash_left_is_found()
    {
        var storage = await TestStorage.NewAsync(azurite);
        using var store = new EventStore(storage.Tables);
        var clean = await store.MustAppendAsync(Id, null, Submitted());
        await store.MarkAsync(clean, clean.Head with { Dirty = false }, clean.Done, [], default);
        await store.MustAppendAsync("DR-0000-0000-0002", null, Submitted());

        (await store.DirtyAsync(default).ToListAsync()).ShouldBe(["DR-0000-0000-0002"]);
    }
}
