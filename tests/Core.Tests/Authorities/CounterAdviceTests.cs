using Core.Authorities;
using Core.Routing;
using Core.Tests.Routing;

namespace Core.Tests.Authorities;

/// <summary>LTR-2018, PLAN-2020, 34 CFR 99.31(a)(9): what a person at a school's counter is told, for every authority, instrument and exception.</summary>
public sealed class CounterAdviceTests
{
    public static TheoryData<Authority, LegalProcess?, ClaimedException?> All
    {
        get
        {
            var all = new TheoryData<Authority, LegalProcess?, ClaimedException?>();
            foreach (var authority in Enum.GetValues<Authority>())
            {
                foreach (var process in Enum.GetValues<LegalProcess>().Select(one => (LegalProcess?)one).Append(null))
                {
                    foreach (var claimed in Enum.GetValues<ClaimedException>().Select(one => (ClaimedException?)one).Append(null))
                    {
                        all.Add(authority, process, claimed);
                    }
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_office_to_call_first_is_the_one_the_request_goes_to(Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        var submission = Asking.For(RequesterKind.LawEnforcement, DataLevel.IdentifiableRoster) with { LegalProcess = process, ClaimedException = claimed };
        CounterAdvice.For(authority, process, claimed).Call[0].ShouldBe(submission.Decided().Office);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_ever_handed_over_or_confirmed_at_the_counter(Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        var advice = CounterAdvice.For(authority, process, claimed);
        advice.Say[0].Text.ShouldStartWith("“I cannot give out anything about a student myself.");
        advice.DoNot.ShouldContain(line => line.Text.StartsWith("Do not hand over"));
        advice.DoNot.ShouldContain(line => line.Text.StartsWith("Do not say whether a student is at school"));
        advice.Say.Concat(advice.Do).Concat(advice.DoNot).ShouldAllBe(line => line.Source.Length > 3 && line.Text.Length > 20);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void With_immigration_officials_the_legal_advisor_is_called_too_and_status_is_never_spoken_of(
        Authority authority, LegalProcess? process, ClaimedException? claimed)
    {
        var advice = CounterAdvice.For(authority, process, claimed);
        var isImmigration = authority == Authority.ImmigrationOfficials;
        (advice.Call.Contains(Office.LegalAdvisor) || !isImmigration).ShouldBeTrue();
        advice.Say.Any(line => line.Text.Contains("does not collect, keep or share")).ShouldBe(isImmigration);
        advice.DoNot.Any(line => line.Text.Contains("where they come from")).ShouldBe(isImmigration);
    }

    [Theory]
    [InlineData(LegalProcess.Subpoena, true)]
    [InlineData(LegalProcess.CourtOrder, true)]
    [InlineData(LegalProcess.Warrant, false)]
    [InlineData(null, false)]
    public void Where_the_family_is_told_first_the_counter_knows(LegalProcess? process, bool isTold) =>
        CounterAdvice.For(Authority.MunicipalPolice, process, null).Do.Any(line => line.Text.Contains("tells the family")).ShouldBe(isTold);

    [Fact]
    public void In_danger_911_comes_first() =>
        CounterAdvice.For(Authority.MunicipalPolice, null, ClaimedException.HealthOrSafetyEmergency).Do[0].Text.ShouldContain("911");
}
