using Core.Routing;
using Service.Policy;

namespace Service.Tests.Policy;

public sealed class PolicyFileTests
{
    private static readonly string Shipped = PolicyFile.Write(PolicyStore.Shipped);

    [Fact]
    public void The_policy_that_ships_is_valid_and_comes_back_as_it_was_written() =>
        PolicyFile.Write(PolicyFile.Read(Shipped).Policy.ShouldNotBeNull()).ShouldBe(Shipped);

    [Theory]
    [InlineData("\"standard\": 15", "\"standard\": 0", "fulfilment.standard")]
    [InlineData("\"standard\": 15", "\"standard\": \"15\"", "fulfilment.standard")]
    [InlineData("\"lapseAfter\": 10", "\"lapseAfter\": 3", "feeDecision.lapseAfter")]
    [InlineData("America/New_York", "America/Bosten", "businessDay.timeZone")]
    [InlineData("\"endsAt\": \"17:00\"", "\"endsAt\": \"5 pm\"", "businessDay.endsAt")]
    [InlineData("legal@harborcity.example", "legal", "offices.LegalAdvisor.email")]
    [InlineData("\"LegalAdvisor\"", "\"LegalAdviser\"", "offices.LegalAdviser")]
    [InlineData("\"smallestGroup\": 10", "\"smallestGroupp\": 10", "smallestGroupp")]
    [InlineData("\"USD\"", "\"dollars\"", "fees.currency")]
    [InlineData("\"hourlyRate\": 25.00", "\"hourlyRate\": -1", "fees.hourlyRate")]
    public void A_bad_setting_is_named_with_its_line(string right, string wrong, string path)
    {
        var text = Shipped.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Shipped);
        var reading = PolicyFile.Read(text);
        reading.Policy.ShouldBeNull();
        var line = 1 + text[..text.IndexOf(wrong, StringComparison.Ordinal)].Count(letter => letter == '\n');
        reading.Errors.ShouldContain(error => error.Path.StartsWith(path, StringComparison.Ordinal) && error.Line == line && error.Text.Length > 0, string.Join("; ", reading.Errors));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    public void What_is_no_policy_is_told_so(string text) => PolicyFile.Read(text).Errors.ShouldNotBeEmpty();

    [Theory]
    [InlineData("how many kids dropped out last year", "Dropout Report")]
    [InlineData("¿Cuántos estudiantes abandonaron la escuela?", "Dropout Report")]
    [InlineData("chronic absenteeism by school", "Student Attendance Report")]
    [InlineData("asistencia de los alumnos", "Student Attendance Report")]
    [InlineData("suspensions of black students", "Student Discipline")]
    [InlineData("math test scores grade 8", "MCAS Results")]
    [InlineData("what share of graduates go to college", "Graduates Attending Higher Education")]
    [InlineData("how many graduate in four years", "Graduation Rates")]
    [InlineData("enrollment by race", "Enrollment by Race/Gender")]
    [InlineData("SAT", "SAT Performance")]
    [InlineData("bullying survey", "School Climate Reports")]
    [InlineData("english learners", "ACCESS Results")]
    public void A_plain_question_finds_its_dataset_among_the_first_three(string question, string title) =>
        CatalogueFile.Shipped.Find(question, staff: false).Take(3).Select(entry => entry.Title).ShouldContain(title);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("how many students are there in the school")]
    [InlineData("zebra crossing paint")]
    public void A_question_that_no_dataset_answers_finds_none(string? question) => CatalogueFile.Shipped.Find(question, staff: false).ShouldBeEmpty();

    [Fact]
    public void Aspen_and_Panorama_are_offered_to_school_staff_only()
    {
        CatalogueFile.Shipped.Find("aspen roster", staff: true).ShouldContain(entry => entry.Title == "Aspen reports");
        CatalogueFile.Shipped.Find("aspen roster", staff: false).ShouldNotContain(entry => entry.StaffOnly);
    }
}
