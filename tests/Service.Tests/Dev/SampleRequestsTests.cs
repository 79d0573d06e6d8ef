using System.Net.Http.Json;
using System.Text.Json;
using Local.Samples;
using Microsoft.Extensions.DependencyInjection;
using Shared;

namespace Service.Tests.Dev;

public sealed class SampleRequestsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task They_are_made_once_in_many_states_and_the_clock_is_back_where_it_was()
    {
        var said = new List<string>();
        var before = await NowAsync();
        await SeedAsync(said);

        said.Count.ShouldBe(1, string.Join('\n', said));
        (await NowAsync()).ShouldBe(before, TimeSpan.FromMinutes(3));
        var open = await OpenAsync();
        open.Select(request => request.GetProperty("status").GetString()).Distinct().ShouldBe(
            ["Delivered", "InProgress", "AwaitingClarification", "AwaitingFeeDecision", "AwaitingDocuments", "AwaitingNda", "AwaitingApproval", "Submitted"],
            ignoreOrder: true);
        open.ShouldContain(request => request.GetProperty("fulfilmentBreachedAt").ValueKind == JsonValueKind.String);
        (await app.MailboxAsync("marta@harbor-lantern.example.org")).Select(mail => mail.GetProperty("template").GetString())
            .ShouldBe(["Delivered", "NdaExecuted", "NdaToSign", "AssignedToAnalyst", "Confirmation"]);

        await SeedAsync(said);
        said.Count.ShouldBe(2);
        (await OpenAsync()).Count.ShouldBe(open.Count);
    }

    private Task SeedAsync(List<string> said) =>
        ActivatorUtilities.CreateInstance<SampleRequests>(app.Services).SeedAsync(app.Address, said.Add, TestContext.Current.CancellationToken);

    private async Task<List<JsonElement>> OpenAsync()
    {
        using var ana = await app.StaffAsync("Ana Lyst", "Analyst");
        return [.. (await ana.GetFromJsonAsync<JsonElement>("/api/queue?pageSize=100")).GetProperty("items").EnumerateArray()];
    }

    private async Task<DateTimeOffset> NowAsync() =>
        (await app.Client.GetFromJsonAsync<JsonElement>("/dev/clock")).GetProperty("now").GetDateTimeOffset();
}
