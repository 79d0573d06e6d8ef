using Core.Calendar;
using static Core.Tests.Calendar.Office;

namespace Core.Tests.Calendar;

public sealed class ClockSentenceTests
{
    private static readonly ClockEntry Start = Started("2026-03-02 09:00");

    public static TheoryData<string, ClockEntry[], string> Cases => new()
    {
        { "2026-03-02 10:00", [], "The clock has not started." },
        { "2026-03-02 10:00", [Start], "Day 1 of 15 is Tuesday, March 3; 1 closure: snow day." },
        { "2026-03-03 08:00", [Start], "Day 1 of 15; 1 closure: snow day." },
        { "2026-03-03 17:00", [Start], "Day 1 of 15; 1 closure: snow day." },
        { "2026-03-24 09:00", [Start], "Day 15 of 15; 1 closure: snow day." },
        { "2026-03-24 17:00", [Start], "Day 15 of 15; 1 closure: snow day." },
        { "2026-03-24 17:01", [Start], "Past the deadline of 15 days; 1 closure: snow day." },
        { "2026-03-25 17:01", [Start], "1 day past the deadline of 15 days; 1 closure: snow day." },
        { "2026-03-26 17:01", [Start], "2 days past the deadline of 15 days; 1 closure: snow day." },
        {
            "2026-03-19 12:00", [Start, Paused("2026-03-05 10:00"), Resumed("2026-03-11 10:00")],
            "Day 8 of 15; 4 days waiting for your answer; 1 closure: snow day."
        },
        {
            "2026-03-05 12:00", [Start, Paused("2026-03-04 10:00", PauseCause.FeeDecision)],
            "Standing still after day 1 of 15, waiting for your decision on the fee; 1 day waiting for your decision on the fee; 1 closure: snow day."
        },
        {
            "2026-03-03 12:00", [Start, Paused("2026-03-03 10:00", PauseCause.Documents), Paused("2026-03-03 11:00", PauseCause.Answer)],
            "Standing still before day 1 of 15, waiting for your documents and for your answer; 1 closure: snow day."
        },
        {
            "2026-03-26 18:00", [Start, Extended("2026-03-10 09:00", 1)],
            "1 day past the deadline of 16 days; 1 day added; 1 closure: snow day."
        },
        { "2026-03-26 18:00", [Start, Stopped("2026-03-10 12:00")], "Stopped after day 5 of 15; 1 closure: snow day." },
        { "2026-03-26 18:00", [Start, Stopped("2026-03-02 12:00")], "Stopped before day 1 of 15; 1 closure: snow day." },
        { "2026-04-26 18:00", [Start, Stopped("2026-03-26 17:30")], "Stopped 2 days past the deadline of 15 days; 1 closure: snow day." },
        { "2026-03-03 12:00", [Start, Paused("2026-03-03 10:00", cause: null)], "Standing still before day 1 of 15, standing still; 1 closure: snow day." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_clock_says(string now, ClockEntry[] ledger, string sentence) =>
        Read(now, With("2026-03-12", "Snow day"), ledger).Sentence.ShouldBe(sentence, StringCompareShould.IgnoreLineEndings);

    [Fact]
    public void To_the_office_it_speaks_of_the_requester() =>
        Read("2026-03-05 12:00", CalendarOf(), Start, Paused("2026-03-04 10:00")).OfficeSentence
            .ShouldBe("Standing still after day 1 of 15, waiting for the requester's answer; 1 day waiting for the requester's answer.");

    [Fact]
    public void Holidays_and_closures_are_named_apart_and_a_recess_once()
    {
        var calendar = CalendarOf(
        [
            .. Enumerable.Range(21, 4).Select(day => new Closure(new(2026, 4, day), "Spring recess")),
            new(Date("2026-04-28"), "Eid al-Adha"), new(Date("2026-04-29"), "Thanksgiving recess"),
        ]);
        Read("2026-04-15 10:00", calendar, Started("2026-04-14 10:00", 10)).Sentence.ShouldBe(
            "Day 1 of 10; 1 holiday: Patriots' Day; 6 closures: spring recess (4 days), Eid al-Adha, Thanksgiving recess.");
    }

    [Fact]
    public void The_ledger_is_explained_line_by_line()
    {
        ClockEntry[] ledger =
        [
            Started("2026-04-10 09:00", 10, "request received"), Paused("2026-04-14 10:00"), Paused("2026-04-15 10:00", PauseCause.FeeDecision),
            Resumed("2026-04-17 10:00"), Resumed("2026-04-21 10:00", PauseCause.FeeDecision), Extended("2026-04-23 10:00", 5),
        ];
        var lines = Clock.Explain(ledger, With("2026-04-22", "Snow day"), At("2026-04-24 12:00"));
        lines.Select(line => $"{Show(line.At)} {line.Text}").ShouldBe(
        [
            "2026-04-10 09:00 The clock starts: request received. 10 days allowed; day 1 is Monday, April 13.",
            "2026-04-14 10:00 The clock stands still, waiting for your answer. 1 of 10 days counted.",
            "2026-04-15 10:00 The clock stands still, waiting for your answer and for your decision on the fee. 1 of 10 days counted, 1 stood still.",
            "2026-04-17 10:00 No longer waiting for your answer. The clock still stands still, waiting for your decision on the fee. 1 of 10 days counted, 3 stood still.",
            "2026-04-20 17:00 Holiday: Patriots' Day. The day does not count. 1 of 10 days counted, 4 stood still.",
            "2026-04-21 10:00 No longer waiting for your decision on the fee. The clock runs again. 1 of 10 days counted, 4 stood still.",
            "2026-04-22 17:00 Closure: Snow day. The day does not count. 2 of 10 days counted, 4 stood still.",
            "2026-04-23 10:00 5 days added: large request. 2 of 15 days counted, 4 stood still.",
            "2026-05-11 17:00 The deadline: the end of day 15.",
        ]);
    }

    [Fact]
    public void The_explanation_tells_of_a_stop_and_of_a_deadline_that_depends()
    {
        Clock.Explain([], CalendarOf(), At("2026-03-02 09:00")).ShouldBeEmpty();
        Clock.Explain([Start, Stopped("2026-03-05 09:00")], CalendarOf(), At("2026-03-20 09:00"))[^1].Text
            .ShouldBe("The clock stops. 2 of 15 days counted.");
        Clock.Explain([Start, Paused("2026-03-05 09:00")], CalendarOf(), At("2026-03-20 09:00"), ClockReader.Office).Select(line => line.Text).TakeLast(2)
            .ShouldBe(["The clock stands still, waiting for the requester's answer. 2 of 15 days counted.", "The deadline, if the clock ran again now: the end of day 15."]);
    }
}
