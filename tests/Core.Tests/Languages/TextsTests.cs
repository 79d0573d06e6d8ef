using Core.Languages;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using Core.Tests.Notifications;
using NodaTime;

namespace Core.Tests.Languages;

public sealed class TextsTests
{
    public static TheoryData<string> Tags => [.. Texts.All.Select(say => say.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_thing_of_the_office_has_a_name_in_every_language(string tag)
    {
        var say = In(tag);
        string[] names =
        [
            .. Enum.GetValues<RequesterKind>().Select(say.Of), .. Enum.GetValues<DataLevel>().Select(say.Of), .. Enum.GetValues<DataLevel>().Select(say.MeaningOf),
            .. Enum.GetValues<Requirement>().SelectMany(one => (string[])[say.Of(one), say.HowToMeet(one), say.ToHandIn(one)]),
            .. Enum.GetValues<DocumentKind>().SelectMany(one => (string[])[say.Of(one), say.Within(one)]), .. Enum.GetValues<DocumentStanding>().Select(say.Of),
            .. Enum.GetValues<LegalProcess>().Select(say.Of), .. Enum.GetValues<ClaimedException>().Select(say.Of), .. Enum.GetValues<FerpaException>().Select(say.Of),
            .. Enum.GetValues<RequestStatus>().Select(say.OwedIn),
        ];
        names.ShouldAllBe(name => !string.IsNullOrWhiteSpace(name));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Dates_times_numbers_and_sums_are_written_whole(string tag)
    {
        var say = In(tag);
        var days = Enumerable.Range(0, 366).Select(day => say.Day(new LocalDate(2028, 1, 1).PlusDays(day))).ToList();
        days.Distinct().Count().ShouldBe(366);
        days.ShouldAllBe(day => day.Contains("2028") && !day.Contains('{'));
        Enumerable.Range(0, 24).Select(hour => say.Time(new LocalTime(hour, 5))).Distinct().Count().ShouldBe(24);
        say.Number(1234.5m).Where(char.IsDigit).ShouldBe("12345");
        say.Money(1250, "USD").ShouldContain("50");
        say.Money(1250, "EUR").ShouldContain("EUR");
        foreach (var count in Enumerable.Range(0, 205))
        {
            say.CountBusinessDays(count).ShouldNotContain("{");
        }
    }

    [Theory]
    [InlineData("en", "12:05 AM", "5:30 PM")]
    [InlineData("es", "12:05 a. m.", "5:30 p. m.")]
    [InlineData("pt", "00:05", "17:30")]
    [InlineData("zh-Hans", "上午12:05", "下午5:30")]
    public void The_time_of_day_is_written_as_the_language_writes_it(string tag, string night, string evening)
    {
        var say = Texts.All.Single(one => one.Tag == tag);
        (say.Time(new(0, 5)), say.Time(new(17, 30))).ShouldBe((night, evening));
    }

    [Fact]
    public void English_writes_dates_and_sums_as_the_office_always_has()
    {
        var say = Texts.English;
        say.Moment(Instant.FromUtc(2026, 3, 9, 21, 0), Stories.Zone).ShouldBe("Monday, March 9, 2026 at 5:00 PM");
        say.Time(new(0, 5)).ShouldBe("12:05 AM");
        (say.Money(1250.5m, "USD"), say.Money(12, "EUR")).ShouldBe(("$1,250.50", "12.00 EUR"));
        (say.CountBusinessDays(1), say.CountBusinessDays(15)).ShouldBe(("1 business day", "15 business days"));
        (say.Distance(0), say.Distance(4), say.Distance(-3)).ShouldBe(("today", "in 4 days", "3 days ago"));
    }

    [Fact]
    public void A_value_that_ends_with_a_point_ends_the_sentence_with_it()
    {
        Texts.English.LetterQuestionsEmail("data@district.example", "the office of Example Inc.").ShouldEndWith("Inc.");
        Texts.English.LetterQuestionsEmail("data@district.example", "the office of Example Inc.").ShouldNotContain("..");
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-us", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    [InlineData("tlh", "en")]
    [InlineData("x", "en")]
    public void A_language_that_is_not_offered_falls_back_to_English(string? tag, string expected) =>
        Texts.For(tag, Stories.Policy with { Languages = ["en"] }).Tag.ShouldBe(expected);

    [Fact]
    public void The_policy_says_which_languages_are_offered_and_in_which_order()
    {
        OfficePolicy Offering(params string[] tags) => Stories.Policy with { Languages = tags };
        Texts.Offered(Offering([.. Texts.All.Select(say => say.Tag).Reverse()])).ShouldBe(Texts.All.Reverse());
        Texts.Offered(Offering("en", "no-such", "en")).ShouldHaveSingleItem();
        Texts.Offered(Offering()).ShouldHaveSingleItem().ShouldBe(Texts.English);
    }

    [Fact]
    public void A_reason_reads_the_same_from_its_rule_and_from_its_file()
    {
        foreach (var submission in Submissions())
        {
            var decision = Triage.Decide(submission, Stories.Policy, new Catalogue([])).Decision;
            foreach (var reason in decision.Reasons)
            {
                DecisionWords.TextOf(reason, Texts.English, submission, Stories.Policy).ShouldBe(reason.Text, reason.Code);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_decision_is_explained_in_every_language(string tag)
    {
        var say = In(tag);
        foreach (var submission in Submissions())
        {
            var decision = Triage.Decide(submission, Stories.Policy, new Catalogue([])).Decision;
            var told = decision.In(say, submission, Stories.Policy);
            told.Reasons.Select(reason => (reason.Code, reason.Source)).ShouldBe(decision.Reasons.Select(reason => (reason.Code, reason.Source)));
            if (say != Texts.English)
            {
                told.Reasons.Zip(decision.Reasons).ShouldAllBe(pair => pair.First.Text != pair.Second.Text);
                (told.Alternative is null).ShouldBe(decision.Alternative is null);
                told.Alternative?.ShouldNotBe(decision.Alternative);
            }
        }
    }

    private static Texts In(string tag) => Texts.All.Single(say => say.Tag == tag);

    // Every kind of person asks for every level, with and without what else the rules look at.
    private static IEnumerable<Submission> Submissions() =>
        from kind in Enum.GetValues<RequesterKind>()
        from level in Enum.GetValues<DataLevel>()
        from more in Enumerable.Range(0, 10)
        select Stories.Submission with
        {
            Requester = Stories.Submission.Requester with
            {
                Kind = kind, CoversOnlyOwnStudents = more == 1, ResearchApproval = more == 2 ? null : "R-2026-001",
                PartnerRegistration = more is 3 or 4 ? new(more == 3, more == 4) : null,
            },
            Purpose = more == 5 ? "For the police" : "To plan tutoring",
            Audience = more == 5 ? "The police department" : "Our team",
            Data = Stories.Submission.Data with
            {
                Level = level, Scope = more switch { 5 => "School police incident reports", 6 => "Immigration status", _ => "Attendance by school" },
                Attributes = more switch { 6 => [], 7 => ["immigration status", "attendance rate"], 8 => ["student name", "date of birth"], _ => ["attendance rate"] },
                SpecificStudents = more == 9, StudentIds = [],
            },
            LegalProcess = more == 7 ? LegalProcess.Subpoena : null,
            ClaimedException = more == 8 ? ClaimedException.HealthOrSafetyEmergency : null,
            FerpaException = more switch { 8 => FerpaException.SchoolOfficial, 9 => FerpaException.Studies, _ => null },
            IsPublicRecordsRequest = more == 4,
        };
}
