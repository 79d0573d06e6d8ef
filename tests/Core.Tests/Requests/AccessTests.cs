using Core.Requests;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestCommand;

namespace Core.Tests.Requests;

/// <summary>The requester's link and the one-time code: policy.json's numbers, as the tests have them (3 links a day; 10 minutes, 5 tries, 5 codes an hour).</summary>
public sealed class AccessTests
{
    private static Story Delivered(DataLevel level = DataLevel.IdentifiableRoster) => Story.Of(Some.Decision(level: level))
        .Do(new Assign("Ana Lyst")).Do(Some.File("f1")).Do(Some.File("f2")).Do(new Deliver(["f1", "f2"], null));

    private static Story Ask(Story story, string file = "f1") => story.Do(new SendDownloadCode(file), Actor.Requester);

    private static Story Give(Story story, bool right, int? sequence = null, string file = "f1") =>
        story.Do(new Download(file, new(sequence ?? DownloadCode.Of(story.It, file)?.Sequence ?? 0, right)), Actor.Requester);

    private static string Last(Story story) => story.It.History[^1].Event.GetType().Name;

    [Theory]
    [InlineData(DataLevel.Directory, false)]
    [InlineData(DataLevel.Aggregate, false)]
    [InlineData(DataLevel.DeIdentifiedStudentLevel, false)]
    [InlineData(DataLevel.IdentifiableRoster, true)]
    [InlineData(DataLevel.IndividualRecord, true)]
    public void Only_data_that_names_students_needs_a_code_and_only_from_its_requester(DataLevel level, bool needs)
    {
        var story = Delivered(level).Do(new Download("f1"), Actor.Requester);
        story.LastRefusal?.Code.ShouldBe("CodeNeeded");
        (story.LastRefusal is not null).ShouldBe(needs);
        story.Do(new Download("f1"), Some.Analyst).LastRefusal.ShouldBeNull();
        Ask(story).LastRefusal?.Code.ShouldBe("NoCodeNeeded");
        (story.LastRefusal is null).ShouldBe(needs);
    }

    [Fact]
    public void The_right_code_opens_the_file_once()
    {
        var story = Ask(Delivered());
        var code = DownloadCode.Of(story.It, "f1").ShouldNotBeNull();
        Last(Give(story, right: true)).ShouldBe("Downloaded");
        story.It.Deliverables[0].Downloads.ShouldBe(1);
        Give(story, right: true, code.Sequence).LastRefusal!.Code.ShouldBe("CodeEnded");
        story.It.Deliverables[0].Downloads.ShouldBe(1);
    }

    [Fact]
    public void A_code_is_for_its_file_alone()
    {
        var story = Ask(Delivered());
        var code = DownloadCode.Of(story.It, "f1")!;
        Give(story, right: true, code.Sequence, "f2").LastRefusal!.Code.ShouldBe("CodeEnded");
    }

