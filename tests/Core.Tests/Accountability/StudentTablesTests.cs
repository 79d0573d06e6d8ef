using Core.Accountability;
using Core.Release.SmallCells;
using Core.Requests;
using CsCheck;
using NodaTime;

namespace Core.Tests.Accountability;

/// <summary>EQUITY and policy section 6: what the report shows gives no small number of students away, taken all together.</summary>
public sealed class StudentTablesTests
{
    private const int Smallest = 10;
    private static readonly LocalDate From = new(2025, 7, 1), To = new(2026, 6, 30);
    private static readonly string[] Schools = ["Harbor High", "Mather", "North Bay"];

    private static readonly Gen<StudentGroup> Groups =
        from race in Gen.Enum<StudentRace>()
        from learners in Gen.Enum<EnglishLearners>()
        from students in Gen.Frequency((3, Gen.Int[1, 4]), (2, Gen.Int[5, 40]), (1, Gen.Int[100, 900]))
        select new StudentGroup(race, learners, students);

    private static readonly Gen<ReportedRequest> Requests =
        from groups in Groups.List[0, 4]
        from school in Gen.Int[0, 6]
        from day in Gen.Int[-40, 300]
        from left in Gen.Int[0, 3]
        select new ReportedRequest
        {
            ReceivedOn = From.PlusDays(day), DisclosedOn = left == 0 ? null : From.PlusDays(day + 20), School = school < Schools.Length ? Schools[school] : null,
            Students = groups,
        };

    private static readonly Gen<IReadOnlyList<ReportedRequest>> Years =
        Gen.OneOf(Requests.List[0, 4], Requests.List[5, 40], Requests.Select(one => one with { ReceivedOn = From, DisclosedOn = To }).List[10, 60])
            .Select(list => (IReadOnlyList<ReportedRequest>)list);

    [Fact]
    public void No_small_number_is_shown_or_can_be_worked_out_from_the_tables_together()
    {
        var (years, shown) = (0, 0);
        Years.Sample(requests =>
        {
            var report = Report(requests);
            Interlocked.Increment(ref years);
            if (report.Tables.Any(table => table.Counted == Counted.Students && table.Lines.Any(line => line.Asked > 0)))
            {
                Interlocked.Increment(ref shown);
            }

            Check(report, IsClosed(requests));
        }, iter: 60);

        // A report that showed nothing would give nothing away either.
        shown.ShouldBeGreaterThan(years / 3, $"{shown} of {years} showed something");
    }

    private static void Check(AccountabilityReport report, bool isClosed)
    {
        var reader = new Reader(report, isClosed);
        foreach (var line in report.Tables.Where(table => table.Counted == Counted.Students).SelectMany(table => table.Lines))
        {
            line.Asked.ShouldSatisfyAllConditions(number => number.ShouldNotBeInSmall(), _ => line.Disclosed.ShouldNotBeInSmall());
        }

        Attack.On(reader.Table).Where(found => found.GivesAway(Smallest, Smallest)).ShouldBeEmpty();
    }

    [Fact]
    public void The_reader_of_these_tests_does_find_what_is_given_away()
    {
        var report = Report([.. Enumerable.Repeat(Of(StudentRace.Asian, 3), 1), Of(StudentRace.White, 40), Of(StudentRace.MultiRace, 30)]);
        var table = report.Tables.Single(one => one.Key.StartsWith("students-by-race", StringComparison.Ordinal));
        var careless = report with
        {
            // Only the small number and its like are hidden, and the totals stand.
            Tables =
            [
                .. report.Tables.Where(one => one != table),
                table with
                {
                    Lines =
                    [
                        .. from race in Enum.GetValues<StudentRace>().Select(race => (StudentRace?)race).Append(null)
                           let number = race switch { StudentRace.Asian => (long?)null, StudentRace.White => 40, StudentRace.MultiRace => 30, null => 73, _ => 0 }
                           select new ReportLine(Label.Name(race is { } one ? Core.Authorities.AuthorityWords.For(one) : "All"), Label.Name("All"), number, number),
                    ],
                },
            ],
        };
        Attack.On(new Reader(careless, isClosed: true).Table).ShouldContain(found => found.GivesAway(Smallest, Smallest));
    }

    [Fact]
    public void Large_groups_are_shown_as_they_are()
    {
        var lines = Report([Of(StudentRace.Asian, 30), Of(StudentRace.White, 40)]).Tables.Single(table => table.Key.StartsWith("students-by-race", StringComparison.Ordinal)).Lines;
        lines.Single(line => line is { Group.English: "Asian", Learners.English: "All" }).Asked.ShouldBe(30);
        lines.Single(line => line is { Group.English: "All", Learners.English: "All" }).Asked.ShouldBe(70);
        lines.ShouldAllBe(line => line.Asked != null);
    }

    [Fact]
    public void A_school_with_few_requests_is_not_named() =>
        Report([.. Enumerable.Repeat(Of(StudentRace.White, 40) with { School = "Harbor High" }, 12), .. Enumerable.Repeat(Of(StudentRace.White, 40) with { School = "Mather" }, 11),
                .. Enumerable.Repeat(Of(StudentRace.White, 40) with { School = "North Bay" }, 9), .. Enumerable.Repeat(Of(StudentRace.White, 40), 3)])
            .Tables.Single(table => table.Key == "requests-by-school").Lines
            .Select(line => (line.Group.English, line.Asked)).ShouldBe([("Harbor High", 12), ("Mather", 11), ("Other schools, and no school named", 12), ("All", 35)]);

    [Fact]
    public void A_year_that_is_not_over_tells_no_numbers_of_students() =>
        Account.Of([Of(StudentRace.White, 400)], From, To, To, Smallest, Readers.PublicSoFar).Tables.ShouldAllBe(table => table.Counted == Counted.Acts);

    private static AccountabilityReport Report(IReadOnlyList<ReportedRequest> requests) => Account.Of(requests, From, To, To, Smallest, Readers.Public);

    private static ReportedRequest Of(StudentRace race, int students) =>
        new() { ReceivedOn = From, DisclosedOn = To, Students = [new(race, EnglishLearners.No, students)] };

    private static bool IsClosed(IReadOnlyList<ReportedRequest> requests) => requests.All(one => one.DisclosedOn is null || one.DisclosedOn > To
        || one.DisclosedOn < From || one.ReceivedOn >= From);
}
