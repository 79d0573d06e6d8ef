using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Local.Dev;
using NodaTime;

namespace Local.Samples;

/// <summary>
/// Tells the story of the samples: sets the simulated clock four weeks back and lets everything happen on its day, through the
/// API, until the clock is where it was. Told once; a telling that was cut short is taken up again with the same days.
/// </summary>
internal sealed class SampleRequests(SimulatedClock clock, EmbeddedEngine engine, TableServiceClient tables)
{
    private const string Partition = "samples";
    private const string Row = "story";
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

        say("Making sample requests: four weeks at the office, told in about half a minute ...");
        var end = told.HasValue ? Instant.FromDateTimeOffset(told.Value!.GetDateTimeOffset("End")!.Value) : clock.GetCurrentInstant();
        await RememberAsync(end, done: false, cancel);
        await TellAsync(site, end, say, cancel);
        await RememberAsync(end, done: true, cancel);
    }

    private async Task TellAsync(Uri site, Instant end, Action<string> say, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = site, Timeout = LongestCall };
        var staff = await SignInAsync(http, cancel);
        var begin = end - Duration.FromDays(SampleStory.Days);
        var people = new Dictionary<string, SampleActs>(StringComparer.Ordinal);
        await clock.SetAsync(begin, cancel);
        foreach (var (day, happens) in Happenings(DateOnly.FromDateTime(end.ToDateTimeUtc())).OrderBy(happening => happening.Day))
        {
            await engine.AdvanceToAsync(begin + Duration.FromDays(day), cancel);
            await happens(http, staff, people);
        }

        await engine.AdvanceToAsync(end, cancel);

        IEnumerable<(int Day, Func<HttpClient, string, Dictionary<string, SampleActs>, Task> Happens)> Happenings(DateOnly today) =>
            SampleStory.All(today).SelectMany(sample => sample.Steps
                .Select(step => (step.Day, (Func<HttpClient, string, Dictionary<string, SampleActs>, Task>)((_, _, acts) => step.DoAsync(acts[sample.Key]))))
                .Prepend((sample.Days, async (client, token, acts) => acts[sample.Key] = await SubmitAsync(client, sample, token, say, cancel))));
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

    private Task RememberAsync(Instant end, bool done, CancellationToken cancel) => table.UpsertEntityAsync(
        new TableEntity(Partition, Row) { ["End"] = end.ToDateTimeOffset(), ["Done"] = done }, TableUpdateMode.Replace, cancel);
}
