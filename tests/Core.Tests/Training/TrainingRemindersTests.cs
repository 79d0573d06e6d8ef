using Core.Tests.Calendar;
using Core.Tests.Requests;
using Core.Training;

namespace Core.Tests.Training;

public sealed class TrainingRemindersTests
{
    // The policy of these tests reminds 30 and 7 days before, and on the last day.
    private static readonly TrainingRegister Register = TrainingGateTests.Register(TrainingGateTests.Person("Ana Lyst", "privacy 2026-06-30"));

    [Theory]
    [InlineData("2026-05-31 16:59", "", "2026-05-31 17:00")]
    [InlineData("2026-05-31 17:00", "30", "2026-06-23 17:00")]
    [InlineData("2026-06-23 17:00", "7", "2026-06-30 17:00")]
    [InlineData("2026-06-30 17:00", "0", "never")]
    // whoever is entered late gets one message, not all of them
    [InlineData("2026-07-15 09:00", "0", "never")]
    // an end long ago is history
    [InlineData("2026-12-01 09:00", "", "never")]
    public void The_latest_stage_alone_is_owed_and_the_next_is_waited_for(string now, string owed, string next)
    {
        TrainingReminders.Owed(Register, Some.Policy, Some.Calendar, Office.At(now)).Select(one => one.Id.Split('|')[^1])
            .ShouldBe(owed.Length == 0 ? [] : [owed]);
        Office.Show(TrainingReminders.Next(Register, Some.Policy, Some.Calendar, Office.At(now))).ShouldBe(next);
    }

    [Fact]
    public void A_training_completed_again_counts_from_its_new_end()
    {
        var again = TrainingGateTests.Register(TrainingGateTests.Person("Ana Lyst", "privacy 2026-06-30; privacy 2027-06-30"));
        TrainingReminders.Owed(again, Some.Policy, Some.Calendar, Office.At("2026-06-30 17:00")).ShouldBeEmpty();
        Office.Show(TrainingReminders.Next(again, Some.Policy, Some.Calendar, Office.At("2026-06-30 17:00"))).ShouldBe("2027-05-31 17:00");
    }

    [Theory]
    [InlineData("2026-05-31", "ends on June 30, 2026", "From the day after, until you complete it again, you cannot:")]
    [InlineData("2026-06-30", "ends today", "From the day after, until you complete it again, you cannot:")]
    [InlineData("2026-07-01", "has lapsed", "Until you complete it again, you cannot:")]
    public void A_reminder_says_when_it_ends_and_what_that_holds_up(string today, string subject, string says)
    {
        var reminder = TrainingReminders.Owed(Register, Some.Policy, Some.Calendar, Office.At("2026-07-01 09:00"))[0];
        var letter = TrainingLetters.Of(reminder, Some.Policy, "https://requests.district.example/", Office.Date(today));
        letter.Subject.ShouldContain(subject);
        letter.Passages.ShouldContain(says);
        letter.Action.Link.ShouldBe("https://requests.district.example/staff/training");
    }
}
