using Core.Calendar;
using CsCheck;
using NodaTime;
using Service.Calendar;

namespace Service.Tests.Calendar;

public sealed class CalendarFileTests
{
    private static readonly LocalDate Around = new(2026, 3, 2);

    [Fact]
    public void Days_and_ranges_are_read_and_the_end_is_the_first_open_day() => Closures(
        "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260218", "SUMMARY:Winter recess", "END:VEVENT",
        "BEGIN:VEVENT", "DTSTART:20260209", "SUMMARY;LANGUAGE=en:Snow\\, ice\\; wind", "END:VEVENT",
        "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260601", "DURATION:P2D", "SUMMARY:Staff days", "END:VEVENT")
        .ShouldBe("2026-02-09 Snow, ice; wind | 2026-02-16 Winter recess | 2026-02-17 Winter recess | 2026-06-01 Staff days | 2026-06-02 Staff days");

    [Fact]
    public void What_is_not_an_event_is_passed_over_and_long_lines_are_put_together() => Closures(
        "X-WR-CALNAME:District", "BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:STANDARD", "DTSTART:20071104T020000", "END:STANDARD", "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20260209", "SUMMARY:Snow", "  day", "DESCRIPTION;ALTREP=\"http://x:1\":All:day", "BEGIN:VALARM", "TRIGGER:-PT1H", "END:VALARM", "END:VEVENT",
        "BEGIN:VEVENT", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20260210", "SUMMARY:Snow day", "END:VEVENT")
        .ShouldBe("2026-02-09 Snow day");

    [Fact]
    public void Recurring_events_are_followed_with_their_exceptions() => Closures(
        "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20260105", "SUMMARY:Staff day", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20260112", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;VALUE=DATE:20260119", "DTSTART;VALUE=DATE:20260120", "SUMMARY:Staff day (moved)", "END:VEVENT")
        .ShouldBe("2026-01-05 Staff day | 2026-01-20 Staff day (moved) | 2026-01-26 Staff day");

    [Fact]
    public void An_exception_can_cancel_one_day() => Closures(
        "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20260105", "SUMMARY:Staff day", "RRULE:FREQ=WEEKLY;UNTIL=20260119", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;VALUE=DATE:20260112", "DTSTART;VALUE=DATE:20260112", "STATUS:CANCELLED", "SUMMARY:Staff day", "END:VEVENT")
        .ShouldBe("2026-01-05 Staff day | 2026-01-19 Staff day");

    [Fact]
    public void A_recurrence_without_end_is_followed_ten_years_to_either_side()
    {
        var (closures, errors) = CalendarFile.Read(File("BEGIN:VEVENT", "DTSTART;VALUE=DATE:20000501", "SUMMARY:District day", "RRULE:FREQ=YEARLY", "END:VEVENT"), Around);
        errors.ShouldBeEmpty();
        closures!.Select(closure => closure.Date.Year).ShouldBe(Enumerable.Range(2016, 20));
    }

    [Fact]
    public void A_day_long_ago_that_does_not_recur_stays() => Closures(
        "BEGIN:VEVENT", "DTSTART;VALUE=DATE:19990209", "SUMMARY:Snow day", "END:VEVENT").ShouldBe("1999-02-09 Snow day");

    [Fact]
    public void A_calendar_without_events_closes_nothing() => Closures().ShouldBe("");

    public static TheoryData<string, int, string> Faults => new()
    {
        { "", 1, "begins with BEGIN:VCALENDAR" },
        { "hello", 1, "\"hello\" is not a property" },
        { "<html>\n<body>", 1, "is not a property" },
        { "BEGIN:VEVENT\nEND:VEVENT", 1, "begins with BEGIN:VCALENDAR" },
        { "BEGIN:VCALENDAR\nVERSION:2.0", 1, "never ends" },
        { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3, "comes before the end of VEVENT, which begins on line 2" },
        { "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", 3, "closes nothing" },
        { "BEGIN:VCALENDAR\nEND:VCALENDAR\nSUMMARY:x", 3, "outside the calendar" },
        { "BEGIN:VCALENDAR\n\nfoo bar\nEND:VCALENDAR", 3, "\"foo bar\" is not a property" },
        { Event("SUMMARY:Snow day"), 3, "no DTSTART" },
        { Event("DTSTART;VALUE=DATE:20260209"), 3, "no SUMMARY" },
        { Event("DTSTART;VALUE=DATE:20260209", "SUMMARY: "), 5, "no SUMMARY" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260230"), 5, "\"20260230\" is not a date" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:2026-02-09"), 5, "\"2026-02-09\" is not a date" },
        { Event("SUMMARY:Snow day", "DTSTART:20260209T080000Z"), 5, "only whole days" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:99990209"), 5, "the year 9999" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DTEND;VALUE=DATE:20260209"), 6, "later than DTSTART" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DTEND;VALUE=DATE:20280209"), 6, "lasts 730 days" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DURATION:PT5H"), 6, "whole days" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DURATION:"), 6, "whole days" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DTEND;VALUE=DATE:20260210", "DURATION:P1D"), 7, "both DTEND and DURATION" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DTSTART;VALUE=DATE:20260210"), 6, "second DTSTART" },
        { Event("SUMMARY:" + new string('x', 201), "DTSTART;VALUE=DATE:20260209"), 4, "201 characters" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=HOURLY"), 6, "FREQ=HOURLY is not taken" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:COUNT=3"), 6, "FREQ is missing" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:often"), 6, "not a part of a rule" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=DAILY;UNTIL=20260301T000000Z"), 6, "UNTIL has a time" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=WEEKLY;BYDAY=XX"), 6, "cannot be followed" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=YEARLY;COUNT=many"), 6, "cannot be followed" },
        { Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=YEARLY", "EXDATE:20270209T000000"), 7, "EXDATE has a time" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_bad_file_is_refused_with_the_line(string text, int line, string why)
    {
        var (closures, errors) = CalendarFile.Read(text, Around);
        closures.ShouldBeNull();
        errors[0].Line.ShouldBe(line, errors[0].Text);
        errors[0].Text.ShouldContain(why);
    }

    [Fact]
    public void Every_bad_event_is_named()
    {
        var (_, errors) = CalendarFile.Read(
            File("BEGIN:VEVENT", "SUMMARY:One", "END:VEVENT", "BEGIN:VEVENT", "DTSTART:x", "END:VEVENT"), Around);
        errors.Select(error => error.Line).ShouldBe([3, 6, 7]);
    }

    [Fact]
    public void Too_long_a_file_and_too_many_days_are_refused()
    {
        CalendarFile.Read(new string('x', CalendarFile.MostCharacters + 1), Around).Errors.ShouldHaveSingleItem().Line.ShouldBe(1);
        var daily = Enumerable.Range(0, 40).SelectMany(n => new[]
        {
            "BEGIN:VEVENT", $"SUMMARY:Closed {n}", "DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY", "END:VEVENT",
        }).ToArray();
        CalendarFile.Read(File(daily), Around).Errors.ShouldHaveSingleItem().Text.ShouldContain("more than 10000 days");
    }

    [Fact]
    public void A_rule_that_never_comes_true_is_refused_or_closes_only_its_own_first_day()
    {
        var (closures, errors) = CalendarFile.Read(
            File("BEGIN:VEVENT", "SUMMARY:Never", "DTSTART;VALUE=DATE:20260209", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "END:VEVENT"), Around);
        (closures?.Count ?? 0).ShouldBeLessThanOrEqualTo(1);
        (closures is null).ShouldBe(errors.Count > 0);
    }

    [Fact]
    public void What_is_printed_reads_the_same() => Gen.Select(Gen.Int[0, 400], Gen.OneOf(Gen.Const("Snow day"), Gen.Const("Recess, winter; \\n é"), Gen.String[Gen.Char['a', 'z'], 1, 100]))
        .Select((day, name) => new Closure(new LocalDate(2026, 1, 1).PlusDays(day), name)).List[0, 40]
        .Sample(closures =>
        {
            var expected = closures.Distinct().OrderBy(closure => closure.Date).ThenBy(closure => closure.Name, StringComparer.Ordinal).ToList();
            var text = CalendarFile.Print(closures);
            CalendarFile.Read(text, Around).Closures.ShouldBe(expected);
            CalendarFile.Print(expected).ShouldBe(CalendarFile.Print(expected));
        }, iter: 300);

    [Fact]
    public void No_file_however_broken_throws() =>
        Gen.OneOf(
            Gen.OneOf(
                "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", "DTEND:20260210",
                "RRULE:FREQ=YEARLY", "RRULE:FREQ=MONTHLY;BYDAY=-9MO;INTERVAL=0", "RRULE:FREQ=WEEKLY;BYSETPOS=999;BYMONTHDAY=-32", "RRULE:FREQ=DAILY;INTERVAL=-1",
                "RDATE:20260209", "EXDATE:20260209", "RECURRENCE-ID:20260209", "DURATION:P99999W", "UID:", " x", "", ":", ";:").List[0, 12]
                .Select(lines => string.Join('\n', lines)),
            Gen.OneOf(
                "RRULE:FREQ=MONTHLY;BYDAY=-9MO", "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=YEARLY;BYWEEKNO=99", "RRULE:FREQ=DAILY;INTERVAL=-1", "RRULE:FREQ=DAILY;COUNT=0",
                "RRULE:FREQ=YEARLY;BYYEARDAY=366", "RRULE:FREQ=DAILY;INTERVAL=2147483647", "RDATE;VALUE=PERIOD:20260209/P1D", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260209")
                .Select(line => Event("SUMMARY:Snow day", "DTSTART;VALUE=DATE:20260209", line)),
            Gen.String)
        .Sample(text =>
        {
            var (closures, errors) = CalendarFile.Read(text, Around);
            (closures is null).ShouldBe(errors.Count > 0);
            errors.ShouldAllBe(error => error.Line >= 1 && error.Text.Length > 0);
        }, iter: 500);

    private static string Closures(params string[] events)
    {
        var (closures, errors) = CalendarFile.Read(File(events), Around);
        errors.ShouldBeEmpty();
        return string.Join(" | ", closures!.Select(closure => $"{closure.Date:uuuu-MM-dd} {closure.Name}"));
    }

    private static string Event(params string[] properties) => File(["BEGIN:VEVENT", .. properties, "END:VEVENT"]);

    private static string File(params string[] lines) => string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", .. lines, "END:VCALENDAR"]);
}
