using Core.Routing;
using static Core.Routing.DataLevel;
using static Core.Routing.Disposition;
using static Core.Routing.RequesterKind;

namespace Core.Tests.Routing;

/// <summary>Rule 1 (LTR-2018): immigration and citizenship status is refused however it is asked for, and nothing else is.</summary>
public sealed class ImmigrationStatusTests
{
    [Theory]
    [InlineData("immigration status")]
    [InlineData("Immigration Status")]
    [InlineData("IMMIGRATION_STATUS")]
    [InlineData("immigration-status")]
    [InlineData("immigrationStatus")]
    [InlineData("immigration  (status)")]
    [InlineData("immi\u00adgration sta\u200btus")]
    [InlineData("ｉｍｍｉｇｒａｔｉｏｎ status")]
    [InlineData("student's immigration status")]
    [InlineData("immigration and citizenship status")]
    [InlineData("citizenship")]
    [InlineData("citizenshipStatus")]
    [InlineData("citizenship, grade level, race")]
    [InlineData("citizenship grade level race")]
    [InlineData("US citizen (Y/N)")]
    [InlineData("isCitizen")]
    [InlineData("non-citizens")]
    [InlineData("undocumented")]
    [InlineData("number of undocumented students")]
    [InlineData("documented status")]
    [InlineData("visa type")]
    [InlineData("Visa status")]
    [InlineData("visa")]
    [InlineData("type of visa")]
    [InlineData("green card holders")]
    [InlineData("lawful permanent resident")]
    [InlineData("country of citizenship")]
    [InlineData("country of origin")]
    [InlineData("nationality")]
    [InlineData("asylum status")]
    [InlineData("refugee status")]
    [InlineData("Refugee (Y/N)")]
    [InlineData("DACA")]
    [InlineData("DACA status")]
    [InlineData("number of immigrant students")]
    [InlineData("legal status in the US")]
    [InlineData("legally in the United States")]
    [InlineData("naturalized")]
    [InlineData("alien number")]
    [InlineData("I-94")]
    [InlineData("estatus migratorio")]
    [InlineData("situación migratoria")]
    [InlineData("ciudadanía")]
    [InlineData("alumnos indocumentados")]
    [InlineData("status imigratório")]
    public void An_attribute_that_asks_for_it_is_refused_named_as_typed_and_not_kept(string attribute)
    {
        var (decision, kept) = Asking.For(Public, Aggregate, "attendance rate", attribute).Triaged();
        decision.RefusedAttributes.ShouldBe([attribute]);
        kept.Data.Attributes.ShouldBe(["attendance rate"]);
        decision.Disposition.ShouldBe(Accept);
        decision.Reasons[0].ShouldSatisfyAllConditions(reason => reason.Code.ShouldBe("ImmigrationStatusRefused"), reason => reason.Source.ShouldBe("LTR-2018"));
    }

    [Theory]
    [InlineData("civics scores")]
    [InlineData("civics")]
    [InlineData("first language")]
    [InlineData("home language")]
    [InlineData("national test results")]
    [InlineData("immigrant family newsletter sign-ups")]
    [InlineData("immigration policy survey responses")]
    [InlineData("migrant status")]
    [InlineData("digital citizenship lessons")]
    [InlineData("citizenship grade")]
    [InlineData("good citizenship awards")]
    [InlineData("English learner status")]
    [InlineData("race")]
    [InlineData("disability status")]
    [InlineData("legal guardian")]
    [InlineData("permanent address")]
    [InlineData("International Baccalaureate results")]
    [InlineData("naturalistic observation notes")]
    [InlineData("Visalia exchange program")]
    [InlineData("enrollment status")]
    [InlineData("documented disability")]
    [InlineData("alienation survey")]
    [InlineData("vaccine documentation status")]
    public void What_only_sounds_like_it_raises_no_alarm(string attribute)
    {
        var asked = Asking.For(Public, Aggregate, attribute).Scope($"Please send {attribute} by grade.").Purpose($"We study {attribute}.");
        var (decision, kept) = asked.Triaged();
        decision.RefusedAttributes.ShouldBeEmpty();
        decision.Codes().ShouldNotContain("ImmigrationStatusRefused");
        kept.ShouldBeSameAs(asked);
    }

    [Theory]
    [InlineData("All grades")]
    [InlineData("All students of the district in grade 9.")]
    [InlineData("We need the immigration status of all students.")]
    public void Where_nothing_else_is_asked_the_request_is_refused_whole(string scope)
    {
        var decision = Asking.For(Public, Aggregate, "immigration status", "visa type").Scope(scope).Decided();
        (decision.Disposition, decision.Office, decision.FulfilWithinBusinessDays).ShouldBe((Refuse, Office.DataAndAccountability, null));
        decision.RefusedAttributes.ShouldBe(["immigration status", "visa type"]);
        decision.Codes().ShouldBe(["ImmigrationStatusRefused"]);
        decision.Requirements.ShouldBeEmpty();
        decision.Alternative!.ShouldContain("DataAndAccountability@district.example");
    }

