using System.Diagnostics;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Tests.Storage;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Desk;

/// <summary>What a request costs in storage requests, which is what storage is paid by and what limits how many fit into a second.</summary>
public sealed class BudgetTest(AzuriteFixture azurite)
{
    // Thirteen commands, each with a mail or more, and time between them: nothing is saved by doing several at once.
    private const int Most = 60;

    [Fact]
    public async Task A_whole_lifecycle_stays_within_its_budget()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        await LiveAsync(office);
        var before = office.Storage.Faults.Count;
        var started = Stopwatch.GetTimestamp();
        await LiveAsync(office);

        // The engine looks around once a second besides, and a busy machine takes more of them.
        var cost = office.Storage.Faults.Count - before - (int)Math.Ceiling(Stopwatch.GetElapsedTime(started).TotalSeconds);
        cost.ShouldBeLessThanOrEqualTo(Most);
    }

    [Fact]
    public async Task An_idle_engine_asks_at_most_once_a_second()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        await office.SubmitAsync();
        await office.DrainAsync();
        var before = office.Storage.Faults.Count;
        await Task.Delay(TimeSpan.FromSeconds(6));
        (office.Storage.Faults.Count - before).ShouldBeLessThanOrEqualTo(6);
    }

    private static async Task LiveAsync(OfficeUnderTest office)
    {
        var id = (await office.SubmitAsync(Appending.Submission() with
        {
            Requester = new()
            {
                Name = "Pat Partner",
                Email = $"pat-{Guid.NewGuid():N}@partner.example",
                Kind = RequesterKind.CommunityPartner,
                PartnerRegistration = new(Complete: true, HasAgreements: false),
            },
        })).Id;
        (RequestCommand Command, Actor By)[] life =
        [
            (new Assign("Ana Lyst"), OfficeUnderTest.Ana),
            (new AskClarification("Which grades?"), OfficeUnderTest.Ana),
            (new Answer("All."), Actor.Requester),
            (new EstimateFee(6, 2000, null), OfficeUnderTest.Ana),
            (new DecideFee(Accept: true), Actor.Requester),
            (new SignNda("Pat Partner", "Director", Agreed: true), Actor.Requester),
            (new CountersignNda(new LocalDate(2027, 3, 1)), OfficeUnderTest.Ana),
            (new AddNote("Extract runs on Thursday."), OfficeUnderTest.Ana),
            (new AddDeliverable("file-1", "rates.csv", "text/csv", 10, "00", new(Core.Release.Verdict.Pass, [])), OfficeUnderTest.Ana),
            (new Deliver(["file-1"], null), OfficeUnderTest.Ana),
            (new Download("file-1"), Actor.Requester),
            (new Close(), OfficeUnderTest.Ana),
        ];
        foreach (var (command, by) in life)
        {
            await office.DrainAsync();
            await office.DoAsync(id, command, by);
        }

        await office.DrainAsync();
    }
}
