using Service.Audit;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

public sealed class ChainLogTests(AzuriteFixture azurite)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_who_append_at_once_all_get_in_and_share_transactions()
    {
        using var records = await Records.NewAsync(azurite);
        await records.Log.AppendAsync("reads-2026-03", ["first"], null, cancel);
        var before = records.Storage.Faults.Count;
        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => records.Log.AppendAsync("reads-2026-03", [$"entry {number}"], null, cancel)));

        (await records.Log.ReadAsync("reads-2026-03", 1, int.MaxValue, cancel).CountAsync(cancel)).ShouldBe(201);
        (records.Storage.Faults.Count - before).ShouldBeLessThan(60);
        await records.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Two_processes_append_to_one_chain_and_it_stays_whole()
    {
        using var records = await Records.NewAsync(azurite);
        var other = new ChainLog(records.Storage.Again().Tables);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => (number % 2 == 0 ? records.Log : other).AppendAsync("reads-2026-03", [$"{number}"], null, cancel)));

        (await records.Log.ReadAsync("reads-2026-03", 1, int.MaxValue, cancel).Select(entry => int.Parse(entry.Payload)).ToListAsync(cancel))
            .ShouldBe(Enumerable.Range(1, 40), ignoreOrder: true);
        await records.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_reply_that_was_lost_makes_no_second_entry()
    {
        using var records = await Records.NewAsync(azurite);
        await records.Log.AppendAsync("reads-2026-03", ["first"], null, cancel);
        records.Storage.Faults.Next(Fault.LostReply, Faults.IsTransaction);
        await records.Log.AppendAsync("reads-2026-03", ["second"], null, cancel);
        (await records.Log.ReadAsync("reads-2026-03", 1, int.MaxValue, cancel).Select(entry => entry.Payload).ToListAsync(cancel)).ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Under_one_name_entries_are_appended_once_and_stay_open_until_they_are_closed()
    {
        using var records = await Records.NewAsync(azurite);
        (await records.Log.AppendAsync("ledger-2026-03", ["a", "b"], "batch", cancel)).ShouldBe(new(1, 2));
        (await new ChainLog(records.Storage.Tables).AppendAsync("ledger-2026-03", ["A", "B"], "batch", cancel)).ShouldBe(new(1, 2, WereThere: true));
        (await records.Log.OpenAsync("ledger-2026-03", cancel).ToListAsync(cancel)).ShouldBe([("batch", new(1, 2, WereThere: true))]);
        await records.Log.CloseAsync("ledger-2026-03", "batch", cancel);
        (await records.Log.OpenAsync("ledger-2026-03", cancel).ToListAsync(cancel)).ShouldBeEmpty();
        (await records.Log.AppendAsync("ledger-2026-03", ["A", "B"], "batch", cancel)).WereThere.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_it_cannot_be_stored_whoever_waits_is_told_and_the_next_try_works()
    {
        using var records = await Records.NewAsync(azurite);
        records.Storage.Faults.Always(Fault.Unavailable, Faults.IsTransaction);
        await Should.ThrowAsync<Azure.RequestFailedException>(() => records.Reads.RecordAsync(Records.Ada, ReadOf.Ledger, cancel));
        records.Storage.Faults.Stop();
        await records.Reads.RecordAsync(Records.Ada, ReadOf.Ledger, cancel);
        await records.ShouldBeWholeAsync();
    }
}
