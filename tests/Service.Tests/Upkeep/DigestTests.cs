using Core.Routing;
using NodaTime;
using Service.Calendar;
using Service.Storage;
using Service.Tests.Desk;
using Service.Tests.Storage;
using Service.Upkeep;
using Shared;
using static Core.Requests.RequestCommand;

namespace Service.Tests.Upkeep;

public sealed class DigestTests(AzuriteFixture azurite)
{
    private const string Template = "DailyDigest";

    [Fact]
    public async Task On_a_business_day_it_tells_what_is_overdue_and_due_soon_once_and_names_nobody_who_asked()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var late = (await office.SubmitAsync()).Id;
        await office.AdvanceAsync(Duration.FromDays(18));
        var soon = (await office.SubmitAsync()).Id;
        await office.DoAsync(soon, new Assign("ana.lyst@harborcity.example"));
        await office.AdvanceAsync(Duration.FromDays(20));

        var digests = await office.LettersAsync(Template);
        digests.ShouldNotBeEmpty();
        var last = digests[^1];
        last.Subject.ShouldBe("Data requests today: 1 overdue, 1 due soon");
        last.Text.ShouldContain($"{late}: ");
        last.Text.ShouldContain($"{soon}: due on ");
        last.Text.ShouldContain("with ana.lyst@harborcity.example");
        last.Text.ShouldNotContain("Rita");
        // Never two on one day, none on a Saturday, a Sunday or a holiday.
        var calendar = await office.Get<CalendarStore>().CurrentAsync(default);
        var days = digests.Select(digest => digest.SentAt.InZone(calendar.Zone).Date).ToList();
        days.ShouldBeUnique();
        days.ShouldAllBe(day => calendar.IsBusinessDay(day));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_tell_none_is_sent_and_the_next_look_is_written_down()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        await office.SubmitAsync();
        await office.AdvanceAsync(Duration.FromDays(1));
        (await office.LettersAsync(Template)).ShouldBeEmpty();
        (await office.Get<DueWork>().EarliestAsync(10, default)).ShouldContain(row => row.RequestId == DigestWork.WorkId);
    }

    [Fact]
    public async Task Before_its_hour_it_waits_and_asking_again_sends_nothing_twice()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        await office.SubmitAsync();
        await office.AdvanceAsync(Duration.FromDays(9) - Duration.FromHours(4));
        var digest = office.Get<DigestWork>();
        // Wednesday, March 11, 6:00 in daylight saving time; the hour is 7:30.
        (await digest.RunAsync(default)).ShouldBe(Instant.FromUtc(2026, 3, 11, 11, 30));
        var before = (await office.LettersAsync(Template)).Count;

        await office.SetClockAsync(Instant.FromUtc(2026, 3, 11, 12, 0));
        await Task.WhenAll(digest.RunAsync(default), digest.RunAsync(default));
        (await digest.RunAsync(default)).ShouldBe(Instant.FromUtc(2026, 3, 12, 11, 30));
        (await office.LettersAsync(Template)).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_delays_it()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        await office.SubmitAsync();
        await office.AdvanceAsync(Duration.FromDays(9) - Duration.FromHours(4));
        var (digest, before) = (office.Get<DigestWork>(), (await office.LettersAsync(Template)).Count);
        office.MailIsDown = true;
        await office.SetClockAsync(Instant.FromUtc(2026, 3, 11, 12, 0));
        (await digest.RunAsync(default))!.Value.ShouldBeLessThan(Instant.FromUtc(2026, 3, 11, 12, 30));
        office.MailIsDown = false;
        await digest.RunAsync(default);
        (await office.LettersAsync(Template)).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task What_waits_for_an_approver_for_days_is_stuck()
    {
        await using var office = await OfficeUnderTest.OpenAsync(await TestStorage.NewAsync(azurite), OfficeUnderTest.Monday);
        var id = (await office.SubmitAsync(Appending.Submission() with { LegalProcess = LegalProcess.Subpoena })).Id;
        await office.AdvanceAsync(Duration.FromDays(8));
        (await office.LettersAsync(Template))[^1].Text.ShouldContain($"{id}: waiting for the approval since Monday, March 2, 2026");
    }
}
