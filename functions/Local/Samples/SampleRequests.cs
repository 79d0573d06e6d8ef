using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Local.Dev;
using NodaTime;
using Service.Desk;

namespace Local.Samples;

/// <summary>
/// Tells the story of the samples: sets the simulated clock back and lets everything happen on its day, through the API, until
/// the clock is where it was. Told once; a telling that was cut short is taken up again with the same days.
/// </summary>
internal sealed class SampleRequests(SimulatedClock clock, EmbeddedEngine engine, CurrentCircumstances current, TableServiceClient tables)
{
    private const string Partition = "samples";
    private const string Row = "story";
    private const int Weeks = 4;
    private const int DaysInWeek = 5;
    private static readonly LocalTime Opening = new(10, 15);
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);

    private readonly TableClient table = tables.GetTableClient("clock");

    /// <summary>Makes the samples, unless they are there.</summary>
    public async Task SeedAsync(Uri site, Action<string> say, CancellationToken cancel)
    {
        var told = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancel);
        if (told.HasValue && told.Value!.GetBoolean("Done") == true)
        {
            say("The sample requests are there already.");
            return;
        }

        say("Making sample requests: four weeks at the office, which takes a moment ...");
        var (end, offset) = told.HasValue
            ? (Instant.FromDateTimeOffset(told.Value!.GetDateTimeOffset("End")!.Value), Duration.FromTicks(told.Value!.GetInt64("OffsetTicks") ?? 0))
            : (clock.GetCurrentInstant(), clock.Offset);
        await RememberAsync(end, offset, done: false, cancel);
        await TellAsync(site, end, say, cancel);
        await engine.AdvanceToAsync(SystemClock.Instance.GetCurrentInstant() + offset, cancel);
        await RememberAsync(end, offset, done: true, cancel);
    }

    private async Task TellAsync(Uri site, Instant end, Action<string> say, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = site, Timeout = LongestCall };
        var staff = await SignInAsync(http, cancel);
        var zone = (await current.NowAsync(cancel)).Calendar.Zone;
        var today = end.InZone(zone).Date;
        var people = new Dictionary<string, SampleActs>(StringComparer.Ordinal);
        await clock.SetAsync(Morning(0), cancel);
        foreach (var (day, happens) in Happenings(today.ToDateOnly()).OrderBy(happening => happening.Day))
        {
            await engine.AdvanceToAsync(Morning(day), cancel);
            await happens(http, staff, people);
        }

        // The story fills the four whole weeks before this one.
        Instant Morning(int day) =>
            (DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(today).PlusWeeks(day / DaysInWeek - Weeks).PlusDays(day % DaysInWeek) + Opening).InZoneLeniently(zone).ToInstant();

        IEnumerable<(int Day, Func<HttpClient, string, Dictionary<string, SampleActs>, Task> Happens)> Happenings(DateOnly date) =>
            SampleStory.All(date).SelectMany(sample => sample.Steps
                .Select(step => (step.Day, (Func<HttpClient, string, Dictionary<string, SampleActs>, Task>)((_, _, acts) => step.DoAsync(acts[sample.Key]))))
                .Prepend((sample.Day, async (client, token, acts) => acts[sample.Key] = await SubmitAsync(client, sample, token, say, cancel))));
    }

    private static async Task<SampleActs> SubmitAsync(HttpClient http, Sample sample, string staff, Action<string> say, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/requests", UriKind.Relative)) { Content = JsonContent.Create(sample.Body) };
        request.Headers.Add("Idempotency-Key", sample.Key);
        using var answer = await http.SendAsync(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode)
            throw new StartupProblem($"The sample requests could not be made ({sample.Key}: {(int)answer.StatusCode} {text}): start without --seed.");
        using var stored = JsonDocument.Parse(text);
        return new(http, stored.RootElement.GetProperty("id").GetString()!, stored.RootElement.GetProperty("accessToken").GetString()!, staff, say);
    }

    private static async Task<string> SignInAsync(HttpClient http, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("/dev/sign-in", new { name = SampleActs.Analyst, roles = new[] { "Analyst" } }, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("token").GetString()!;
    }

    private Task RememberAsync(Instant end, Duration offset, bool done, CancellationToken cancel) => table.UpsertEntityAsync(
        new TableEntity(Partition, Row) { ["End"] = end.ToDateTimeOffset(), ["OffsetTicks"] = offset.BclCompatibleTicks, ["Done"] = done }, TableUpdateMode.Replace, cancel);
}
