using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shared;

namespace Service.Tests.Dev;

public sealed class ClockTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task It_is_set_forth_and_back_and_runs_on()
    {
        await app.SetClockAsync("2026-03-06T09:00:00-05:00");
        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2026-03-06T14:00:00Z"), TimeSpan.FromMinutes(1));

        // Over the night in which clocks go forward: three days later it is nine in the morning again.
        await app.AdvanceAsync("P3D");
        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2026-03-09T13:00:00Z"), TimeSpan.FromMinutes(1));

        await app.AdvanceAsync("PT2H30M");
        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2026-03-09T15:30:00Z"), TimeSpan.FromMinutes(1));

        await app.SetClockAsync("2025-12-31T23:00:00Z");
        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2025-12-31T23:00:00Z"), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task It_outlives_a_restart()
    {
        await app.SetClockAsync("2027-05-04T10:00:00-04:00");
        await app.RestartAsync();
        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2027-05-04T14:00:00Z"), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("""{"advance":"three days"}""", "advance")]
    [InlineData("""{"advance":3}""", "advance")]
    [InlineData("""{"advance":"P9999Y"}""", "advance")]
    [InlineData("""{"advance":"P99999999999999999999Y"}""", "advance")]
    [InlineData("""{"set":"2026-03-02"}""", "set")]
    [InlineData("""{"set":"2026-03-02T09:00:00"}""", "set")]
    [InlineData("""{"set":"2026-02-30T09:00:00Z"}""", "set")]
    [InlineData("""{"set":"9998-01-01T00:00:00Z"}""", "set")]
    [InlineData("""{"set":"2026-03-02T09:00:00Z","advance":"P1D"}""", "set")]
    [InlineData("""{}""", "advance")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"advance":""", "body")]
    public async Task What_cannot_be_read_is_refused_by_field_and_moves_nothing(string body, string field)
    {
        var before = await NowAsync();
        using var answer = await app.Client.PostAsync("/dev/clock", new StringContent(body, null, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
        (await NowAsync()).ShouldBe(before, TimeSpan.FromMinutes(1));
    }

    private async Task<DateTimeOffset> NowAsync() =>
        (await app.Client.GetFromJsonAsync<JsonElement>("/dev/clock")).GetProperty("now").GetDateTimeOffset();
}
