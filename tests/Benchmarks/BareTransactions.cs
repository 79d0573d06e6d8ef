using System.Diagnostics;
using Azure.Data.Tables;

namespace Benchmarks;

/// <summary>What the storage does with nothing but three-row transactions, 16 at a time: the measure of all else here.</summary>
internal static class BareTransactions
{
    private const int Count = 3000;

    public static async Task<double> PerSecondAsync(string connectionString)
    {
        var table = new TableServiceClient(connectionString).GetTableClient("bare");
        await table.CreateIfNotExistsAsync();
        var payload = new string('x', 500);
        await Write(0);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(1, Count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await Write(number));
        return Count / watch.Elapsed.TotalSeconds;

        Task Write(int number) => table.SubmitTransactionAsync(Enumerable.Range(0, 3).Select(row => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity($"p{number}", $"r{row}") { ["Payload"] = payload })));
    }
}
