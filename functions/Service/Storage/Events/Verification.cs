using Azure.Data.Tables;

namespace Service.Storage.Events;

/// <summary>What a verification of the chains found.</summary>
/// <param name="Ok">Every chain is whole.</param>
/// <param name="Entries">Events looked at.</param>
/// <param name="FirstBroken">The first place where a chain is broken; null where none is.</param>
internal sealed record Verification(bool Ok, long Entries, BrokenEntry? FirstBroken);

/// <summary>A broken place.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Sequence">The event that is not what it should be.</param>
/// <param name="Problem">What is wrong with it, as a sentence.</param>
internal sealed record BrokenEntry(string RequestId, int Sequence, string Problem);

/// <summary>Recomputes the hash chains from the rows as they are stored.</summary>
internal static class Chains
{
    public static async Task<Verification> VerifyAsync(TableClient table, CancellationToken cancel)
    {
        var entries = 0L;
        BrokenEntry? first = null;
        Chain? chain = null;
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel))
        {
            if (row.PartitionKey != chain?.Id)
            {
                first ??= await EndAsync(chain);
                chain = new Chain(row.PartitionKey);
            }

            entries += chain.Add(row) ? 1 : 0;
        }

        first ??= await EndAsync(chain);
        return new(first is null, entries, first);

        // Somebody may have appended between two pages of the answer; one look at the request alone settles it.
        async Task<BrokenEntry?> EndAsync(Chain? ended)
        {
            if (ended?.End() is null)
            {
                return null;
            }

            var again = new Chain(ended.Id);
            await foreach (var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {ended.Id}"), cancellationToken: cancel))
            {
                again.Add(row);
            }

            return again.End();
        }
    }

    /// <summary>One request's rows, looked at in the order of their keys.</summary>
    private sealed class Chain(string id)
    {
        private string hash = EventRow.NoHash;
        private int last;
        private BrokenEntry? broken;
        private TableEntity? head;

        public string Id => id;

        /// <summary>True where the row is an event.</summary>
        public bool Add(TableEntity row)
        {
            if (row.RowKey == HeadRow.Key)
            {
                head = row;
            }

            if (EventRow.SequenceOf(row.RowKey) is not { } sequence)
            {
                return false;
            }

            if (sequence != last + 1)
            {
                Broken(last + 1, "The event is missing.");
            }
            else if (row.GetString("Hash") is var written && EventRow.HashOf(hash, id, sequence, EventRow.PayloadOf(row)) != written)
            {
                Broken(sequence, "The event is not the one that was written here, or the one before it was changed.");
            }

            (last, hash) = (sequence, row.GetString("Hash") ?? "");
            return true;
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

            return broken;
        }

        private void Broken(int sequence, string problem) => broken ??= new(id, sequence, problem);
    }
}
