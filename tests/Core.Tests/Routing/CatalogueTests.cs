using Core.Routing;

namespace Core.Tests.Routing;

/// <summary>The search, on a small invented catalogue; the one that ships is tried with real questions in the service's tests.</summary>
public sealed class CatalogueTests
{
    private static readonly Catalogue Books = new(
    [
        new("Attendance Report", "https://data.example/attendance", "Indicators", ["absent", "absence", "absenteeism", "asistencia"]),
        new("Discipline", "https://data.example/discipline", "Indicators", ["suspension", "suspended", "días perdidos"]),
        new("Enrollment by Grade", "https://data.example/grade", "Indicators", ["enrolled", "matrícula"]),
        new("Enrollment by Race", "https://data.example/race", "Indicators", ["enrolled", "ethnicity", "matrícula"]),
        new("Gradebook", "https://data.example/gradebook", "For staff", ["attendance", "marks"], StaffOnly: true),
    ]);

    [Theory]
    [InlineData("absences", "Attendance Report")]
    [InlineData("chronically absent", "Attendance Report")]
    [InlineData("ATTENDANCE?", "Attendance Report")]
    [InlineData("suspensions", "Discipline")]
    [InlineData("enrollment by race", "Enrollment by Race")]
    [InlineData("¿matricula por etnia, ethnicity?", "Enrollment by Race")]
    [InlineData("how many enrolled", "Enrollment by Grade")]
    [InlineData("asistencia", "Attendance Report")]
    public void The_best_fit_comes_first_whatever_the_ending_case_or_accent(string question, string title) =>
        Books.Find(question, staff: false)[0].Title.ShouldBe(title);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ?! ")]
    [InlineData("how many students are there")]
    [InlineData("zebra crossings")]
    [InlineData("indicators")]
    public void No_fit_is_no_answer(string? question) => Books.Find(question, staff: false).ShouldBeEmpty();

    [Fact]
    public void A_dataset_for_staff_is_found_by_staff_only()
    {
        Books.Find("attendance marks", staff: true)[0].Title.ShouldBe("Gradebook");
        Books.Find("attendance marks", staff: false).ShouldNotContain(entry => entry.StaffOnly);
    }

    [Fact]
    public void What_only_shares_a_word_with_the_question_is_not_shown() =>
        Books.Find("discipline: suspensions and suspended students by ethnicity", staff: false).Select(entry => entry.Title).ShouldBe(["Discipline"]);

    [Fact]
    public void A_submission_is_shown_what_fits_what_it_asks_for_and_only_then_what_it_is_for()
    {
        Suggested(Asking.For(RequesterKind.Public, DataLevel.Aggregate, "suspensions").Purpose("To raise attendance")).ShouldBe(["Discipline"]);
        Suggested(Asking.For(RequesterKind.Public, DataLevel.Aggregate).Purpose("To raise attendance")).ShouldBe(["Attendance Report"]);
        Suggested(Asking.For(RequesterKind.Teacher, DataLevel.Aggregate, "attendance", "marks")).ShouldContain("Gradebook");
        Suggested(Asking.For(RequesterKind.Public, DataLevel.Aggregate, "zebra crossings").Purpose("A mural")).ShouldBeEmpty();
        Suggested(Asking.For(RequesterKind.Public, DataLevel.Aggregate, "zebra crossings").Purpose("The suspended bridge, in her absence")).ShouldBeEmpty();
    }

    [Fact]
    public void At_most_five_are_shown()
    {
        var many = new Catalogue([.. Enumerable.Range(1, 9).Select(n => new CatalogueEntry($"Attendance {n}", $"https://data.example/{n}", "Indicators", []))]);
        Asking.For(RequesterKind.Public, DataLevel.Aggregate, "attendance").Triaged(many).Decision.PublishedDatasets.Count.ShouldBe(5);
        many.Find("attendance", staff: false).Count.ShouldBe(9);
    }

    [Fact]
    public void What_was_refused_suggests_nothing()
    {
        var catalogue = new Catalogue([new("Citizenship", "https://data.example/c", "Indicators", ["removed", "neither", "collects", "shares"])]);
        Asking.For(RequesterKind.Public, DataLevel.Aggregate).Scope("Citizenship of all").Triaged(catalogue).Decision.PublishedDatasets.ShouldBeEmpty();
    }

    private static IEnumerable<string> Suggested(Submission submission) => submission.Triaged(Books).Decision.PublishedDatasets.Select(dataset => dataset.Title);
}
