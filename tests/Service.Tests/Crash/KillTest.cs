using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Core.Calendar;
using Core.Requests;
using Local.Dev;
using NodaTime;
using NodaTime.Text;
using Service.Agreements;
using Service.Policy;
using Service.Storage;
using Shared;

namespace Service.Tests.Crash;

/// <summary>A request lives from submission to its expired file while the program is killed again and again, anywhere.</summary>
public sealed class KillTest(AzuriteFixture azurite)
{
    private const int LongestLife = 700;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_anywhere_and_started_again_it_loses_nothing_and_sends_nothing_twice(int seed)
    {
        var storage = azurite.NewStorage();
        var tables = new TableServiceClient(storage);
        using var store = new EventStore(tables);
        var random = new Random(seed);
        await using var program = new LocalProcess(storage);
        await program.StartAsync();
        await MoveClockAsync(program, new { set = "2026-03-02T09:00:00-05:00" });
        var staff = (await JsonAsync(await program.Site.PostAsJsonAsync("/dev/sign-in", new { name = "Ana Lyst", roles = new[] { "Analyst" } })))
            .GetProperty("token").GetString()!;

        JsonElement made = default;
        while (made.ValueKind == JsonValueKind.Undefined)
        {
            made = await UnlessKilledAsync(async () => await JsonAsync(await SubmitAsync(program)));
        }

        var (id, secret) = (made.GetProperty("id").GetString()!, made.GetProperty("accessToken").GetString()!);

        await DoAsync(state => state.Assignee is not null, state => CommandAsync(state, "Assign", new { assignee = "Ana Lyst" }));
        await DoAsync(state => state.Clarifications.Count > 0, state => CommandAsync(state, "AskClarification", new { question = "Which grades?" }));
        await DoAsync(state => state.OpenClarification is null, _ => RequesterAsync("answers", new { text = "Grades 3 to 5." }));
        await DoAsync(state => state.Nda?.Signature is not null,
            _ => RequesterAsync("nda-signature", new { fullName = "Pat Partner", title = "Director", agreed = true }));
        await DoAsync(state => state.Nda?.ExecutedAt is not null, state => CommandAsync(state, "CountersignNda", new { endsOn = "2027-03-01" }));
        await DoAsync(state => state.FulfilmentBreached is not null, _ => MoveClockAsync(program, new { advance = "P30D" }));
        await DoAsync(state => state.Deliverables.Count > 0, _ => UploadAsync());
        await DoAsync(state => state.DeliveredAt is not null,
            state => CommandAsync(state, "Deliver", new { deliverableIds = new[] { state.Deliverables[0].Id } }));
        await DoAsync(state => state.Ending is not null, _ => MoveClockAsync(program, new { advance = "P35D" }));

        // Once more from the start, in peace: what the last kill left is done now.
        await program.KillAsync();
        await program.StartAsync();
        var now = await MoveClockAsync(program, new { advance = "PT1M" });

        var stored = (await store.LoadAsync(id, default)).ShouldNotBeNull();
        // An upload that was cut off leaves its trace, and nothing else.
        stored.State.Quarantined.ShouldBeEmpty();
        stored.State.History.Where(recorded => recorded.Event is not (RequestEvent.FileQuarantined or RequestEvent.CheckCutOff))
            .Select(recorded => recorded.Event.GetType().Name).ShouldBe(
            [
                "Submitted", "Assigned", "NdaSent", "ClarificationAsked", "Answered", "NdaSigned", "NdaExecuted", "FulfilmentBreached",
                "DeliverableAdded", "Delivered", "Closed",
            ]);
        (await store.VerifyAsync(default)).Ok.ShouldBeTrue();

        var policy = PolicyStore.Shipped;
        var calendar = new BusinessCalendar(1, DateTimeZoneProviders.Tzdb[policy.BusinessDay.TimeZone], new LocalTime(17, 0), []);
        stored.Head.Dirty.ShouldBeFalse();
        Owed.Effects(stored.State, new(now, policy, calendar)).Where(effect => effect.DueAt <= now && !stored.Done.Contains(effect.Id))
            .ShouldBeEmpty();
        // Other mail, such as the digest, is about no request.
        var kept = (await new DevelopmentMailbox(tables, SystemClock.Instance).ListAsync(null, default)).Count(mail => mail.RequestId == id);
        kept.ShouldBe(stored.Done.Count(effect => effect.StartsWith("mail/", StringComparison.Ordinal)));
        var blobs = new Azure.Storage.Blobs.BlobServiceClient(storage);
        (await new AgreementPdf(blobs).FindAsync(id, default)).ShouldNotBeNull();
        // One that was uploaded and never recorded may remain; nobody can reach it.
        (await blobs.GetBlobContainerClient("deliverables").GetBlobClient($"{id}/{stored.State.Deliverables[0].Id}").ExistsAsync()).Value.ShouldBeFalse();
        (await new OpenRequests(tables).AllOpenAsync(default).CountAsync()).ShouldBe(0);
        (await new OpenRequests(tables).PageAsync(new(RequestStatus.Closed), 10, null, default)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);

        // A step: sent until the stored events say that it was taken, killed meanwhile as often as not.
        async Task DoAsync(Func<RequestState, bool> isDone, Func<RequestState, Task> send)
        {
            for (var tries = 0; (await store.LoadAsync(id, default))!.State is var state && !isDone(state); tries++)
            {
                tries.ShouldBeLessThan(20, "the step is not taken");
                // What failed under load is tried again by the program itself after some seconds; twenty tries must not be over by then.
                await Task.Delay(tries == 0 ? 0 : 500);
                await UnlessKilledAsync(async () =>
                {
                    await send(state);
                    return true;
                });
            }
        }

        async Task<T?> UnlessKilledAsync<T>(Func<Task<T>> send)
        {
            var sending = send();
            if (random.Next(2) == 0)
            {
                await Task.WhenAny(sending, Task.Delay(random.Next(LongestLife)));
                // Now and then after the answer: then the background is what is cut off.
                await Task.Delay(random.Next(2) * random.Next(150));
                await program.KillAsync();
                await program.StartAsync();
            }

            try
            {
                return await sending;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
            {
                return default;
            }
        }

        Task CommandAsync(RequestState state, string type, object fields)
        {
            var body = JsonSerializer.SerializeToNode(fields)!.AsObject();
            body["type"] = type;
            body["expectedVersion"] = state.Version;
            return SendAsync("commands", staff, JsonContent.Create(body));
        }

        Task RequesterAsync(string what, object body) => SendAsync(what, secret, JsonContent.Create(body));

        Task UploadAsync()
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes("school,attendance rate\nHarbor Point School,93.1\nLantern Hill School,91.4\n"));
            file.Headers.ContentType = new("text/csv");
            return SendAsync("deliverables", staff, new MultipartFormDataContent { { file, "file", "rates.csv" } });
        }

