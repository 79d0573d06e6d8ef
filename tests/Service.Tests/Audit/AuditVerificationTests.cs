using Azure;
using Azure.Data.Tables;
using CsCheck;
using NodaTime;
using Service.Audit;
using Service.Disclosures;
using Service.Storage.Events;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Audit;

/// <summary>What somebody with the keys to storage may do to the records, and how it is named.</summary>
public sealed class AuditVerificationTests(AzuriteFixture azurite)
{
    private const string Ledger = "ledger-2026-03";
    private const string Reads = "reads-2026-03";
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_that_nobody_touched_are_whole()
    {
        using var records = await Records.NewAsync(azurite);
        await records.ShouldBeWholeAsync();
        await records.FillAsync();
        // 7 events, 6 entries of the ledger, 2 looks, 2 seals.
        (await records.Audit.VerifyAsync(cancel)).ShouldBe(new Verification(true, 17, null));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    public async Task A_whole_removed_request_is_named(int number, int sequence)
    {
        using var records = await FilledAsync();
        await Records.RemoveAsync(records.Storage.Requests, Records.Id(number));
        var broken = await records.BrokenAsync();
        (broken.Chain, broken.Sequence, broken.RequestId).ShouldBe((Records.Id(number), sequence, Records.Id(number)));
        broken.Problem.ShouldContain("missing");
    }

    [Fact]
    public async Task A_chain_cut_short_and_mended_is_named()
    {
        using var records = await FilledAsync();
        await Records.CutAsync(records.Storage.Requests, Records.Id(2), 2);
        await NamedAsync(records, Records.Id(2), 3);
    }

    [Fact]
    public async Task A_chain_rewritten_and_mended_is_named_at_the_first_seal_that_knows_better()
    {
        using var records = await FilledAsync();
        // The first day's seal knows entry 2, so what is wrong is no later.
        await Records.RewriteAsync(records.Storage.Requests, Records.Id(2), 3, payload => payload.Replace("third", "3rd", StringComparison.Ordinal));
        await NamedAsync(records, Records.Id(2), 3);
        await Records.RewriteAsync(records.Storage.Requests, Records.Id(2), 2, payload => payload.Replace("second", "2nd", StringComparison.Ordinal));
        var broken = await records.BrokenAsync();
        broken.Sequence.ShouldBe(1);
        broken.Problem.ShouldStartWith("Entries 1 to 2");
    }

    [Theory]
    [InlineData(Ledger)]
    [InlineData(Reads)]
    [InlineData("seals")]
    public async Task A_removed_or_rewritten_chain_beside_the_requests_is_named(string chain)
    {
        using var records = await FilledAsync();
        var last = (await records.Log.HeadAsync(chain, cancel)).ShouldNotBeNull().Sequence;
        await Records.RewriteAsync(records.Chains, chain, 1, payload => payload.Replace("2026", "2025", StringComparison.Ordinal));
        (await records.BrokenAsync()).Chain.ShouldBe(chain);
        await Records.RemoveAsync(records.Chains, chain);
        (await records.BrokenAsync()).Chain.ShouldBe(chain);
        last.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_ledger_row_that_was_changed_removed_or_put_in_is_named()
    {
        using var records = await FilledAsync();
        var rows = await records.Students.QueryAsync<TableEntity>(cancellationToken: cancel).ToListAsync(cancel);
        var one = rows.Single(row => row.GetInt32("Sequence") == 2);

        var changed = new TableEntity(one) { ["Payload"] = EventRow.PayloadOf(one).Replace("Tutoring", "Nothing", StringComparison.Ordinal) };
        await records.Students.UpsertEntityAsync(changed, TableUpdateMode.Replace, cancel);
        await NamedAsync(records, Ledger, 2);

        await records.Students.DeleteEntityAsync(one.PartitionKey, one.RowKey, ETag.All, cancel);
        await NamedAsync(records, Ledger, 2);

        await records.Students.UpsertEntityAsync(one, TableUpdateMode.Replace, cancel);
        await records.ShouldBeWholeAsync();
        var planted = new TableEntity(one) { PartitionKey = rows.Single(row => row.GetInt32("Sequence") == 1).PartitionKey };
        await records.Students.UpsertEntityAsync(planted, TableUpdateMode.Replace, cancel);
        (await records.BrokenAsync()).Chain.ShouldBe(Ledger);
    }

    [Fact]
    public async Task A_changed_a_removed_and_an_added_seal_are_named()
    {
        using var records = await FilledAsync();
        var container = records.Storage.Blobs.GetBlobContainerClient(SealBook.Container);
        foreach (var (day, sequence) in new[] { ("2026-03-02", 1), ("2026-03-03", 2) })
        {
            var blob = container.GetBlobClient($"seals/{day}.seal");
            var text = (await blob.DownloadContentAsync(cancel)).Value.Content.ToString();
            await blob.UploadAsync(BinaryData.FromString(text.Replace("chain DR-0000-0000-0001 1 ", "chain DR-0000-0000-0001 2 ", StringComparison.Ordinal)), overwrite: true, cancel);
            await NamedAsync(records, Seals.Chain, sequence);
            await blob.DeleteAsync(cancellationToken: cancel);
            await NamedAsync(records, Seals.Chain, sequence);
            await blob.UploadAsync(BinaryData.FromString(text), overwrite: true, cancel);
            await records.ShouldBeWholeAsync();
        }

        await container.GetBlobClient("seals/2026-03-01.seal").UploadAsync(BinaryData.FromString("seal 1\n"), overwrite: true, cancel);
        await NamedAsync(records, Seals.Chain, 1);
    }

    [Fact]
    public async Task Verifying_while_others_write_accuses_nobody()
    {
        using var records = await FilledAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await records.HappenAsync(2, $"note {number}");
                await records.Ledger.WriteAsync([Records.Entry($"{number}", $"file-{number}")], cancel);
                await records.Reads.RecordAsync(Records.Ada, ReadOf.Ledger, cancel);
            }
        }, cancel);
        for (var times = 0; times < 15; times++)
        {
            await records.ShouldBeWholeAsync();
        }

