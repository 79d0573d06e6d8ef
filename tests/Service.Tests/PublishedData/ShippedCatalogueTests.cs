using Core.Routing;
using Service.PublishedData;

namespace Service.Tests.PublishedData;

/// <summary>The catalogue that ships: ODA-03, Appendix I, found by the questions people type.</summary>
public sealed class ShippedCatalogueTests
{
    private static readonly Catalogue Shipped = CatalogueFile.Shipped;

    [Theory]
    [InlineData("how many kids dropped out last year", "Dropout Report")]
    [InlineData("¿Cuántos estudiantes abandonaron la escuela?", "Dropout Report")]
    [InlineData("dropout rate by race", "Dropout Report")]
    [InlineData("chronic absenteeism by school", "Student Attendance Report")]
    [InlineData("attendance rate", "Student Attendance Report")]
    [InlineData("asistencia de los alumnos", "Student Attendance Report")]
    [InlineData("how often are students absent", "Student Attendance Report")]
    [InlineData("suspensions of black students", "Student Discipline")]
    [InlineData("número de suspensiones", "Student Discipline")]
    [InlineData("days missed because of suspension", "Student Discipline Days Missed Report")]
    [InlineData("math test scores grade 8", "MCAS Results")]
    [InlineData("resultados de matemáticas", "MCAS Results")]
    [InlineData("PARCC 2015", "PARCC Results")]
    [InlineData("nation's report card", "NAEP Results")]
    [InlineData("english learners", "ACCESS Results")]
    [InlineData("what share of graduates go to college", "Graduates Attending Higher Education")]
    [InlineData("how many graduate in four years", "Graduation Rates")]
    [InlineData("¿cuántos se graduaron?", "Graduation Rates")]
    [InlineData("enrollment by race", "Enrollment by Race/Gender")]
    [InlineData("matrícula por raza", "Enrollment by Race/Gender")]
    [InlineData("enrollment", "Enrollment by Grade")]
    [InlineData("kindergarten enrollment", "Enrollment by Kindergarten")]
    [InlineData("low income students", "Enrollment by Selected Population")]
    [InlineData("students with disabilities", "Enrollment of Students with Disabilities and CVTE")]
    [InlineData("how many students moved between districts", "Mobility Rate Report")]
    [InlineData("children held back", "Student Retention Report")]
    [InlineData("attrition", "Attrition")]
    [InlineData("SAT", "SAT Performance")]
    [InlineData("AP exam scores", "Advanced Placement Performance")]
    [InlineData("who takes advanced placement", "Advanced Placement Participation")]
    [InlineData("MassCore", "MassCore Completion")]
    [InlineData("plans of seniors after high school", "Plans of High School Graduates")]
    [InlineData("bullying survey", "School Climate Reports")]
    [InlineData("encuesta de clima escolar", "School Climate Reports")]
    [InlineData("school committee presentations", "School Committee Meeting Materials")]
    [InlineData("do kids feel safe at school", "School Climate Reports")]
    [InlineData("my daughter's school test scores compared to others", "MCAS Results")]
    [InlineData("what percent of students finish high school", "Graduation Rates")]
    [InlineData("how many students go to the school in 3rd grade", "Enrollment by Grade")]
    [InlineData("college entrance exam", "SAT Performance")]
    [InlineData("how many pupils were thrown out or suspended", "Student Discipline")]
    [InlineData("do students who learn English do well on the language test", "ACCESS Results")]
    [InlineData("homeless or poor children in schools", "Enrollment by Selected Population")]
    [InlineData("¿cuántos niños faltan a clase?", "Student Attendance Report")]
    [InlineData("¿qué hacen los graduados después de la secundaria?", "Plans of High School Graduates")]
    [InlineData("¿cuántos van a la universidad?", "Graduates Attending Higher Education")]
    [InlineData("educación especial", "Enrollment of Students with Disabilities and CVTE")]
    [InlineData("niños que repiten el grado", "Student Retention Report")]
    [InlineData("estudiantes que se mudan de escuela", "Mobility Rate Report")]
    public void A_plain_question_finds_its_dataset_among_the_first_three(string question, string title) =>
        Shipped.Find(question, staff: false).Take(3).Select(entry => entry.Title).ShouldContain(title);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("how many students are there in the school")]
    [InlineData("zebra crossing paint")]
    [InlineData("cafeteria menus")]
    public void A_question_that_no_dataset_answers_finds_none(string? question) => Shipped.Find(question, staff: false).ShouldBeEmpty();

    [Fact]
    public void Aspen_and_Panorama_are_offered_to_school_staff_only()
    {
        Shipped.Find("aspen roster", staff: true).ShouldContain(entry => entry.Title == "Aspen reports");
        Shipped.Find("panorama", staff: true).ShouldContain(entry => entry.Title == "Panorama dashboards");
        Shipped.Find("aspen panorama roster", staff: false).ShouldNotContain(entry => entry.StaffOnly);
        Shipped.Entries.Where(entry => entry.StaffOnly).Count().ShouldBe(2);
    }

    [Fact]
    public void Every_entry_is_whole_and_has_its_own_title()
    {
        Shipped.Entries.Count.ShouldBe(32);
        Shipped.Entries.Select(entry => entry.Title).ShouldBeUnique();
        string[] categories = ["Overview", "Test results", "Enrollment and indicators", "School climate", "High school and postsecondary", "For school staff"];
        Shipped.Entries.Select(entry => entry.Category).Distinct().ShouldBe(categories);
        Shipped.Entries.ShouldAllBe(entry => Uri.IsWellFormedUriString(entry.Url, UriKind.Absolute) && entry.Url.StartsWith("https://", StringComparison.Ordinal));
        Shipped.Entries.ShouldAllBe(entry => entry.Keywords.Count >= 4 && entry.Keywords.Distinct().Count() == entry.Keywords.Count);
    }

    [Fact]
    public void Each_dataset_is_found_by_its_own_title()
    {
        foreach (var entry in Shipped.Entries)
        {
            Shipped.Find(entry.Title, staff: true).Take(3).Select(found => found.Title).ShouldContain(entry.Title);
        }
    }
}
