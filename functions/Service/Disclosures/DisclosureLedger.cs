using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Core.Disclosure;
using NodaTime;

namespace Service.Disclosures;

/// <summary>
/// The record of requests for and disclosures of identifiable student information (34 CFR 99.32), in table <c>disclosures</c>: a
/// partition a student, a row an entry in order of time, so that everything about a student is one range query.
/// </summary>
internal sealed class DisclosureLedger(TableServiceClient tables, StudentLookup lookup)
{
    private const string UnknownStudents = "unknown";
    private const int AtOnce = 16;
    // A transaction holds 4 MiB, and the texts of an entry may be long.
    private const int RowsInTransaction = 10;
    // A roster of the largest school takes seconds; a release that waits longer had better fail and be tried again.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(5);

    private readonly TableClient table = tables.GetTableClient("disclosures");

    /// <summary>
    /// Writes the entries. Writing the same ones again changes nothing. Throws where not all could be written: then what they record must not happen.
    /// </summary>
    public async Task WriteAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        if (entries.Count == 0)
            return;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(LongestWrite);
        try
        {
            await table.CreateIfNotExistsAsync(limited.Token);
            await Parallel.ForEachAsync(
                await BatchesAsync(entries, limited.Token),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = limited.Token },
                async (batch, token) => await WriteBatchAsync(batch, token));
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
        return await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancel).ToListAsync(cancel);
    }

    /// <summary>Everything from one instant to before another, in no order. Passes over the whole table: it is for reports.</summary>
    public IAsyncEnumerable<LedgerEntry> AllAsync(Instant from, Instant to, CancellationToken cancel) =>
        QueryAsync(TableClient.CreateQueryFilter($"RowKey ge {LedgerRow.Time(from)} and RowKey lt {LedgerRow.Time(to)}"), cancel);

    private async Task<IReadOnlyList<IReadOnlyList<TableEntity>>> BatchesAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancel)
    {
        var known = entries.Where(entry => entry.StudentId is not null).ToList();
        var partitions = await lookup.PartitionsAsync(known.ConvertAll(entry => entry.StudentId!), cancel);
        return [.. known.Select((entry, index) => LedgerRow.Of(entry, partitions[index], lookup.Encrypt(entry.StudentId!)))
            .Concat(entries.Where(entry => entry.StudentId is null).Select(entry => LedgerRow.Of(entry, UnknownStudents, null)))
            // Two spellings of an ID are one student, and one transaction may not name a row twice.
            .DistinctBy(row => (row.PartitionKey, row.RowKey))
            .GroupBy(row => row.PartitionKey, StringComparer.Ordinal)
            .SelectMany(rows => rows.Chunk(RowsInTransaction))];
    }

    private async Task WriteBatchAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancel)
    {
        if (rows is [var only])
            await table.UpsertEntityAsync(only, TableUpdateMode.Replace, cancel);
        else
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancel);
    }

    private async IAsyncEnumerable<LedgerEntry> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        await table.CreateIfNotExistsAsync(cancel);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            yield return LedgerRow.Read(row, lookup.Decrypt);
    }
}
