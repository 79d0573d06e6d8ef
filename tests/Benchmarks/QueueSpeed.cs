using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Storage;

namespace Benchmarks;

/// <summary>
/// The queue's first page, as staff fetch it, at 100 and at 100,000 open requests. Its one range query takes the emulator longer in a larger
/// table, since it looks through and sorts the whole table for each query, which Azure Tables does not; so what the page takes besides its
/// storage is told apart.
/// </summary>
internal static class QueueSpeed
{
    private const int Pages = 40;
    private const int OfATransaction = 100;
    private static readonly int[] Sizes = [100, 100_000];
    private static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(9);

    public static async Task RunAsync(OfficeOnAzurite office)
    {
        var tables = new TableServiceClient(office.ConnectionString);
        using var staff = await StaffAsync(office);
        var written = 0;
        var found = new List<(double Page, double Own)>();
        foreach (var size in Sizes)
        {
            await FillAsync(tables, written, size);
            written = size;
            var counted = await CountedAsync(staff, size);
            List<double> whole = [], own = [];
            var before = office.Requests;
            for (var page = 0; page < Pages; page++)
            {
                office.TakeLongest();
                var watch = Stopwatch.StartNew();
                await staff.GetStringAsync("/staff");
                whole.Add(watch.Elapsed.TotalMilliseconds);
                // Its storage requests are made at once, so that the longest is what it waits for.
                own.Add(whole[^1] - office.TakeLongest().TotalMilliseconds);
            }

            found.Add((Median(whole), Median(own)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"queue page, {size,7:N0} open  {found[^1].Page,8:F1} ms, {found[^1].Own:F1} ms of it without storage; {(double)(office.Requests - before) / Pages:F1} storage requests; counted beside it in {counted.TotalSeconds:F0} s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a thousand times as many     {found[^1].Own / found[0].Own:F2} times as long without storage, {found[^1].Page / found[0].Page:F2} times with the emulator"));
    }

    /// <summary>Waits until the page tells the number of all: the count beside it is done, and is not made again for long.</summary>
    private static async Task<TimeSpan> CountedAsync(HttpClient staff, int size)
    {
        var watch = Stopwatch.StartNew();
        var number = size.ToString("N0", CultureInfo.InvariantCulture);
        for (var looked = 0; watch.Elapsed < LongestCount; looked++)
        {
            var page = (await staff.GetStringAsync("/staff")).Replace(" ", "", StringComparison.Ordinal);
            if (page.Contains($">{number}<", StringComparison.Ordinal) && looked >= (size < 1_000 ? 30 : 1))
            {
                return watch.Elapsed;
            }

            await Task.Delay(size < 1_000 ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10));
        }

        return watch.Elapsed;
    }

    private static async Task<HttpClient> StaffAsync(OfficeOnAzurite office)
    {
        var client = new HttpClient { BaseAddress = office.Address };
        using var answer = await client.PostAsJsonAsync("/dev/sign-in", new { name = "Ana Lyst", roles = new[] { "Analyst" } });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString());
        return client;
    }

    /// <summary>Writes rows as the projection writes them, a hundred in a transaction.</summary>
    private static Task FillAsync(TableServiceClient tables, int from, int to)
    {
        var table = tables.GetTableClient(OpenRequests.TableName);
        var now = SystemClock.Instance.GetCurrentInstant();
        return Parallel.ForEachAsync(
            Enumerable.Range(from, to - from).Chunk(OfATransaction), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (numbers, cancel) => await table.SubmitTransactionAsync(
                numbers.Select(number => new TableTransactionAction(TableTransactionActionType.Add, QueueRow.Of(Summary(number, now)))), cancel));
    }

    private static RequestSummary Summary(int number, Instant now) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"DR-0000-{number / 10_000:0000}-{number % 10_000:0000}"),
        Status = RequestStatus.InProgress,
        Version = 3,
        Office = Core.Routing.Office.DataAndAccountability,
        Kind = RequesterKind.Public,
        Level = DataLevel.Aggregate,
        RequesterName = "Rita Quester",
        Assignee = number % 7 == 0 ? "Ana Lyst" : "Ben Chmark",
        WaitingOn = WaitingOn.Office,
        SubmittedAt = now - Duration.FromDays(1),
        DueAt = now + Duration.FromMinutes(number),
        OriginalDueAt = now + Duration.FromMinutes(number),
        DaysCounted = 1,
        DaysAllowed = 15,
    };

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);
}
