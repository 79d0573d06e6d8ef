using System.Diagnostics;
using Core.Release;
using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestCommand;

namespace Benchmarks;

/// <summary>Whole lifecycles of a partner's request, through the desk and the engine, every e-mail sent to the local endpoint.</summary>
internal static class Lifecycles
{
    private static readonly Actor Analyst = new Actor.Staff("Ana Lyst", [StaffRole.Analyst]);

    private static readonly (RequestCommand Command, Actor By)[] Steps =
    [
        (new Assign("Ana Lyst"), Analyst),
        (new AskClarification("Which grades?"), Analyst),
        (new Answer("All of them."), Actor.Requester),
        (new EstimateFee(6, 2000, null), Analyst),
        (new DecideFee(true), Actor.Requester),
        (new SignNda("Pat Artner", "Director", true), Actor.Requester),
        (new CountersignNda(new LocalDate(2100, 6, 30)), Analyst),
        (new Extend(3, "A large request."), Analyst),
        (new AddDeliverable("f1", "rates.csv", "text/csv", 10, new string('0', 64), new FileCheck(Verdict.Pass, [])), Analyst),
        (new Deliver(["f1"], null), Analyst),
        (new Close(), Analyst),
    ];

    /// <summary>Commands of one lifecycle, the submission included.</summary>
    public static int Commands => Steps.Length + 1;

    public static async Task<(double PerSecond, double RequestsEach)> RunAsync(OfficeOnAzurite office, int count, int atOnce)
    {
        await office.Engine.DrainAsync(CancellationToken.None);
        var (before, watch) = (office.Requests, Stopwatch.StartNew());
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancel) => await LiveAsync(office, cancel));
        await office.Engine.DrainAsync(CancellationToken.None);
        return (count / watch.Elapsed.TotalSeconds, (double)(office.Requests - before) / count);
    }

    private static async Task LiveAsync(OfficeOnAzurite office, CancellationToken cancel)
    {
        var submitted = await office.Desk.SubmitAsync(Partner($"pat-{Guid.NewGuid():N}@example.org"), null, cancel);
        var id = submitted.State!.Id;
        foreach (var (command, by) in Steps)
        {
            var outcome = await office.Desk.ExecuteAsync(id, command, by, null, cancel);
            if (outcome.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"{command.GetType().Name}: {refusal.Code}");
            }
        }
    }

    private static Submission Partner(string email) => new()
    {
        Requester = new Requester
        {
            Name = "Pat Artner", Email = email, Organization = "Example Partner", Kind = RequesterKind.CommunityPartner,
            PartnerRegistration = new PartnerRegistration(Complete: true),
        },
        Purpose = "To plan tutoring.",
        Audience = "Our staff.",
        Data = new RequestedData { Level = DataLevel.Aggregate, Scope = "Attendance by grade", Attributes = ["attendance rate"], SchoolYears = ["2024-25"] },
    };
}