        await stop.CancelAsync();
        await writing;
    }

    /// <summary>Any row of any table, changed, removed or moved, is found and its chain named.</summary>
    [Fact]
    public async Task Random_tampering_is_always_named()
    {
        using var records = await FilledAsync();
        TableClient[] tables = [records.Storage.Requests, records.Chains, records.Students];
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, 999], Gen.Int[0, 2]).SampleAsync(async how =>
        {
            var (which, at, kind) = how;
            var rows = (await tables[which].QueryAsync<TableEntity>(cancellationToken: cancel).ToListAsync(cancel))
                .Where(row => row.ContainsKey("Payload")).ToList();
            var (row, other) = (rows[at % rows.Count], rows[(at + 1) % rows.Count]);
            switch (kind)
            {
                case 0:
                    await tables[which].UpsertEntityAsync(new TableEntity(row) { ["Payload"] = Changed(EventRow.PayloadOf(row)) }, TableUpdateMode.Replace, cancel);
                    break;
                case 1:
                    await tables[which].DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancel);
                    break;
                default:
                    await tables[which].UpsertEntityAsync(new TableEntity(other) { PartitionKey = row.PartitionKey, RowKey = row.RowKey }, TableUpdateMode.Replace, cancel);
                    break;
            }

            var broken = (await records.Audit.VerifyAsync(cancel)).FirstBroken;
            await tables[which].UpsertEntityAsync(row, TableUpdateMode.Replace, cancel);
            await records.ShouldBeWholeAsync();
            return broken is not null && (which == 2 ? broken.Chain == Ledger : broken.Chain == row.PartitionKey);

            string Changed(string payload) => payload.Length == 0 ? "x" : payload.Remove(at % payload.Length, 1);
        }, iter: 60, threads: 1);
    }

    private async Task<Records> FilledAsync()
    {
        var records = await Records.NewAsync(azurite);
        await records.FillAsync();
        return records;
    }

    private static async Task NamedAsync(Records records, string chain, int sequence)
    {
        var broken = await records.BrokenAsync();
        (broken.Chain, broken.Sequence).ShouldBe((chain, sequence), broken.Problem);
    }
}
