using Core.Requests;

namespace Core.Tests.Requests;

/// <summary>Which policy each clock was started under, whatever is in force later.</summary>
public sealed class ClockStartTests
{
    [Fact]
    public void Each_clock_names_the_policy_that_was_in_force_when_it_was_started()
    {
        var story = Story.InProgress();
        story.PolicyVersion = 2;
        story.Do(new RequestCommand.AskClarification("Which grades?"));
        story.PolicyVersion = 3;
        story.Do(new RequestCommand.Answer("Grades 3 to 5."), Actor.Requester).Do(new RequestCommand.AskClarification("Which schools?"));

        ClockStart.Of(story.It).Select(start => (start.Clock, start.PolicyVersion)).ShouldBe(
        [
            ("Reaching out to the requester", 1),
            ("Fulfilment", 1),
            ("The answer to a question", 2),
            ("The answer to a question", 3),
        ], ignoreOrder: true);
    }

    [Fact]
    public void What_was_recorded_before_versions_were_kept_says_so()
    {
        var story = Story.InProgress();
        var old = story.It with { History = [.. story.It.History.Select(recorded => recorded with { PolicyVersion = null })] };
        ClockStart.Of(old).ShouldContain(start => start.Clock == "Reaching out to the requester" && start.PolicyVersion == null);
    }
}