        async Task SendAsync(string what, string token, HttpContent content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/requests/{id}/{what}") { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await program.Site.SendAsync(request);
            // A conflict is what a client may see whose first try was carried out; anything else is a failure.
            (answer.IsSuccessStatusCode || (int)answer.StatusCode is 409 or 422).ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task<Instant> MoveClockAsync(LocalProcess program, object move)
    {
        using var answer = await program.Site.PostAsJsonAsync("/dev/clock", move);
        return InstantPattern.ExtendedIso.Parse((await JsonAsync(answer)).GetProperty("now").GetString()!).Value;
    }

    private static Task<HttpResponseMessage> SubmitAsync(LocalProcess program)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests")
        {
            Content = JsonContent.Create(new
            {
                requester = new
                {
                    name = "Pat Partner",
                    email = "pat@partner.example.org",
                    organization = "Harbor Tutors",
                    kind = "CommunityPartner",
                    partnerRegistration = new { complete = true },
                },
                purpose = "We plan next year's tutoring hours.",
                audience = "Our program team.",
                data = new { level = "Aggregate", schoolYears = new[] { "2024-25" }, attributes = new[] { "attendance rate" }, scope = "Attendance rates of two schools." },
            }),
        };
        request.Headers.Add("Idempotency-Key", "one-request");
        return program.Site.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
