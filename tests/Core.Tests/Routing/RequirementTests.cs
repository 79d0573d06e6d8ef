using Core.Routing;
using static Core.Routing.DataLevel;
using static Core.Routing.RequesterKind;
using static Core.Routing.Requirement;

namespace Core.Tests.Routing;

/// <summary>What has to be there before data can leave, and what else the requester is told (policy sections 2 and 3).</summary>
public sealed class RequirementTests
{
    private static readonly Submission Roster = Asking.For(CommunityPartner, IdentifiableRoster).Registered();

    [Fact]
    public void Everything_at_once_is_asked_for_in_the_fixed_order() =>
        Asking.For(CommunityPartner, IdentifiableRoster).Registered(complete: false, agreements: true).Specific().Decided().Requirements
            .ShouldBe([Requirement.PartnerRegistration, ExistingAgreements, StudentIds, FamilyConsent, Nda]);

    [Theory]
    [InlineData(FerpaException.Studies)]
    [InlineData(FerpaException.Audit)]
    public void An_exception_lifts_consent_and_asks_for_a_written_agreement_never_lifting_the_nda(FerpaException exception)
    {
        Roster.With(exception).Decided().Requirements.ShouldBe([DataSharingAgreement, Nda]);
        Asking.For(Researcher, IdentifiableRoster).Approved().With(exception).Decided().Requirements.ShouldBe([DataSharingAgreement, Nda]);
        Asking.For(SchoolLeader, IdentifiableRoster).Own().With(exception).Decided().Requirements.ShouldBeEmpty();
        Asking.For(Public, Aggregate).With(exception).Decided().Requirements.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CommunityPartner)]
    [InlineData(Researcher)]
    public void School_official_holds_for_the_districts_staff_only(RequesterKind kind)
    {
        var decision = Asking.For(kind, IdentifiableRoster).Registered().Approved().With(FerpaException.SchoolOfficial).Decided();
        decision.Requirements.ShouldBe([FamilyConsent, Nda]);
        decision.Codes().ShouldContain("NotASchoolOfficial");
    }

    [Theory]
    [InlineData(SchoolLeader)]
    [InlineData(Teacher)]
    [InlineData(CentralOffice)]
    public void Of_the_districts_staff_it_is_believed(RequesterKind kind) =>
        Asking.For(kind, IdentifiableRoster).Own().With(FerpaException.SchoolOfficial).Decided().Codes().ShouldNotContain("NotASchoolOfficial");

    [Theory]
    [InlineData(true, true, "ExistingAgreements,Nda", false)]
    [InlineData(true, false, "Nda", false)]
    [InlineData(true, null, "Nda", true)]
    [InlineData(false, null, "PartnerRegistration,Nda", true)]
    [InlineData(null, null, "PartnerRegistration,Nda", true)]
    public void A_partner_registers_hands_in_what_agreements_it_has_and_signs(bool? complete, bool? agreements, string requirements, bool asked)
    {
        var submission = Asking.For(CommunityPartner, Aggregate);
        var decision = (complete is { } known ? submission.Registered(known, agreements) : submission).Decided();
        string.Join(',', decision.Requirements).ShouldBe(requirements);
        decision.Codes().Contains("ExistingAgreementsIfAny").ShouldBe(asked);
    }

    [Theory]
    [InlineData(Public, Aggregate)]
    [InlineData(Teacher, IdentifiableRoster)]
    [InlineData(CentralOffice, Aggregate)]
    public void Specific_students_need_their_ids_whoever_asks(RequesterKind kind, DataLevel level)
    {
        Asking.For(kind, level).Own().Specific().Decided().Requirements.ShouldContain(StudentIds);
        Asking.For(kind, level).Own().Specific(" ").Decided().Requirements.ShouldContain(StudentIds);
        Asking.For(kind, level).Own().Specific("1234567").Decided().Requirements.ShouldNotContain(StudentIds);
    }

    [Fact]
    public void Nothing_is_required_of_a_review_a_refusal_or_a_redirect_but_the_proposal()
    {
        Asking.For(LawEnforcement, IdentifiableRoster).Specific().Decided().Requirements.ShouldBeEmpty();
        Asking.For(Public, IdentifiableRoster).Specific().Decided().Requirements.ShouldBeEmpty();
        Asking.For(Media, Aggregate).Specific().Decided().Requirements.ShouldBeEmpty();
        Asking.For(Researcher, IdentifiableRoster).Specific().Decided().Requirements.ShouldBe([ResearchApproval]);
    }

    [Theory]
    [InlineData(Nda, "NdaRequired", "ODA-03")]
    [InlineData(FamilyConsent, "FamilyConsentRequired", "ODA-03; FERPA §99.30")]
    [InlineData(DataSharingAgreement, "DataSharingAgreementRequired", "FERPA §99.31(a)(6), §99.35")]
    [InlineData(Requirement.PartnerRegistration, "PartnerRegistrationRequired", "ODA-03")]
    [InlineData(ExistingAgreements, "ExistingAgreementsRequired", "ODA-03")]
    [InlineData(StudentIds, "StudentIdsRequired", "ODA-03")]
    [InlineData(ResearchApproval, "ResearchApprovalRequired", "ODA-03")]
    public void Every_requirement_has_its_reason_with_its_source(Requirement requirement, string code, string source)
    {
        Submission[] asked =
        [
            Asking.For(CommunityPartner, IdentifiableRoster).Registered(complete: false, agreements: true).Specific(), Roster.With(FerpaException.Studies),
            Asking.For(Researcher, Aggregate),
        ];
        var decision = asked.Select(one => one.Decided()).First(one => one.Requirements.Contains(requirement));
        decision.Reasons.Single(reason => reason.Code == code).Source.ShouldBe(source);
    }

    [Fact]
    public void Directory_information_leaves_out_families_who_opted_out()
    {
        Asking.For(Public, DataLevel.Directory, "name").Decided().Reasons.ShouldContain(reason => reason.Code == "OptedOutFamilies" && reason.Source == "FERPA §99.37");
        Asking.For(Public, Aggregate).Decided().Reasons.ShouldContain(reason => reason.Code == "SmallGroups" && reason.Text.Contains("10"));
    }
}
