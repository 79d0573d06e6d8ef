using Core.Release;
using Core.Routing;
using static Core.Release.FindingCode;

namespace Core.Tests.Release;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("Student Name")]
    [InlineData("student_name")]
    [InlineData("studentName")]
    [InlineData("STUDENTNAME")]
    [InlineData("LastName")]
    [InlineData("LAST_NAME")]
    [InlineData("First")]
    [InlineData("fname")]
    [InlineData("Name")]
    [InlineData("Parent/Guardian Name")]
    [InlineData("Emergency Contact")]
    [InlineData("Apellido paterno")]
    [InlineData("Nombre del Estudiante")]
    [InlineData("StudentID")]
    [InlineData("Student ID #")]
    [InlineData("student-id")]
    [InlineData("stu_num")]
    [InlineData("SASID")]
    [InlineData("LASID")]
    [InlineData("State Student Id")]
    [InlineData("Número de estudiante")]
    [InlineData("DOB")]
    [InlineData("Date of Birth")]
    [InlineData("birthDate")]
    [InlineData("BIRTHDATE")]
    [InlineData("Fecha de nacimiento")]
    [InlineData("Home Address")]
    [InlineData("Street")]
    [InlineData("ADDRESS1")]
    [InlineData("Dirección")]
    [InlineData("E-mail")]
    [InlineData("emailAddress")]
    [InlineData("Correo electrónico")]
    [InlineData("Phone")]
    [InlineData("Home Phone #")]
    [InlineData("Teléfono")]
    [InlineData("SSN")]
    [InlineData("Social Security Number")]
    [InlineData("Place of birth")]
    public void A_header_that_names_an_identifier_blocks_whatever_is_below_it(string header)
    {
        string[] rows = [$"School year|{header}|Absences", "2024-25|a b c|12", "2024-25|d e f|15"];
        foreach (var level in new[] { DataLevel.Aggregate, DataLevel.DeIdentifiedStudentLevel })
        {
            var result = Gate.Check(level, rows);
            result.Check.Verdict.ShouldBe(Verdict.Block);
            result.Places(IdentifierColumn).ShouldBe([$"column \"{header}\""]);
        }
    }

    [Theory]
    [InlineData("School name", "Mather Elementary", "Hale Academy")]
    [InlineData("School", "Sarah Adams", "Maria Lopez")]
    [InlineData("Name", "Mather Elementary School", "Hale High School")]
    [InlineData("School code", "00350002", "00350010")]
    [InlineData("Org Code", "00350002", "00350010")]
    [InlineData("District Name", "Boston", "Salem")]
    [InlineData("Course name", "Algebra", "Physics")]
    [InlineData("Grade", "K", "12")]
    [InlineData("gradeLevel", "03", "04")]
    [InlineData("School year", "2023-24", "2024-25")]
    [InlineData("Year", "2023", "2024")]
    [InlineData("SY", "2024", "2025")]
    [InlineData("Attendance rate", "91.2", "5")]
    [InlineData("% Proficient", "7%", "44%")]
    [InlineData("Pct absent", "5", "7")]
    [InlineData("Average class size", "8", "9")]
    [InlineData("ZIP code", "02118", "02119")]
    [InlineData("Number of students", "120", "340")]
    [InlineData("Number of students with e-mail", "120", "340")]
    [InlineData("Subgroup", "English Learners", "Black, Hispanic")]
    [InlineData("As of date", "2015-10-01", "2016-10-03")]
    [InlineData("Digital citizenship lessons", "120", "340")]
    [InlineData("Escuela", "Escuela Hernández", "Colegio Norte")]
    [InlineData("Total expenditure", "1204400", "2309912")]
    [InlineData("Neighborhood", "Hyde Park", "Jamaica Plain")]
    public void False_alarms_stay_silent_in_an_aggregate(string header, string first, string second) =>
        Gate.Check(DataLevel.Aggregate, $"{header}|Enrolled", $"{first}|1200", $"{second}|3400", $"{second}|4100")
            .Check.ShouldBe(new FileCheck(Verdict.Pass, []), FileChecks.Same);

    [Theory]
    [InlineData("Citizenship")]
    [InlineData("citizenship_status")]
    [InlineData("US Citizen")]
    [InlineData("ImmigrationStatus")]
    [InlineData("Visa type")]
    [InlineData("Ciudadanía")]
    [InlineData("Estatus migratorio")]
    public void Immigration_status_blocks_at_every_level(string header)
    {
        foreach (var level in Enum.GetValues<DataLevel>())
            Gate.Check(level, $"Student ID|{header}", "1234567|12", "1234568|13").Places(ImmigrationColumn).ShouldBe([$"column \"{header}\""]);
    }

    [Theory]
    [InlineData("Undocumented")]
    [InlineData("asked for DACA papers")]
    [InlineData("parent is a permanent resident, green card seen")]
    [InlineData("US citizen")]
    public void Immigration_status_in_a_cell_blocks_too(string text) =>
        Gate.Check(DataLevel.IdentifiableRoster, "Student ID|Notes", "1234567|fine", $"1234568|{text}", "1234569|fine")
            .Check.Findings.Single(finding => finding.Code == ImmigrationColumn).Text.ShouldContain("row 3");

    [Fact]
    public void Yes_and_no_under_a_header_with_an_identifiers_word_are_no_identifier() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Grade|Has e-mail", "3|Y", "4|N", "3|Y").Places(IdentifierColumn).ShouldBeEmpty();

    [Fact]
    public void A_code_made_up_for_a_study_may_leave_in_a_de_identified_file() =>
        Gate.Check(DataLevel.DeIdentifiedStudentLevel, "Study ID|Grade", "482915|3", "593027|4", "604138|4").Places(IdentifierColumn).ShouldBeEmpty();

    [Fact]
    public void Titles_above_and_notes_below_the_table_are_passed_over() =>
        Gate.Check(DataLevel.Aggregate, "Enrollment by school", "Boston, October 1", "", "School|Grade|Enrolled", "Mather|3|44", "Hale|4|51",
            "Questions: data@district.example").Check.Verdict.ShouldBe(Verdict.Pass);
}
