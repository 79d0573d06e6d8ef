using Azure.Data.Tables;
using Service.Audit;
using Service.Desk;

namespace Service.Storage.Events;

/// <summary>What a verification of the chains found.</summary>
/// <param name="Ok">Every chain is whole.</param>
/// <param name="Entries">Entries looked at.</param>
/// <param name="FirstBroken">The first place where a chain is broken; null where none is.</param>
internal sealed record Verification(bool Ok, long Entries, BrokenEntry? FirstBroken);

/// <summary>A broken place.</summary>
/// <param name="Chain">The chain: a request's id, a month of the ledger (<c>ledger-2026-03</c>) or of reads (<c>reads-2026-03</c>), <c>seals</c>.</param>
/// <param name="Sequence">The entry that is not what it should be.</param>
/// <param name="Problem">What is wrong with it, as a sentence.</param>
internal sealed record BrokenEntry(string Chain, int Sequence, string Problem)
{
    /// <summary>The request, where the chain is a request's.</summary>
    public string? RequestId => RequestIds.CanBe(Chain) ? Chain : null;
}

/// <summary>Recomputes hash chains from the rows as they are stored, page by page; nothing but the chain at hand is held in memory.</summary>
internal static class Chains
{
    /// <summary>Walks through every chain of a table, beside the chains of a seal where one is given.</summary>
    /// <param name="table">A table whose partitions are chains.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="sealedHeads">The seal that they must not contradict.</param>
    /// <param name="until">Sealed chains up to this name belong to the table; null for all that are left.</param>
    /// <param name="also">Told of every entry.</param>
    public static async Task<Verification> VerifyAsync(
        TableClient table, CancellationToken cancel, SealedHeads? sealedHeads = null, string? until = null, Action<ChainEntry>? also = null)
    {
        var entries = 0L;
        BrokenEntry? first = null;
        Chain? chain = null;
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel))
        {
            if (row.PartitionKey == ChainLog.Register)
            {
                continue;
            }

            if (row.PartitionKey != chain?.Id)
            {
                first ??= await EndAsync(chain);
                chain = new Chain(row.PartitionKey, await SealedAsync(row.PartitionKey));
            }

            if (chain.Add(row) is { } entry)
            {
                entries++;
                also?.Invoke(entry);
            }
        }

        first ??= await EndAsync(chain);
        first ??= await MissingAsync(until);
        return new(first is null, entries, first);

        async Task<SealedHead?> SealedAsync(string id)
        {
            first ??= await MissingAsync(id);
            var found = sealedHeads?.Is(id) is { } head ? new SealedHead(head, sealedHeads.Day) : null;
            if (sealedHeads is not null)
            {
                await sealedHeads.PastAsync(id);
            }

            return found;
        }

        async Task<BrokenEntry?> MissingAsync(string? before)
        {
            BrokenEntry? missing = null;
            if (sealedHeads is not null)
            {
                await foreach (var gone in sealedHeads.UpToAsync(before, cancel))
                {
                    missing ??= Seals.Missing(gone, sealedHeads.Day);
                }
            }

            return missing;
        }

        // Somebody may have appended between two pages of the answer; one look at the chain alone settles it.
        async Task<BrokenEntry?> EndAsync(Chain? ended)
        {
            if (ended?.End() is null)
            {
                return null;
            }

            var again = new Chain(ended.Id, ended.Sealed);
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {ended.Id}"), cancellationToken: cancel))
            {
                again.Add(row);
            }

            return again.End();
        }
    }

    private sealed record SealedHead(ChainHead Head, NodaTime.LocalDate Day);

    /// <summary>One chain's rows, looked at in the order of their keys.</summary>
    private sealed class Chain(string id, SealedHead? sealedHead)
    {
        private string hash = EventRow.NoHash;
        private int last;
        private BrokenEntry? broken;
        private TableEntity? head;

        public string Id => id;
        public SealedHead? Sealed => sealedHead;

        /// <summary>The entry; null where the row is none.</summary>
        public ChainEntry? Add(TableEntity row)
        {
            if (row.RowKey == HeadRow.Key)
            {
                head = row;
            }

            if (EventRow.SequenceOf(row.RowKey) is not { } sequence)
            {
                return null;
            }

            var (payload, written) = (EventRow.PayloadOf(row), row.GetString("Hash") ?? "");
            if (sequence != last + 1)
            {
                Broken(last + 1, "The event is missing.");
            }
            else if (EventRow.HashOf(hash, id, sequence, payload) != written)
            {
                Broken(sequence, "The event is not the one that was written here, or the one before it was changed.");
            }

            if (sequence == sealedHead?.Head.Sequence && written != sealedHead.Head.Hash)
            {
                Broken(Seals.Rewritten(sealedHead.Head, sealedHead.Day));
            }

            (last, hash) = (sequence, written);
            return new(id, sequence, payload, written);
        }

        public BrokenEntry? End()
        {
            if (head is null)
            {
                Broken(last + 1, "The head is missing.");
            }
            else if (HeadRow.SequenceOf(head) is var sequence && sequence != last)
            {
                Broken(Math.Min(sequence, last) + 1, sequence > last ? "The event is missing from the end." : "The event is not known to the head.");
            }
            else if (head.GetString("LastHash") != hash)
            {
                Broken(last, "The event's hash is not the one the head has.");
            }
            else if (sealedHead is { Head: var was } && was.Sequence > last)
            {
                Broken(Seals.Cut(was, last, sealedHead.Day));
            }

            return broken;
        }

        private void Broken(int sequence, string problem) => Broken(new(id, sequence, problem));

        private void Broken(BrokenEntry found) => broken ??= found;
    }
}
