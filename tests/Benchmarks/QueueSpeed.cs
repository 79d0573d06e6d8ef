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
/// The queue's first page, as staff fetch it, at 100 open requests and at many. Its one range query takes the emulator longer in a larger
/// table, since it looks through and sorts the whole table for each query, which Azure Tables does not; so what the page takes besides its
/// storage is told apart.
/// </summary>
internal static class QueueSpeed
{
    private const int Pages = 40;
    private const int WarmPages = 200;
    private const int Few = 100;
    private static readonly ActivitySource Source = new(OfficeOnAzurite.PageSource);

    /// <param name="many">The larger number of open requests.</param>
    public static async Task RunAsync(int many)
    {
        var data = Directory.CreateTempSubdirectory("queue-");
        try
        {
            var few = await MeasureAsync(data, Few, async office => await FillAsync(new TableServiceClient(office.ConnectionString)));
            var now = SystemClock.Instance.GetCurrentInstant();
            StoredTable.Grow(data, OpenRequests.TableName, Enumerable.Range(Few, many - Few).Select(number => QueueRow.Of(Summary(number, now))));
            var lots = await MeasureAsync(data, many, _ => Task.CompletedTask);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{many / Few,5:N0} times as many         {lots.Own / few.Own:F2} times as long without storage, {lots.Page / few.Page:F2} times with the emulator"));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(double Page, double Own)> MeasureAsync(DirectoryInfo data, int size, Func<OfficeOnAzurite, Task> fill)
    {
        await using var office = await OfficeOnAzurite.StartAsync(data);
        await fill(office);
        using var staff = await StaffAsync(office);
        for (var warm = 0; warm < WarmPages; warm++)
        {
            var first = await staff.GetStringAsync("/staff");
            if (!first.Contains("DR-0000-0000-0000", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The queue does not show the request that is due first.");
            }
        }

        List<double> whole = [], own = [];
        for (var page = 0; page < Pages; page++)
        {
            using var trace = Source.StartActivity("page") ?? throw new InvalidOperationException("Nobody listens.");
            var watch = Stopwatch.StartNew();
            await staff.GetStringAsync("/staff");
            whole.Add(watch.Elapsed.TotalMilliseconds);
            // Its two storage requests are made at once, so that the longer is what it waits for.
            var storage = office.LongestOf(trace.TraceId).TotalMilliseconds;
            own.Add(storage > 0 ? whole[^1] - storage : throw new InvalidOperationException("The storage requests of a page were not seen."));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"queue page, {size,7:N0} open  {Median(whole),8:F1} ms, {Median(own):F1} ms of it without storage (90 of 100 in {own.Order().ElementAt(Pages * 9 / 10):F1} ms)"));
        return (Median(whole), Median(own));
    }

    private static async Task<HttpClient> StaffAsync(OfficeOnAzurite office)
    {
        var client = new HttpClient { BaseAddress = office.Address };
        using var answer = await client.PostAsJsonAsync("/dev/sign-in", new { name = "Ana Lyst", roles = new[] { "Analyst" } });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString());
        return client;
    }

    /// <summary>Writes rows as the projection writes them, in one transaction.</summary>
    private static async Task FillAsync(TableServiceClient tables)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await tables.GetTableClient(OpenRequests.TableName).SubmitTransactionAsync(
            Enumerable.Range(0, Few).Select(number => new TableTransactionAction(TableTransactionActionType.Add, QueueRow.Of(Summary(number, now)))));
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
