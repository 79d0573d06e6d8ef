using Azure.Data.Tables;
using Core.Requests;
using NodaTime;
using Service.Engine;
using Service.Health;
using Service.Storage;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Service.Upkeep;
using Shared;

namespace Service.Tests.Health;

/// <summary>What administrators read of mail and engine, from a storage in which things went wrong.</summary>
public sealed class HealthTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_the_mail_server_does_not_take_is_listed_with_its_tries_and_gone_once_it_left()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        office.MailIsDown = true;
        var id = (await office.SubmitAsync()).Id;
        await office.Get<Advance>().RunAsync(id, null, Cancel);
        await office.Get<Advance>().RunAsync(id, null, Cancel);

        var sick = await office.Get<HealthReport>().NowAsync(Cancel);
        // The letter that failed less often is tried before the one that failed already.
        sick.Delayed.ShouldAllBe(step => step.RequestId == id && step.IsMail);
        sick.Delayed.Sum(step => step.Times).ShouldBe(2);
        sick.DelayedLetters.ShouldBeGreaterThan(1);
        var tried = sick.Delayed.First(step => step.Times > 0);
        (tried.Since - OfficeUnderTest.Monday).ShouldBeLessThan(Duration.FromMinutes(1));
        tried.NextTry!.Value.ShouldBeGreaterThan(OfficeUnderTest.Monday);
        tried.Why!.ShouldContain("503");

        office.MailIsDown = false;
        await office.Get<Advance>().RunAsync(id, null, Cancel);
        (await office.Get<HealthReport>().NowAsync(Cancel)).Delayed.ShouldBeEmpty();
        (await office.Get<FailedSteps>().ListAsync(10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_process_noted_and_is_done_since_is_struck_off_by_whoever_reads_it()
    {
        var storage = await TestStorage.NewAsync(azurite);
        await using var office = await OfficeUnderTest.OpenAsync(storage, OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync()).Id;
        await office.DrainAsync();
        var done = (await office.Store.LoadAsync(id, Cancel))!.Done.First(effect => effect.StartsWith("mail/", StringComparison.Ordinal));
        var sent = Owed.Effects((await office.Store.LoadAsync(id, Cancel))!.State, await office.Get<Service.Desk.CurrentCircumstances>().NowAsync(Cancel)).First(effect => effect.Id == done);
        await office.Get<FailedSteps>().FailedAsync(id, sent, new TimeoutException());

        (await office.Get<HealthReport>().NowAsync(Cancel)).Delayed.ShouldBeEmpty();
        (await office.Get<FailedSteps>().ListAsync(10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wake_up_nobody_saw_to_is_stuck_and_one_left_over_is_not()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        var (stuck, other) = ((await office.SubmitAsync()).Id, (await office.SubmitAsync()).Id);
        var wake = OfficeUnderTest.Monday + Duration.FromHours(1);
        await office.Get<DueWork>().MoveAsync(null, new(stuck, wake), Cancel);
        await office.Get<DueWork>().MoveAsync(null, new(other, wake), Cancel);
        var stored = (await office.Store.LoadAsync(stuck, Cancel))!;
        await office.Store.MarkAsync(stored, stored.Head with { Dirty = false, WakeAt = wake, Lease = null }, stored.Done, [], Cancel);
        await office.SetClockAsync(wake + HealthReport.Late - Duration.FromSeconds(1));
        (await office.Get<HealthReport>().NowAsync(Cancel)).Overdue.ShouldBeEmpty();

        await office.SetClockAsync(wake + HealthReport.Late);
        var health = await office.Get<HealthReport>().NowAsync(Cancel);
        health.Overdue.ShouldHaveSingleItem().ShouldBe(new OverdueWake(stuck, null, wake));
        health.Stuck.ShouldBe(1);
    }

    [Fact]
    public async Task The_search_for_unfinished_requests_ends_at_its_limit_and_says_so()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        var ids = new[] { (await office.SubmitAsync()).Id, (await office.SubmitAsync()).Id, (await office.SubmitAsync()).Id };
        var (some, isWhole) = await office.Store.UnfinishedAsync(2, TimeSpan.FromMinutes(1), Cancel);
        some.Count.ShouldBe(2);
        isWhole.ShouldBeFalse();
        (some, isWhole) = await office.Store.UnfinishedAsync(3, TimeSpan.FromMinutes(1), Cancel);
        some.Select(one => one.RequestId).ShouldBe(ids, ignoreOrder: true);
        isWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_sweep_and_a_verification_found_is_remembered()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        await office.SubmitAsync();
        await office.DrainAsync();
        var before = await office.Get<HealthReport>().NowAsync(Cancel);
        (before.Sweep, before.Verified).ShouldBe((null, null));

        await office.Get<Sweep>().RunAsync(Cancel);
        await office.Get<VerificationDesk>().VerifyAsync("Ada Min", Cancel);
        var after = await office.Get<HealthReport>().NowAsync(Cancel);
        after.Sweep!.Restarted.ShouldBe(0);
        after.Sweep.Watched.ShouldBe(1);
        (after.Verified!.Ok, after.Verified.By).ShouldBe((true, "Ada Min"));
        after.IsSealLate.ShouldBeFalse();
    }

    [Fact]
    public async Task A_seal_that_was_not_taken_is_missed_after_a_day()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday, withEngine: false);
        await office.SubmitAsync();
        await office.Get<Service.Audit.DailyWork>().RunAsync(Cancel);
        await office.SetClockAsync(OfficeUnderTest.Monday + Duration.FromDays(1));
        (await office.Get<HealthReport>().NowAsync(Cancel)).IsSealLate.ShouldBeFalse();
        await office.SetClockAsync(OfficeUnderTest.Monday + Duration.FromDays(2));
        (await office.Get<HealthReport>().NowAsync(Cancel)).IsSealLate.ShouldBeTrue();
    }
}
