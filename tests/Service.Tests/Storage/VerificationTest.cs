using Azure;
using Azure.Data.Tables;
using Service.Storage;
using Service.Storage.Events;
using Shared;
using static Service.Tests.Storage.Appending;

namespace Service.Tests.Storage;

public sealed class VerificationTest(AzuriteFixture azurite)
{
    private const string First = "DR-0000-0000-0001";
    private const string Id = "DR-0000-0000-0002";

    [Fact]
    public async Task Chains_that_nobody_touched_are_whole()
    {
        var (_, store) = await StoredAsync();
        (await store.VerifyAsync(default)).ShouldBe(new Verification(true, 6, null));
    }

    [Fact]
    public async Task A_changed_event_is_found()
    {
        var (table, store) = await StoredAsync();
        var row = await RowAsync(table, 3);
        row["Payload"] = row.GetString("Payload").Replace("third", "3rd", StringComparison.Ordinal);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await ShouldBreakAtAsync(store, 3);
    }

    [Fact]
    public async Task A_changed_event_with_a_hash_made_to_fit_is_found()
    {
        var (table, store) = await StoredAsync();
        var (before, row) = (await RowAsync(table, 2), await RowAsync(table, 3));
        row["Payload"] = row.GetString("Payload").Replace("third", "3rd", StringComparison.Ordinal);
        row["Hash"] = EventRow.HashOf(before.GetString("Hash"), Id, 3, row.GetString("Payload"));
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        await ShouldBreakAtAsync(store, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_removed_event_is_found(int sequence)
    {
        var (table, store) = await StoredAsync();
        await table.DeleteEntityAsync(Id, EventRow.KeyOf(sequence));
        await ShouldBreakAtAsync(store, sequence);
    }

    [Fact]
    public async Task An_event_removed_from_the_end_is_found()
    {
        var (table, store) = await StoredAsync();
        await table.DeleteEntityAsync(Id, EventRow.KeyOf(5));
        await ShouldBreakAtAsync(store, 5);
    }

    [Fact]
    public async Task An_event_added_at_the_end_is_found()
    {
        var (table, store) = await StoredAsync();
        var row = await RowAsync(table, 5);
        var added = new TableEntity(Id, EventRow.KeyOf(6))
        {
            ["Payload"] = row.GetString("Payload"),
            ["Hash"] = EventRow.HashOf(row.GetString("Hash"), Id, 6, row.GetString("Payload")),
        };
        await table.AddEntityAsync(added);
        await ShouldBreakAtAsync(store, 6);
    }

    [Fact]
    public async Task Events_that_changed_places_are_found()
    {
        var (table, store) = await StoredAsync();
        var (second, third) = (await RowAsync(table, 2), await RowAsync(table, 3));
        (second.RowKey, third.RowKey) = (third.RowKey, second.RowKey);
        await table.UpdateEntityAsync(second, ETag.All, TableUpdateMode.Replace);
        await table.UpdateEntityAsync(third, ETag.All, TableUpdateMode.Replace);
        await ShouldBreakAtAsync(store, 2);
    }

    [Fact]
    public async Task An_event_moved_to_another_request_is_found()
    {
        var (table, store) = await StoredAsync();
        var row = await RowAsync(table, 1);
        row.PartitionKey = First;
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        (await store.VerifyAsync(default)).FirstBroken.ShouldNotBeNull().RequestId.ShouldBe(First);
    }

    [Fact]
    public async Task A_missing_head_is_found()
    {
        var (table, store) = await StoredAsync();
        await table.DeleteEntityAsync(Id, HeadRow.Key);
        await ShouldBreakAtAsync(store, 6);
    }

    [Fact]
    public async Task A_head_without_events_is_found()
    {
        var (table, store) = await StoredAsync();
        for (var sequence = 1; sequence <= 5; sequence++)
        {
            await table.DeleteEntityAsync(Id, EventRow.KeyOf(sequence));
        }

        await ShouldBreakAtAsync(store, 1);
    }

    private async Task<(TableClient Table, EventStore Store)> StoredAsync()
    {
        var storage = await TestStorage.NewAsync(azurite);
        var store = new EventStore(storage.Tables);
        await store.MustAppendAsync(First, null, Submitted());
        var request = await store.MustAppendAsync(Id, null, Submitted(), Note("second"), Note("third"), Note("fourth"));
        await store.MustAppendAsync(Id, request, Note("fifth"));
        return (storage.Requests, store);
    }

    private static async Task<TableEntity> RowAsync(TableClient table, int sequence) =>
        (await table.GetEntityAsync<TableEntity>(Id, EventRow.KeyOf(sequence))).Value;

    private static async Task ShouldBreakAtAsync(EventStore store, int sequence)
    {
        var found = await store.VerifyAsync(default);
        found.Ok.ShouldBeFalse();
        found.FirstBroken.ShouldNotBeNull();
        (found.FirstBroken.RequestId, found.FirstBroken.Sequence).ShouldBe((Id, sequence), found.FirstBroken.Problem);
    }
}
