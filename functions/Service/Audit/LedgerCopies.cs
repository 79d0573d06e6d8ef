using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Service.Disclosures;
using Service.Storage.Events;

namespace Service.Audit;

/// <summary>
/// Whether the ledger's rows by student are exactly the chained entries. The two are in different orders and too many to hold: each side
/// is added up to a fingerprint under a key made for this one comparison, so that nobody can have prepared rows that cancel out. Only
/// where the sums differ are rows looked up one by one.
/// </summary>
internal sealed class LedgerCopies(TableServiceClient tables, ChainLog log)
{
    private readonly TableClient table = tables.GetTableClient(DisclosureLedger.TableName);

    /// <summary>Begins a comparison of what is chained by now.</summary>
    public async Task<Comparison> BeginAsync(CancellationToken cancel)
    {
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var chain in log.ChainsAsync(cancel))
        {
            if (chain.StartsWith(DisclosureLedger.Prefix, StringComparison.Ordinal) && await log.HeadAsync(chain, cancel) is { } head)
            {
                heads[chain] = head.Sequence;
            }
        }

        return new(this, heads);
    }

    /// <summary>One comparison.</summary>
    internal sealed class Comparison(LedgerCopies of, IReadOnlyDictionary<string, int> heads)
    {
        private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
        private Sum chained;

        /// <summary>Takes a chained entry into account.</summary>
        public void Chained(ChainEntry entry)
        {
            // One that cannot be read has broken its chain, which is found there.
            if (IsMeant(entry.Chain, entry.Sequence) && LedgerRow.TryOf(entry) is { } due)
            {
                chained.Add(key, due);
            }
        }

        /// <summary>The first entry whose row is not what was chained, or row that was not; null where there is none.</summary>
        public async Task<BrokenEntry?> FirstBrokenAsync(CancellationToken cancel)
        {
            Sum copied = default;
            await foreach (var row in of.RowsAsync(cancel))
            {
                // What came after the beginning is compared next time.
                if (!heads.TryGetValue(row.GetString("Chain") ?? "", out var last) || (row.GetInt32("Sequence") ?? 0) <= last)
                {
                    copied.Add(key, row);
                }
            }

            return copied == chained ? null : await of.OneByOneAsync(heads, cancel);
        }

        private bool IsMeant(string chain, int sequence) => heads.TryGetValue(chain, out var last) && sequence <= last;
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(CancellationToken cancel) => table.QueryAsync<TableEntity>(cancellationToken: cancel);

    private async Task<BrokenEntry?> OneByOneAsync(IReadOnlyDictionary<string, int> heads, CancellationToken cancel)
    {
        foreach (var (chain, last) in heads.OrderBy(head => head.Key, StringComparer.Ordinal))
        {
            await foreach (var entry in log.ReadAsync(chain, 1, last, cancel))
            {
                if (LedgerRow.TryOf(entry) is not { } due)
                {
                    return new(chain, entry.Sequence, "The entry cannot be read.");
                }

                var row = await table.GetEntityIfExistsAsync<TableEntity>(due.PartitionKey, due.RowKey, cancellationToken: cancel);
                if (!row.HasValue)
                {
                    return new(chain, entry.Sequence, "The entry is missing from its student's rows in the ledger.");
                }

                if (!Says(row.Value!, due) && await StrayAsync(row.Value!, cancel) is { } stray)
                {
                    return stray with { Chain = chain, Sequence = entry.Sequence };
                }
            }
        }

        await foreach (var row in RowsAsync(cancel))
        {
            if (await StrayAsync(row, cancel) is { } stray)
            {
                return stray;
            }
        }

        return null;
    }

    /// <summary>A row that is not the copy of the entry it names; null where it is.</summary>
    private async Task<BrokenEntry?> StrayAsync(TableEntity row, CancellationToken cancel)
    {
        var (chain, sequence) = (row.GetString("Chain") ?? "", row.GetInt32("Sequence") ?? 0);
        return await log.FindAsync(chain, sequence, cancel) is { } entry && LedgerRow.TryOf(entry) is { } due
            && due.PartitionKey == row.PartitionKey && due.RowKey == row.RowKey && Says(row, due)
                ? null
                : new(chain.Length > 0 ? chain : DisclosureLedger.TableName, sequence,
                    $"The ledger's row {row.RowKey} is not the entry that was chained: it was changed or put in.");
    }

    private static bool Says(TableEntity row, TableEntity due) => Text(row) == Text(due);

    private static string Text(TableEntity row) =>
        $"{row.PartitionKey}\n{row.RowKey}\n{row.GetString("Chain")}\n{row.GetInt32("Sequence")}\n{EventRow.PayloadOf(row)}";

    /// <summary>A sum of keyed hashes that does not depend on the order.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private record struct Sum(UInt128 High, UInt128 Low)
    {
        public void Add(byte[] key, TableEntity row)
        {
            var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Text(row)));
            High = unchecked(High + System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));
            Low = unchecked(Low + System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash.AsSpan(16)));
        }
    }
}
