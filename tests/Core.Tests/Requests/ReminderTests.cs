using Core.Notifications;
using Core.Requests;
using static Core.Requests.RequestCommand;

namespace Core.Tests.Requests;

/// <summary>A reminder sent by hand, beside those that go out by themselves (policy section 4).</summary>
public sealed class ReminderTests
{
    [Fact]
    public void Whoever_owes_nothing_is_not_reminded()
    {
        Story.Of(Some.Decision()).Do(new Remind()).LastRefusal!.Code.ShouldBe("NothingOwed");
        Story.InProgress().Do(new Remind()).LastRefusal!.Code.ShouldBe("NothingOwed");
    }

    [Fact]
    public void The_one_thing_owed_is_named_in_a_letter_of_its_own_and_the_clock_does_not_change()
    {
        var story = Story.InProgress().Do(new AskClarification("Which grades?"));
        var (before, version) = (story.It.Ledger.Count, story.It.Version);
        story.Do(new Remind()).LastRefusal.ShouldBeNull();
        (story.It.Ledger.Count, story.It.Version).ShouldBe((before, version));
        story.It.History[^1].Event.ShouldBe(new RequestEvent.Reminded(MessageKind.ClarificationReminder, story.It.History[^2].Sequence));
        Owed.Effects(story.It, story.Circumstances).Where(effect => effect.Effect is Effect.SendMail { Message.Kind: MessageKind.ClarificationReminder })
            .Select(effect => effect.Id).ShouldBeUnique();
        Owed.Effects(story.It, story.Circumstances).Count(effect => effect.Effect is Effect.SendMail { Message.Kind: MessageKind.ClarificationReminder }).ShouldBe(2);
        Timeline.Of(story.It, story.Circumstances, Core.Calendar.ClockReader.Requester)[^1].Text.ShouldBe("We reminded you of what is still open.");
    }

    [Fact]
    public void Nobody_is_reminded_twice_on_one_day()
    {
        var story = Story.InProgress().Do(new EstimateFee(10, 100, null)).Do(new Remind());
        story.LastRefusal.ShouldBeNull();
        story.Do(new Remind()).LastRefusal!.Code.ShouldBe("RemindedToday");
    }
}
