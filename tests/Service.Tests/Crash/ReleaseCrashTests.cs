using System.Text;
using Core.Disclosure;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Audit;
using Service.Deliverables;
using Service.Disclosures;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Shared;

namespace Service.Tests.Crash;

/// <summary>
/// The release of a roster cut off at each of its writes: before the ledger has it, between the ledger and the release, and after the
/// release with nobody told. Another process then does it again: no entry is lost, none is there twice, and no file is out without its entries.
/// </summary>
public sealed class ReleaseCrashTests(AzuriteFixture azurite)
{
    private static readonly Actor.Staff Ana = (Actor.Staff)OfficeUnderTest.Ana;

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/audit", false, 0, false)]
    [InlineData("/disclosures(", false, 3, false)]
    [InlineData("/requests", false, 3, false)]
    [InlineData("/requests", true, 3, true)]
    public async Task Cut_off_anywhere_and_done_again_by_another_process_it_is_whole(string where, bool isStored, int entriesBefore, bool isReleased)
    {
        var storage = await TestStorage.NewAsync(azurite);
        string id, file;
        await using (var office = await OfficeUnderTest.OpenAsync(storage, OfficeUnderTest.Monday, withEngine: false))
        {
            (id, file) = await ReadyAsync(office);
            storage.Faults.Always(isStored ? Fault.LostReply : Fault.Unavailable, request => Writes(request, where));
            var outcome = await Record.ExceptionAsync(async () =>
                (await office.Get<DeliverableDesk>().DeliverAsync(id, new([file], null), Ana, null, cancel)).Refusal.ShouldBe(DeliverableDesk.LedgerUnavailable));
            // Either it says that it could not, or it fell over: it never says that it is done.
            outcome.ShouldSatisfyAllConditions(() => (outcome is null or Azure.RequestFailedException or AggregateException or HttpRequestException or TimeoutException).ShouldBeTrue($"{outcome}"));
            storage.Faults.Stop();
        }

        await using var again = await OfficeUnderTest.OpenAsync(storage.Again(), withEngine: false);
        var before = (await again.Desk.FindAsync(id, cancel)).ShouldNotBeNull();
        (before.DeliveredAt is not null).ShouldBe(isReleased, "the release is the last write");
        (await StudentsAsync(again)).ShouldBe(entriesBefore == 0 ? [] : ["731001", "731002", "731003"]);

        await again.SetClockAsync(OfficeUnderTest.Monday + Duration.FromHours(1));
        if (!isReleased)
        {
            (await again.Get<DeliverableDesk>().DeliverAsync(id, new([file], null), Ana, null, cancel)).Refusal.ShouldBeNull();
        }

        await again.Get<DisclosureLedger>().SettleAsync(cancel);
        (await StudentsAsync(again)).ShouldBe(["731001", "731002", "731003"]);
        foreach (var student in new[] { "731001", "731002", "731003" })
        {
            (await again.Get<DisclosureLedger>().AboutStudentAsync(student, cancel)).Count(entry => entry.Kind == LedgerKind.Disclosure).ShouldBe(1);
        }

        var after = (await again.Desk.FindAsync(id, cancel)).ShouldNotBeNull();
        after.History.Count(recorded => recorded.Event is RequestEvent.Delivered).ShouldBe(1);
        after.Deliverables.Single(one => one.Id == file).DeliveredAt.ShouldNotBeNull();
        (await again.Get<AuditVerification>().VerifyAsync(cancel)).Ok.ShouldBeTrue();
    }

    private async Task<(string Id, string File)> ReadyAsync(OfficeUnderTest office)
    {
        var id = (await office.SubmitAsync(Appending.Submission() with
        {
            Requester = new() { Name = "Rita Quester", Email = "rita@example.org", Kind = RequesterKind.SchoolLeader, CoversOnlyOwnStudents = true },
            Data = new() { Level = DataLevel.IdentifiableRoster, Scope = "Names of our pupils", SchoolYears = ["2024-25"], Attributes = ["student id", "name"] },
        })).Id;
        var state = await office.DoAsync(id, new RequestCommand.Assign("Ana Lyst"));
        var desk = office.Get<DeliverableDesk>();
        var kept = (await desk.KeepAsync(id, new MemoryStream(Encoding.UTF8.GetBytes(
            "student id,name\n731001,Pupil One\n731002,Pupil Two\n731003,Pupil Three\n")), cancel))!;
        var added = await desk.AddAsync(state, kept, "roster.csv", Ana, cancel);
        added.Outcome.Refusal.ShouldBeNull();
        return (id, kept.Id);
    }

    /// <summary>The students of all disclosures in the chain, which is what counts.</summary>
    private async Task<IReadOnlyList<string?>> StudentsAsync(OfficeUnderTest office) =>
    [
        .. (await office.Get<DisclosureLedger>().AllAsync(OfficeUnderTest.Monday - Duration.FromDays(1), OfficeUnderTest.Monday + Duration.FromDays(1), cancel)
            .Where(entry => entry.Kind == LedgerKind.Disclosure).ToListAsync(cancel)).Select(entry => entry.StudentId).Order(StringComparer.Ordinal),
    ];

    /// <summary>A write to that table, in a transaction or alone.</summary>
    private static bool Writes(HttpRequestMessage request, string where) =>
        request.Method != HttpMethod.Get && (request.RequestUri!.AbsolutePath.Contains(where, StringComparison.Ordinal)
            || (Faults.IsTransaction(request) && request.Content!.ReadAsStringAsync().GetAwaiter().GetResult().Contains($"{where}(", StringComparison.Ordinal)));
}
