using Azure.Storage.Blobs;
using Core.Calendar;
using Core.Policy;
using NodaTime;
using Service.Calendar;
using Shared;

namespace Service.Tests.Calendar;

public sealed class CalendarStoreTests(AzuriteFixture azurite)
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 2, 14, 0);
    private static readonly BusinessDayRules Boston = new("America/New_York", "17:00");

    private readonly BlobServiceClient blobs = new(azurite.NewStorage());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_store_has_version_1_without_closures_and_writes_nothing()
    {
        var store = Store();
        var calendar = await store.CurrentAsync(Cancel);
        (calendar.Version, calendar.Closures.Count).ShouldBe((1, 0));
        (calendar.Zone.Id, calendar.EndsAt).ShouldBe(("America/New_York", new LocalTime(17, 0)));
        (await store.PendingAsync(Cancel)).ShouldBeNull();
        CalendarFile.Read(await store.TextAsync(Cancel)).Errors.ShouldBeEmpty();
        (await blobs.GetBlobContainersAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_new_file_is_in_force_at_once_and_every_version_is_kept()
    {
        var store = Store();
        await store.CurrentAsync(Cancel);

        var first = await store.ReplaceAsync(Closed(9), "Ada Ministrator", At, Cancel);
        (first.Before!.Version, first.After!.Version).ShouldBe((1, 2));
        (await store.CurrentAsync(Cancel)).Version.ShouldBe(2);

        var second = await store.ReplaceAsync(Closed(9, 10), "Zoë Ministrator", At, Cancel);
        second.Errors.ShouldBeEmpty();
        CalendarChange.Describe(second.Before!, second.After!).ShouldBe("added: Snow day on February 10, 2026");
        (await store.TextAsync(Cancel)).ShouldBe(Closed(9, 10));
        (await Store().CurrentAsync(Cancel)).Closures.Select(closure => closure.Date.Day).ShouldBe([9, 10]);
        (await Names()).ShouldBe(["calendar.ics", "calendar/1.ics", "calendar/2.ics", "calendar/3.ics"]);
    }

    [Fact]
    public async Task A_bad_file_changes_nothing()
    {
        var store = Store();
        await store.ReplaceAsync(Closed(9), "Ada", At, Cancel);
        var refused = await store.ReplaceAsync("BEGIN:VCALENDAR\nSnow day\nEND:VCALENDAR", "Ada", At, Cancel);
        refused.Errors.ShouldHaveSingleItem().Line.ShouldBe(2);
        (refused.Before, refused.After).ShouldBe((null, null));
        (await Store().CurrentAsync(Cancel)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_file_again_is_no_new_version()
    {
        var store = Store();
        await store.ReplaceAsync(Closed(9), "Ada", At, Cancel);
        var again = await store.ReplaceAsync(Closed(9), "Bea", At, Cancel);
        (again.Before!.Version, again.After!.Version).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Writers_at_the_same_time_get_versions_one_after_the_other()
    {
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(day => Store().ReplaceAsync(Closed(day), $"Writer {day}", At, Cancel)));
        results.Select(result => result.After!.Version).Order().ShouldBe(Enumerable.Range(2, 6));
        results.ShouldAllBe(result => result.Before!.Version + 1 == result.After!.Version);
        foreach (var result in results)
        {
            var filed = await blobs.GetBlobContainerClient("settings").GetBlobClient($"calendar/{result.After!.Version}.ics").DownloadContentAsync(Cancel);
            filed.Value.Content.ToString().ShouldBe(Closed(result.After.Closures[0].Date.Day));
        }
    }

    [Fact]
    public async Task What_was_not_told_yet_is_pending_until_it_is_marked_also_after_a_restart()
    {
        await Store().ReplaceAsync(Closed(9), "Ada", At, Cancel);
        var pending = (await Store().PendingAsync(Cancel)).ShouldNotBeNull();
        (pending.Before.Version, pending.Before.Closures.Count, pending.After.Version).ShouldBe((1, 0, 2));

        await Store().MarkAppliedAsync(2, Cancel);
        (await Store().PendingAsync(Cancel)).ShouldBeNull();

        await Store().ReplaceAsync(Closed(9, 10), "Ada", At, Cancel);
        await Store().ReplaceAsync(Closed(9, 10, 11), "Ada", At, Cancel);
        pending = (await Store().PendingAsync(Cancel)).ShouldNotBeNull();
        (pending.Before.Version, pending.After.Version).ShouldBe((2, 4));
        CalendarChange.Describe(pending.Before, pending.After).ShouldBe("added: Snow day from February 10, 2026 to February 11, 2026");

        await Task.WhenAll(Store().MarkAppliedAsync(3, Cancel), Store().MarkAppliedAsync(4, Cancel), Store().MarkAppliedAsync(2, Cancel));
        (await Store().PendingAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_version_whose_filing_was_cut_off_is_filed_before_it_is_replaced()
    {
        var store = Store();
        await store.ReplaceAsync(Closed(9), "Ada", At, Cancel);
        await blobs.GetBlobContainerClient("settings").GetBlobClient("calendar/2.ics").DeleteAsync(cancellationToken: Cancel);
        await store.MarkAppliedAsync(2, Cancel);

        await store.ReplaceAsync(Closed(10), "Ada", At, Cancel);
        (await store.PendingAsync(Cancel))!.Before.Closures.ShouldHaveSingleItem().Date.Day.ShouldBe(9);
    }

    [Fact]
    public async Task The_calendar_is_kept_for_a_moment_and_then_read_again()
    {
        var (patient, impatient) = (Store(TimeSpan.FromHours(1)), Store(TimeSpan.Zero));
        await patient.CurrentAsync(Cancel);
        await Store().ReplaceAsync(Closed(9), "Ada", At, Cancel);
        (await patient.CurrentAsync(Cancel)).Version.ShouldBe(1);
        (await impatient.CurrentAsync(Cancel)).Version.ShouldBe(2);
        (await patient.ReplaceAsync(Closed(10), "Ada", At, Cancel)).After!.Version.ShouldBe(3);
        (await patient.CurrentAsync(Cancel)).Version.ShouldBe(3);
    }

    [Fact]
    public async Task Zone_and_end_of_day_follow_the_policy_at_once()
    {
        var rules = Boston;
        var store = new CalendarStore(blobs, _ => Task.FromResult(rules), new Still()) { KeptFor = TimeSpan.FromHours(1) };
        await store.CurrentAsync(Cancel);
        rules = new("America/Chicago", "16:30");
        var calendar = await store.CurrentAsync(Cancel);
        (calendar.Zone.Id, calendar.EndsAt).ShouldBe(("America/Chicago", new LocalTime(16, 30)));
    }

    private CalendarStore Store(TimeSpan? keptFor = null) =>
        new(blobs, _ => Task.FromResult(Boston), new Still()) { KeptFor = keptFor ?? TimeSpan.FromSeconds(5) };

    private static string Closed(params IEnumerable<int> days) =>
        CalendarFile.Print(days.Select(day => new Closure(new LocalDate(2026, 2, day), "Snow day")));

    private async Task<List<string>> Names() =>
        await blobs.GetBlobContainerClient("settings").GetBlobsAsync(cancellationToken: Cancel).Select(blob => blob.Name).Order().ToListAsync(Cancel);

    private sealed class Still : IClock
    {
        public Instant GetCurrentInstant() => At;
    }
}
