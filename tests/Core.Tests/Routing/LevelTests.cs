using Core.Routing;
using static Core.Routing.DataLevel;
using static Core.Routing.RequesterKind;

namespace Core.Tests.Routing;

/// <summary>The level a request really is (policy section 2; ODA-03 "Directory information").</summary>
public sealed class LevelTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("Student name")]
    [InlineData("student_name")]
    [InlineData("studentName")]
    [InlineData("student's first name")]
    [InlineData("first and last name")]
    [InlineData("Names of all students")]
    [InlineData("name (first, last)")]
    [InlineData("age")]
    [InlineData("age in years")]
    [InlineData("grade")]
    [InlineData("Grade level")]
    [InlineData("grade level (K-12)")]
    [InlineData("dates of enrollment")]
    [InlineData("enrollment dates")]
    [InlineData("Enrolment date")]
    [InlineData("entry date")]
    [InlineData("dates of attendance")]
    [InlineData("name, age and grade level")]
    [InlineData("nombre")]
    [InlineData("edad")]
    [InlineData("fechas de matrícula")]
    public void The_four_directory_items_are_recognised_as_people_type_them(string attribute) => Real(DataLevel.Directory, attribute).ShouldBe(DataLevel.Directory);

    [Theory]
    [InlineData("date of birth")]
    [InlineData("student ID")]
    [InlineData("school name")]
    [InlineData("grades")]
    [InlineData("GPA")]
    [InlineData("parent name")]
    [InlineData("name and date of birth")]
    [InlineData("name (and home address)")]
    [InlineData("daily attendance")]
    [InlineData("race")]
    [InlineData("")]
    public void Anything_else_lifts_a_directory_request_to_an_identifiable_roster(string attribute)
    {
        Real(DataLevel.Directory, attribute).ShouldBe(IdentifiableRoster);
        Asking.For(Public, DataLevel.Directory, "name", attribute).Decided().ShouldSatisfyAllConditions(
            decision => decision.Disposition.ShouldBe(Disposition.Refuse),
            decision => decision.Reasons.Single(reason => reason.Code == "LevelLifted").Text.ShouldContain($"\"{attribute}\""));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("student names")]
    [InlineData("list of names")]
    [InlineData("student ID")]
    [InlineData("studentId")]
    [InlineData("STUDENT_ID")]
    [InlineData("SASID")]
    [InlineData("state-assigned student ID")]
    [InlineData("ID numbers of the students")]
    [InlineData("DOB")]
    [InlineData("Date of birth (DOB)")]
    [InlineData("student date of birth")]
    [InlineData("home address")]
    [InlineData("parents' e-mail addresses")]
    [InlineData("e-mail")]
    [InlineData("email_address")]
    [InlineData("phone number")]
    [InlineData("guardian telephone")]
    [InlineData("attendance; student name")]
    [InlineData("fecha de nacimiento")]
    [InlineData("correo electrónico")]
    public void A_direct_identifier_lifts_de_identified_and_aggregate_requests(string attribute)
    {
        Real(DeIdentifiedStudentLevel, attribute).ShouldBe(IdentifiableRoster);
        Real(Aggregate, attribute).ShouldBe(IdentifiableRoster);
    }

    [Theory]
    [InlineData("attendance rate")]
    [InlineData("school name")]
    [InlineData("school address")]
    [InlineData("teacher name")]
    [InlineData("grade level")]
    [InlineData("age")]
    [InlineData("number of students")]
    [InlineData("number of students with an e-mail address")]
    [InlineData("phone survey response rate")]
    [InlineData("birth month counts")]
    [InlineData("name of the program")]
    [InlineData("enrollment dates")]
    public void What_identifies_nobody_lifts_nothing(string attribute)
    {
        Real(DeIdentifiedStudentLevel, attribute).ShouldBe(DeIdentifiedStudentLevel);
        Real(Aggregate, attribute).ShouldBe(Aggregate);
    }

    [Fact]
    public void The_rules_see_the_level_it_really_is()
    {
        Asking.For(OutsideAgency, Aggregate, "student names").Decided().Disposition.ShouldBe(Disposition.Refuse);
        Asking.For(CommunityPartner, Aggregate, "student names").Registered().Decided().Requirements
            .ShouldBe([Requirement.FamilyConsent, Requirement.Nda]);
    }

    [Fact]
    public void A_refused_attribute_lifts_nothing()
    {
        var decision = Asking.For(Public, DataLevel.Directory, "name", "citizenship").Decided();
        (decision.EffectiveLevel, decision.Disposition).ShouldBe((DataLevel.Directory, Disposition.Accept));
    }

    private static DataLevel Real(DataLevel chosen, string attribute) => Asking.For(CentralOffice, chosen, attribute).Decided().EffectiveLevel;
}
