using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Core.Disclosure;
using NodaTime;
using Service.Audit;

namespace Service.Disclosures;

/// <summary>
/// The record of requests for and disclosures of identifiable student information (34 CFR 99.32). Every entry is first chained, in a
/// chain of the month it is of, which is also how a period is found; then copied to its student's partition of the table
/// <c>disclosures</c>, so that everything about a student is one range query. What a crash left uncopied is copied by
/// <see cref="SettleAsync"/>.
/// </summary>
internal sealed class DisclosureLedger(TableServiceClient tables, StudentLookup lookup, ChainLog log)
{
    public const string TableName = "disclosures";
    public const string Prefix = "ledger-";

    private const int AtOnce = 16;
    // A roster of the largest school takes seconds; a release that waits longer had better fail and be tried again.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(5);

    private readonly TableClient table = tables.GetTableClient(TableName);

    /// <summary>
    /// Writes the entries. Writing the same ones again changes nothing. Throws where not all could be written: then what they record must not happen.
    /// </summary>
    public async Task WriteAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        if (entries.Count == 0)
        {
            return;
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(LongestWrite);
        try
        {
            foreach (var month in (await StoredAsync(entries, limited.Token)).GroupBy(one => Months.Chain(Prefix, one.Entry.At), StringComparer.Ordinal))
            {
                foreach (var batch in Batches(month))
                {
                    await WriteAsync(month.Key, batch, limited.Token);
                }
            }
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The disclosure ledger did not take {entries.Count} entries within {LongestWrite.TotalMinutes} minutes.", late);
        }
    }

    /// <summary>Everything about a student, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> AboutStudentAsync(string studentId, CancellationToken cancel)
    {
        var partition = await lookup.PartitionAsync(studentId, cancel);
        return await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancel)
            .Select(row => LedgerRow.Read(row, lookup.Decrypt)).ToListAsync(cancel);
    }

    /// <summary>Everything from one instant to before another, month by month in the order it was written.</summary>
    public async IAsyncEnumerable<LedgerEntry> AllAsync(Instant from, Instant to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var chain in Months.ChainsAsync(log, Prefix, from, to, cancel))
        {
            await foreach (var chained in log.ReadAsync(chain, 1, int.MaxValue, cancel))
            {
                if (LedgerRow.Open(chained.Payload, lookup.Decrypt) is var entry && entry.At >= from && entry.At < to)
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>Copies what was chained and, because of a crash, not copied to its students.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await foreach (var chain in log.ChainsAsync(cancel))
        {
            if (!chain.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            await foreach (var (once, at) in log.OpenAsync(chain, cancel))
            {
                await CopyAsync(chain, at, cancel);
                await log.CloseAsync(chain, once, cancel);
            }
        }
    }

    private async Task WriteAsync(string chain, IReadOnlyList<StoredEntry> batch, CancellationToken cancel)
    {
        var once = NameOf(batch);
        var at = await log.AppendAsync(chain, [.. batch.Select(one => one.Payload)], once, cancel);
        await CopyAsync(chain, at, cancel);
        await log.CloseAsync(chain, once, cancel);
    }

    /// <summary>Copied as they are chained: entries of an earlier try were encrypted then, and the chain has them so.</summary>
    private async Task CopyAsync(string chain, Appended at, CancellationToken cancel)
    {
        var rows = await log.ReadAsync(chain, at.First, at.Last, cancel).Select(LedgerRow.Of).ToListAsync(cancel);
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (row, token) => await table.UpsertEntityAsync(row, TableUpdateMode.Replace, token));
    }

    private async Task<IReadOnlyList<StoredEntry>> StoredAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        await table.CreateIfNotExistsAsync(cancel);
        var known = entries.Where(entry => entry.StudentId is not null).ToList();
        var students = await lookup.PartitionsAsync(known.ConvertAll(entry => entry.StudentId!), cancel);
        return
        [
            .. known.Select((entry, index) => StoredEntry.Of(entry, students[index], lookup.Encrypt(entry.StudentId!)))
                .Concat(entries.Where(entry => entry.StudentId is null).Select(entry => StoredEntry.Of(entry, null, null)))
                // Two spellings of an ID are one student.
                .DistinctBy(one => (one.Student, one.Key)),
        ];
    }

    private static IEnumerable<IReadOnlyList<StoredEntry>> Batches(IEnumerable<StoredEntry> entries)
    {
        var (batch, letters) = (new List<StoredEntry>(), 0);
        foreach (var entry in entries)
        {
            var length = entry.Payload.Length;
            // Two rows beside them carry the name of the batch.
            if (batch.Count == ChainLog.MostEntries - 2 || (batch.Count > 0 && letters + length > ChainLog.MostCharacters))
            {
                yield return batch;
                (batch, letters) = ([], 0);
            }

            batch.Add(entry);
            letters += length;
        }

        yield return batch;
    }

    /// <summary>The same for the same entries whenever they are tried.</summary>
    private static string NameOf(IEnumerable<StoredEntry> batch) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', batch.Select(one => $"{one.Student} {one.Key}")))));
}
