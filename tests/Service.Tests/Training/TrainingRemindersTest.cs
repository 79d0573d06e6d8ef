using Local.Dev;
using NodaTime;
using Service.Engine;
using Service.Registers;
using Service.Tests.Desk;
using Service.Training;
using Shared;

namespace Service.Tests.Training;

public sealed class TrainingRemindersTest(AzuriteFixture azurite)
{
    private const string Heading = "name,email,office,roles,course,completedOn,validUntil\n";

    [Fact]
    public async Task Reminders_leave_thirty_and_seven_days_before_the_end_and_on_the_last_day_each_once()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        await office.Get<SimulatedClock>().SetAsync(OfficeUnderTest.Monday, default);
        await EnterAsync(office, "Ana Lyst,ana@district.example,Data office,Analyst,privacy,2025-05-01,2026-05-01\n");
        await office.DrainAsync();
        (await SubjectsAsync(office)).ShouldBeEmpty();

        await office.AdvanceAsync(Duration.FromDays(31));
        (await SubjectsAsync(office)).ShouldBe(["Your training ends on May 1, 2026: Student data privacy"]);
        await office.AdvanceAsync(Duration.FromDays(60));
        (await SubjectsAsync(office)).Count.ShouldBe(3);
        (await SubjectsAsync(office))[^1].ShouldBe("Your training ends today: Student data privacy");
        office.Arrived.Count.ShouldBe(3);

        // Entered again, nothing is owed: the new end is a year away.
        await EnterAsync(office, "Ana Lyst,ana@district.example,Data office,Analyst,privacy,2026-05-20,\n");
        await office.AdvanceAsync(Duration.FromDays(90));
        office.Arrived.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_reminder_whose_mail_failed_leaves_later_and_one_that_another_process_has_begun_is_left_to_it()
    {
        await using var office = await OfficeUnderTest.OpenAsync(azurite);
        await office.Get<SimulatedClock>().SetAsync(OfficeUnderTest.Monday, default);
        office.MailIsDown = true;
        await EnterAsync(office, "Ana Lyst,ana@district.example,Data office,Analyst,privacy,2025-03-10,2026-03-10\n");
        await office.DrainAsync();
        (await SubjectsAsync(office)).ShouldBeEmpty();

        office.MailIsDown = false;
        await using (var other = await OfficeUnderTest.OpenAsync(office.Storage, withEngine: false))
        {
            // The first process holds its claim: another one must not send meanwhile.
            await other.Get<SimulatedClock>().SetAsync(OfficeUnderTest.Monday, default);
            (await other.Get<OfficeWork>().TryRunAsync(TrainingReminderWork.WorkId, null, default)).ShouldNotBeNull().NextWake
                .ShouldNotBeNull().ShouldBeInRange(OfficeUnderTest.Monday + Duration.FromMinutes(15), OfficeUnderTest.Monday + Duration.FromMinutes(17));
            other.Arrived.ShouldBeEmpty();
        }

        await office.AdvanceAsync(Duration.FromMinutes(20));
        (await SubjectsAsync(office)).ShouldBe(["Your training ends on March 10, 2026: Student data privacy"]);
        await office.Get<OfficeWork>().TryRunAsync(TrainingReminderWork.WorkId, null, default);
        (await SubjectsAsync(office)).Count.ShouldBe(1);
    }

    private static async Task EnterAsync(OfficeUnderTest office, string lines)
    {
        var desk = office.Get<TrainingDesk>();
        var proposal = await desk.ProposeAsync(Heading + lines, ImportWay.Add, default);
        proposal.Errors.ShouldBeEmpty();
        (await desk.PutAsync(proposal, proposal.Seen, "Ada Min", "Test", default)).ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<string>> SubjectsAsync(OfficeUnderTest office) =>
    [
        .. (await office.Get<DevelopmentMailbox>().ListAsync(null, default)).Where(mail => mail.Template == "TrainingReminder")
            .OrderBy(mail => mail.SentAt).Select(mail => mail.Subject),
    ];
}