    [Theory]
    [InlineData(9, 59, true)]
    [InlineData(10, 0, false)]
    [InlineData(11, 0, false)]
    public void A_code_works_for_ten_minutes(int minutes, int seconds, bool works)
    {
        var story = Ask(Delivered());
        var code = DownloadCode.Of(story.It, "f1")!;
        story.Until(story.Now + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds));
        (Give(story, right: true, code.Sequence).LastRefusal is null).ShouldBe(works);
    }

    [Fact]
    public void Five_wrong_tries_end_a_code_and_each_is_on_record()
    {
        var story = Ask(Delivered());
        for (var tries = 1; tries <= 5; tries++)
        {
            Give(story, right: false).LastRefusal.ShouldBeNull();
            Last(story).ShouldBe("DownloadCodeRefused");
        }

        Give(story, right: true).LastRefusal!.Code.ShouldBe("CodeEnded");
        Give(story, right: false).LastRefusal!.Code.ShouldBe("CodeEnded");
        story.It.History.Count(one => one.Event is RequestEvent.DownloadCodeRefused).ShouldBe(5);
        Last(Give(Ask(story), right: true)).ShouldBe("Downloaded");
    }

    [Fact]
    public void A_new_code_ends_the_one_before()
    {
        var story = Ask(Delivered());
        var first = DownloadCode.Of(story.It, "f1")!;
        Ask(story);
        Give(story, right: true, first.Sequence).LastRefusal!.Code.ShouldBe("CodeEnded");
        Give(story, right: true).LastRefusal.ShouldBeNull();
    }

    [Fact]
    public void Codes_are_sent_five_times_an_hour_for_all_files_together()
    {
        var story = Delivered();
        for (var asked = 1; asked <= 5; asked++)
        {
            Ask(story, asked % 2 == 0 ? "f1" : "f2").LastRefusal.ShouldBeNull();
        }

        Ask(story).LastRefusal!.ShouldSatisfyAllConditions(no => no.Code.ShouldBe("TooManyCodes"), no => no.Kind.ShouldBe(RefusalKind.TooOften));
        Ask(story.Until(story.Now + Duration.FromMinutes(61))).LastRefusal.ShouldBeNull();
    }

    [Fact]
    public void No_code_is_sent_for_what_cannot_be_fetched()
    {
        var story = Story.Of(Some.Decision(level: DataLevel.IdentifiableRoster)).Do(new Assign("Ana Lyst")).Do(Some.File("f1"));
        Ask(story).LastRefusal!.Code.ShouldBe("NotAvailable");
        story.Do(new Deliver(["f1"], null)).Do(new RequestCommand.Recall("f1", "Wrong year"));
        Ask(story).LastRefusal!.Code.ShouldBe("NotAvailable");
        Ask(story, "nothing").LastRefusal!.Code.ShouldBe("NotAvailable");
    }

    [Fact]
    public void A_code_that_could_not_be_sent_in_time_is_not_sent_late()
    {
        var story = Ask(Delivered());
        string[] Owes() => [.. Owed.Effects(story.It, story.Circumstances).Select(effect => effect.Id).Where(id => id.Contains("DownloadCode"))];
        Owes().Length.ShouldBe(1);
        story.Until(story.Now + Duration.FromMinutes(10));
        Owes().ShouldBeEmpty();
    }

    [Fact]
    public void A_new_link_makes_the_older_ones_worthless_and_is_sent()
    {
        var story = Delivered(DataLevel.Aggregate);
        story.It.AccessGeneration.ShouldBe(1);
        var version = story.It.Version;
        story.Do(new RenewAccess(), Actor.Requester).Until(story.Now);
        story.It.AccessGeneration.ShouldBe(2);
        story.It.Version.ShouldBe(version, "nobody's click fails because somebody asked for a link");
        story.SentKinds.ShouldContain("LinkRenewed");
    }

    [Fact]
    public void New_links_are_given_three_times_a_day_and_as_often_as_staff_like()
    {
        var story = Delivered();
        for (var asked = 1; asked <= 3; asked++)
        {
            story.Do(new RenewAccess(), Actor.Requester).LastRefusal.ShouldBeNull();
        }

        story.Do(new RenewAccess(), Actor.Requester).LastRefusal!.Code.ShouldBe("TooManyLinks");
        story.Do(new RenewAccess()).LastRefusal.ShouldBeNull();
        story.Until(story.Now + Duration.FromHours(25)).Do(new RenewAccess(), Actor.Requester).LastRefusal.ShouldBeNull();
    }

    [Fact]
    public void A_link_that_staff_took_away_only_staff_give_back()
    {
        var story = Delivered().Do(new RevokeAccess("It was passed on."));
        (story.It.AccessRevoked, story.It.AccessGeneration).ShouldBe((true, 2));
        story.Do(new RevokeAccess("Again")).It.AccessGeneration.ShouldBe(2);
        story.Do(new RenewAccess(), Actor.Requester).LastRefusal!.Code.ShouldBe("AccessRevoked");
        story.Do(new RenewAccess()).It.AccessRevoked.ShouldBeFalse();
        story.It.AccessGeneration.ShouldBe(3);
        story.Do(new RevokeAccess(" ")).LastRefusal!.Field.ShouldBe("reason");
    }
}
