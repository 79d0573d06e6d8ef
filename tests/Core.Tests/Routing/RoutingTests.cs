using Core.Routing;
using Core.Tests.Requests;
using static Core.Routing.Disposition;
using static Core.Routing.RequesterKind;

namespace Core.Tests.Routing;

/// <summary>policy section 3, rule by rule.</summary>
public sealed class RoutingTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RoutingCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_request_goes_where_its_rule_says_for_the_reason_it_cites(int number)
    {
        var expected = RoutingCases.All[number];
        var decision = expected.Submission.Decided();
        var reason = decision.Reasons[0];
        (decision.Disposition, decision.Office, reason.Code, reason.Source)
            .ShouldBe((expected.Disposition, expected.Office, expected.Code, expected.Source), $"{expected.Rule} {expected.Note}");
        RoutingRules.All.Single(rule => rule.Name == expected.Rule).Source.ShouldBe(expected.Source);
        decision.Alternative.ShouldBe(decision.Alternative?.Trim());
    }

    [Fact]
    public void Every_rule_of_the_table_has_a_case_and_every_case_a_rule() =>
        RoutingCases.All.Select(one => one.Rule).Distinct().ShouldBe(RoutingRules.All.Select(rule => rule.Name), ignoreOrder: true);

    [Fact]
    public void Rules_stand_in_the_order_of_the_policy()
    {
        var numbers = RoutingRules.All.Select(rule => rule.Number).ToList();
        numbers.ShouldBe(numbers.Order());
        numbers.Distinct().ShouldBe([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    }

    [Fact]
    public void The_rules_page_of_the_folder_names_every_rule_and_source()
    {
        var page = File.ReadAllText(Path.Combine(House.HouseTests.Root(), "functions", "Core", "Routing", "README.md"));
        RoutingRules.All.Where(rule => !page.Contains($"| {rule.Number} | {rule.Name} | {rule.Source} |", StringComparison.Ordinal))
            .Select(rule => $"| {rule.Number} | {rule.Name} | {rule.Source} |").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Researcher, 25)]
    [InlineData(CommunityPartner, 15)]
    [InlineData(Public, 15)]
    [InlineData(LawEnforcement, 15)]
    public void Research_has_25_business_days_and_everybody_else_15(RequesterKind kind, int days)
    {
        var decision = Asking.For(kind, DataLevel.Aggregate).Approved().Decided();
        (decision.ClarifyWithinBusinessDays, decision.FulfilWithinBusinessDays).ShouldBe((5, days));
    }

    [Fact]
    public void The_days_are_the_policys()
    {
        var policy = Some.Policy with { Fulfilment = Some.Policy.Fulfilment with { Standard = 11, Research = 12 }, Clarification = new(1, 2, 3, 4) };
        Decide(Asking.For(Public, DataLevel.Aggregate)).ShouldBe((2, 11));
        Decide(Asking.For(Researcher, DataLevel.Aggregate).Approved()).ShouldBe((2, 12));

        (int?, int?) Decide(Submission asked)
        {
            var decision = Triage.Decide(asked, policy, Asking.Nothing).Decision;
            return (decision.ClarifyWithinBusinessDays, decision.FulfilWithinBusinessDays);
        }
    }

    [Theory]
    [InlineData(LawEnforcement, ClaimedException.HealthOrSafetyEmergency, true)]
    [InlineData(LawEnforcement, ClaimedException.PoliceCriminalInvestigation, true)]
    [InlineData(LawEnforcement, ClaimedException.SuspectedChildAbuse, true)]
    [InlineData(LawEnforcement, null, false)]
    [InlineData(Public, ClaimedException.HealthOrSafetyEmergency, false)]
    [InlineData(OutsideAgency, ClaimedException.PoliceCriminalInvestigation, false)]
    public void Only_an_exception_that_law_enforcement_claims_is_expedited(RequesterKind kind, ClaimedException? claimed, bool expedited)
    {
        var decision = (Asking.For(kind, DataLevel.Aggregate) with { ClaimedException = claimed }).Decided();
        decision.Expedited.ShouldBe(expedited);
        decision.Codes().Contains("ClaimedExceptionIgnored").ShouldBe(claimed is not null && kind != LawEnforcement);
    }

    [Theory]
    [InlineData(LegalProcess.Warrant, false)]
    [InlineData(LegalProcess.Subpoena, true)]
    [InlineData(LegalProcess.CourtOrder, true)]
    public void The_family_is_notified_before_a_subpoena_or_order_is_complied_with(LegalProcess instrument, bool notified) =>
        Asking.For(LawEnforcement, DataLevel.IdentifiableRoster).With(instrument).Decided().Reasons
            .Any(reason => reason is { Code: "FamilyNotified", Source: "FERPA §99.31(a)(9)(ii)" }).ShouldBe(notified);

    [Fact]
    public void Every_redirect_and_refusal_says_what_to_do_instead_and_whom_to_reach()
    {
        foreach (var one in RoutingCases.All)
        {
            var decision = one.Submission.Decided();
            if (decision.Disposition is Refuse or Redirect)
            {
                decision.Alternative.ShouldNotBeNull(one.Rule).ShouldContain($"{decision.Office}@district.example", customMessage: one.Rule);
            }
            else
            {
                decision.Alternative.ShouldBeNull(one.Rule);
            }
        }
    }

    [Fact]
    public void A_parent_who_is_refused_learns_where_one_childs_record_is_asked_for()
    {
        Asking.For(ParentOrStudent, DataLevel.IdentifiableRoster).Decided().Alternative!.ShouldContain("StudentRecords@district.example");
        Asking.For(Public, DataLevel.IdentifiableRoster).Decided().Alternative!.ShouldNotContain("StudentRecords");
    }

    [Fact]
    public void A_redirect_to_a_dataset_names_it()
    {
        var catalogue = new Catalogue([new("Dropout Report", "https://data.example/dropout", "High school", ["dropout"])]);
        Asking.For(Public, DataLevel.Published).Scope("The dropout report").Triaged(catalogue).Decision.Alternative!
            .ShouldContain("Dropout Report (https://data.example/dropout)");
    }
}
