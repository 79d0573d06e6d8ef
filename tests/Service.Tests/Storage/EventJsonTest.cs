using System.Runtime.CompilerServices;
using Core.Requests;
using NodaTime;
using Service.Storage.Events;

namespace Service.Tests.Storage;

public sealed class EventJsonTest
{
    public static TheoryData<string> Events => [.. EventJson.Cases(typeof(RequestEvent)).Select(one => one.Name)];

    public static TheoryData<string> Actors => [.. EventJson.Cases(typeof(Actor)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_read_as_it_was_written(string name)
    {
        var happened = (RequestEvent)Invented.Of(EventJson.Cases(typeof(RequestEvent)).Single(one => one.Name == name));
        ShouldSurvive(new(7, Appending.Monday, Actor.System, happened) { PolicyVersion = 3 });
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public void Every_actor_is_read_as_it_was_written(string name)
    {
        var actor = (Actor)Invented.Of(EventJson.Cases(typeof(Actor)).Single(one => one.Name == name));
        ShouldSurvive(new(7, Appending.Monday, actor, new RequestEvent.Noted("A note.")));
    }

    [Fact]
    public void An_event_is_known_by_the_name_of_its_case() =>
        EventJson.Write(new(2, Instant.FromUtc(2026, 3, 2, 14, 0), Actor.System, new RequestEvent.Assigned("Ana Lyst")))
            .ShouldBe("""{"sequence":2,"at":"2026-03-02T14:00:00Z","by":{"$type":"TheSystem"},"event":{"$type":"Assigned","assignee":"Ana Lyst"}}""");

    /// <summary>The samples were written by earlier versions and are never edited; a new kind of event gets a new line.</summary>
    [Fact]
    public void Stored_samples_of_old_events_still_fold()
    {
        var lines = File.ReadAllLines(Path.Combine(Here(), "Samples", "events.jsonl"));
        var stories = lines.Select(EventJson.Read).Aggregate(new List<List<RecordedEvent>>(), (stories, recorded) =>
        {
            if (recorded.Sequence == 1)
            {
                stories.Add([]);
            }

            stories[^1].Add(recorded);
            return stories;
        });

        stories.ShouldAllBe(story => Fold.Over("DR-0000-0000-0001", story)!.Sequence == story.Count);
        lines.Select(line => EventJson.Write(EventJson.Read(line))).ShouldBe(lines);
        EventJson.Cases(typeof(RequestEvent)).Select(one => one.Name)
            .Except(stories.SelectMany(story => story).Select(recorded => recorded.Event.GetType().Name))
            .ShouldBeEmpty("every kind of event has a stored sample");
    }

    private static void ShouldSurvive(RecordedEvent recorded)
    {
        var written = EventJson.Write(recorded);
        var read = EventJson.Read(written);
        read.ShouldBeEquivalentTo(recorded);
        EventJson.Write(read).ShouldBe(written);
        written.ShouldAllBe(letter => letter < 128, "a payload may be cut anywhere");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