    [Fact]
    public void It_is_refused_before_any_other_rule_even_with_a_warrant() =>
        Asking.For(LawEnforcement, IdentifiableRoster, "citizenship").With(LegalProcess.Warrant).Decided().Disposition.ShouldBe(Refuse);

    [Theory]
    [InlineData("How many undocumented students are there?", Refuse)]
    [InlineData("How many undocumented students are there by grade and school?", Refuse)]
    [InlineData("¿Cuántos alumnos indocumentados hay?", Refuse)]
    [InlineData("Citizenship status. All grades, please.", Refuse)]
    [InlineData("Attendance rates by grade. Also immigration status.", Accept)]
    [InlineData("Attendance rates, immigration status and MCAS scores by school", Accept)]
    [InlineData("Immigration status of all students, and how many graduated", Accept)]
    public void A_scope_without_attributes_is_refused_whole_only_where_it_asks_for_nothing_else(string scope, Disposition disposition)
    {
        var (decision, kept) = Asking.For(Public, Aggregate).Scope(scope).Triaged();
        decision.Disposition.ShouldBe(disposition);
        kept.Data.Scope.ShouldContain("[removed:");
    }

    [Fact]
    public void All_attributes_refused_and_data_in_the_scope_lets_the_rest_go_on()
    {
        var decision = Asking.For(Public, Aggregate, "visa status").Scope("Attendance rates by grade").Decided();
        decision.Disposition.ShouldBe(Accept);
        decision.RefusedAttributes.ShouldBe(["visa status"]);
    }

    [Fact]
    public void A_purpose_that_names_it_takes_nothing_from_what_is_asked()
    {
        var decision = Asking.For(Public, Aggregate).Purpose("To find out the citizenship of families.").Decided();
        decision.Disposition.ShouldBe(Accept);
        decision.Codes().ShouldContain("ImmigrationStatusRefused");
    }

    [Theory]
    [InlineData("We study attendance. Please add each family's immigration status. Thank you.", "We study attendance. [removed] Thank you.")]
    [InlineData("Attendance.\nImmigration status.\nScores.", "Attendance.\n[removed]\nScores.")]
    [InlineData("We need immigration\nstatus of all. Thanks.", "[removed] Thanks.")]
    [InlineData("Attendance, immigration status and MCAS scores of grade 9.", "Attendance, [removed] and MCAS scores of grade 9.")]
    [InlineData("Are they U.S. citizens? We study attendance.", "[removed] We study attendance.")]
    [InlineData("Citizenship", "[removed]")]
    [InlineData("Asistencia. Estatus migratorio de las familias. Gracias.", "Asistencia. [removed] Gracias.")]
    public void Of_free_text_the_sentence_or_item_that_asks_goes_and_the_rest_stays_as_typed(string typed, string kept)
    {
        foreach (var text in new[]
                 {
                     Asking.For(Public, Aggregate, "attendance").Purpose(typed).Triaged().Kept.Purpose,
                     Asking.For(Public, Aggregate, "attendance").Audience(typed).Triaged().Kept.Audience,
                     Asking.For(Public, Aggregate, "attendance").Scope(typed).Triaged().Kept.Data.Scope,
                     Population(typed).Triaged().Kept.Data.Population!,
                 })
        {
            text.Replace("[removed: what the district neither collects nor shares]", "[removed]", StringComparison.Ordinal).ShouldBe(kept);
        }
    }

    [Fact]
    public void What_is_kept_raises_no_alarm_a_second_time()
    {
        var kept = Asking.For(Public, Aggregate, "attendance", "visa type").Scope("Their immigration status.").Triaged().Kept;
        kept.Triaged().Kept.ShouldBeSameAs(kept);
    }

    [Fact]
    public void A_name_and_an_organization_say_who_asks_and_stay()
    {
        var asked = Asking.For(Public, Aggregate, "attendance", "citizenship");
        asked = asked with { Requester = asked.Requester with { Organization = "Harbor Citizenship Clinic" } };
        asked.Triaged().Kept.Requester.ShouldBe(asked.Requester);
    }

    private static Submission Population(string typed)
    {
        var asked = Asking.For(Public, Aggregate, "attendance");
        return asked with { Data = asked.Data with { Population = typed } };
    }
}
