using Core.Notifications;
using NodaTime;

namespace Core.Tests.Notifications;

public sealed class UpkeepLettersTests
{
    private static readonly LocalDate Day = new(2026, 3, 10);

    [Theory]
    [InlineData(1, 0, 0, "Data requests today: 1 overdue")]
    [InlineData(0, 2, 0, "Data requests today: 2 due soon")]
    [InlineData(0, 0, 3, "Data requests today: 3 stuck")]
    [InlineData(1, 2, 3, "Data requests today: 1 overdue, 2 due soon, 3 stuck")]
    public void The_subject_counts_what_there_is(int overdue, int soon, int stuck, string subject)
    {
        var digest = new Digest(Day, Lines(overdue), Lines(soon), Lines(stuck));
        digest.IsEmpty.ShouldBeFalse();
        var letter = UpkeepLetters.Daily(digest, Stories.Policy, "https://data.example/");
        letter.Subject.ShouldBe(subject);
        letter.Passages.OfType<Passage.Listed>().Sum(list => list.Items.Count).ShouldBe(overdue + soon + stuck);
        letter.Action.Link.ShouldBe("https://data.example/admin/sla");
        letter.Facts[0].ShouldBe(new("Day", "Tuesday, March 10, 2026"));
    }

    [Fact]
    public void A_long_list_is_cut_and_says_how_many_more_there_are()
    {
        var letter = UpkeepLetters.Daily(new(Day, Lines(25), [], []), Stories.Policy, "https://data.example");
        letter.Passages.OfType<Passage.Listed>().ShouldHaveSingleItem().Items[^1].ShouldBe("and 5 more, on the board");
    }

    [Fact]
    public void A_day_without_anything_to_tell_is_empty() => new Digest(Day, [], [], []).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData(1, "1 data request had to be started again")]
    [InlineData(2, "2 data requests had to be started again")]
    public void What_was_started_again_is_named(int number, string subject)
    {
        var letter = UpkeepLetters.Restarted(Lines(number), Stories.Policy, "https://data.example");
        letter.Subject.ShouldBe(subject);
        letter.Passages.OfType<Passage.Listed>().ShouldHaveSingleItem().Items.Count.ShouldBe(number);
    }

    private static List<DigestLine> Lines(int number) => [.. Enumerable.Range(1, number).Select(n => new DigestLine($"DR-0000-0000-{n:0000}", "a matter"))];
}
