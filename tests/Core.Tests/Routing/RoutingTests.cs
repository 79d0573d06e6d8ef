using Core.Routing;
using Core.Tests.Requests;
using static Core.Routing.DataLevel;
using static Core.Routing.Disposition;
using static Core.Routing.Office;
using static Core.Routing.RequesterKind;

namespace Core.Tests.Routing;

/// <summary>policy section 3, rule by rule.</summary>
public sealed class RoutingTests
{
    private static readonly Catalogue Nothing = new([]);

    private static Submission Asking(
        RequesterKind kind, DataLevel level, string[]? attributes = null, bool own = false, bool? registered = null, string? approval = null,
        LegalProcess? legal = null, ClaimedException? claimed = null, FerpaException? ferpa = null, bool records = false, string? scope = null,
        string? purpose = null, bool specific = false) => new()
    {
        Requester = new Requester
        {
            Name = "Rita Quester", Email = "rita@example.org", Kind = kind, CoversOnlyOwnStudents = own, ResearchApproval = approval,
            PartnerRegistration = registered is { } complete ? new PartnerRegistration(complete) : null,
        },
        Purpose = purpose ?? "A report",
        Audience = "The council",
        Data = new RequestedData { Level = level, Scope = scope ?? "All grades", Attributes = attributes ?? [], SpecificStudents = specific },
        LegalProcess = legal,
        ClaimedException = claimed,
        FerpaException = ferpa,
        IsPublicRecordsRequest = records,
    };

    private static TriageResult Triaged(Submission submission) => Triage.Decide(submission, Some.Policy, Nothing);

    public static TheoryData<string, Submission, Disposition, Office, string> Table() => new()
    {
        { "2 LTR-2018", Asking(LawEnforcement, IdentifiableRoster, legal: LegalProcess.Warrant), Review, LegalAdvisor, "" },
        { "2 LTR-2018", Asking(Public, Aggregate, legal: LegalProcess.Subpoena), Review, LegalAdvisor, "" },
        { "2 LTR-2018", Asking(Media, Aggregate, legal: LegalProcess.CourtOrder), Review, LegalAdvisor, "" },
        { "3 PLAN-2020", Asking(LawEnforcement, IdentifiableRoster, claimed: ClaimedException.HealthOrSafetyEmergency), Review, LegalAdvisor, "" },
        { "3 PLAN-2020", Asking(LawEnforcement, Aggregate, claimed: ClaimedException.PoliceCriminalInvestigation), Review, LegalAdvisor, "" },
        { "3 PLAN-2020", Asking(LawEnforcement, Aggregate), Review, Superintendent, "" },
        { "3 school police", Asking(OutsideAgency, Aggregate, ["school police incident reports"], purpose: "For the police department"), Review, Superintendent, "" },
        { "4 ODA-03", Asking(ParentOrStudent, IndividualRecord), Redirect, StudentRecords, "" },
        { "4 ODA-03", Asking(SchoolLeader, IndividualRecord, own: true), Redirect, StudentRecords, "" },
        { "5 ODA-03", Asking(Media, Aggregate), Redirect, Communications, "" },
        { "5 ODA-03", Asking(Media, Published), Redirect, Communications, "" },
        { "5 ODA-03", Asking(Public, Aggregate, records: true), Redirect, PublicRecordsCenter, "" },
        { "6 ODA-03", Asking(Public, Published), Redirect, DataAndAccountability, "" },
        { "7 ODA-03", Asking(Researcher, Aggregate), Redirect, ResearchReview, "ResearchApproval" },
        { "7 ODA-03", Asking(Researcher, Aggregate, approval: "R-2026-014"), Accept, DataAndAccountability, "" },
        { "7 ODA-03", Asking(Researcher, DeIdentifiedStudentLevel, approval: "R-1"), Accept, DataAndAccountability, "Nda" },
        { "7 ODA-03", Asking(Researcher, IdentifiableRoster, approval: "R-1"), Accept, DataAndAccountability, "FamilyConsent,Nda" },
        { "7 Studies", Asking(Researcher, IdentifiableRoster, approval: "R-1", ferpa: FerpaException.Studies), Accept, DataAndAccountability, "DataSharingAgreement,Nda" },
        { "8 ODA-03", Asking(CommunityPartner, Aggregate, registered: true), Accept, DataAndAccountability, "Nda" },
        { "8 ODA-03", Asking(CommunityPartner, Aggregate, registered: false), Accept, DataAndAccountability, "PartnerRegistration,Nda" },
        { "8 ODA-03", Asking(CommunityPartner, Aggregate), Accept, DataAndAccountability, "PartnerRegistration,Nda" },
        { "8 ODA-03", Asking(CommunityPartner, IdentifiableRoster, registered: true), Accept, DataAndAccountability, "FamilyConsent,Nda" },
        { "8 Audit", Asking(CommunityPartner, IdentifiableRoster, registered: true, ferpa: FerpaException.Audit), Accept, DataAndAccountability, "DataSharingAgreement,Nda" },
        { "8 not staff", Asking(CommunityPartner, IdentifiableRoster, registered: true, ferpa: FerpaException.SchoolOfficial), Accept, DataAndAccountability, "FamilyConsent,Nda" },
        { "9 ODA-03", Asking(OutsideAgency, Aggregate), Accept, DataAndAccountability, "" },
        { "9 ODA-03", Asking(OutsideAgency, DataLevel.Directory), Refuse, DataAndAccountability, "" },
        { "9 ODA-03", Asking(OutsideAgency, DeIdentifiedStudentLevel), Refuse, DataAndAccountability, "" },
        { "9 ODA-03", Asking(OutsideAgency, IdentifiableRoster, ferpa: FerpaException.Audit), Refuse, DataAndAccountability, "" },
        { "10 ODA-03", Asking(SchoolLeader, IdentifiableRoster, own: true), Accept, DataAndAccountability, "" },
        { "10 ODA-03", Asking(Teacher, IdentifiableRoster, own: true), Accept, DataAndAccountability, "" },
        { "10 ODA-03", Asking(SchoolLeader, Aggregate), Accept, DataAndAccountability, "" },
        { "10 ODA-03", Asking(Teacher, DeIdentifiedStudentLevel), Accept, DataAndAccountability, "Nda" },
        { "10 ODA-03", Asking(SchoolLeader, IdentifiableRoster), Refuse, DataAndAccountability, "" },
        { "10 ODA-03", Asking(CentralOffice, Aggregate), Accept, DataAndAccountability, "" },
        { "10 ODA-03", Asking(CentralOffice, IdentifiableRoster), Accept, DataAndAccountability, "Nda" },
        { "11 ODA-03", Asking(Public, Aggregate), Accept, DataAndAccountability, "" },
        { "11 ODA-03", Asking(ParentOrStudent, DataLevel.Directory), Accept, DataAndAccountability, "" },
        { "11 ODA-03", Asking(ParentOrStudent, DeIdentifiedStudentLevel), Refuse, DataAndAccountability, "" },
        { "11 ODA-03", Asking(Public, IdentifiableRoster), Refuse, DataAndAccountability, "" },
        { "specific students", Asking(Public, Aggregate, specific: true), Accept, DataAndAccountability, "StudentIds" },
        { "1 whole", Asking(Public, Aggregate, ["immigration status"]), Refuse, DataAndAccountability, "" },
        { "1 whole", Asking(LawEnforcement, Aggregate, ["citizenship"], legal: LegalProcess.Warrant), Refuse, DataAndAccountability, "" },
        { "1 whole", Asking(Public, Aggregate, scope: "How many undocumented students are there?"), Refuse, DataAndAccountability, "" },
        { "1 part", Asking(Public, Aggregate, ["visa status", "attendance rate"]), Accept, DataAndAccountability, "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_request_goes_where_its_rule_says(string rule, Submission submission, Disposition disposition, Office office, string requirements)
    {
        var decision = Triaged(submission).Decision;
        (decision.Disposition, decision.Office, string.Join(',', decision.Requirements)).ShouldBe((disposition, office, requirements), rule);
        decision.Reasons.ShouldNotBeEmpty();
        decision.Reasons.ShouldAllBe(reason => reason.Code.Length > 0 && reason.Text.Length > 0 && reason.Source.Length > 0);
        if (disposition is Refuse or Redirect)
        {
            decision.Alternative.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData(Researcher, 25)]
    [InlineData(CommunityPartner, 15)]
    [InlineData(Public, 15)]
    public void Research_has_25_business_days_and_everybody_else_15(RequesterKind kind, int days) =>
        Triaged(Asking(kind, Aggregate, approval: "R-1")).Decision.FulfilWithinBusinessDays.ShouldBe(days);

    [Theory]
    [InlineData(ClaimedException.SuspectedChildAbuse, true)]
    [InlineData(null, false)]
    public void Only_a_claimed_exception_is_expedited(ClaimedException? claimed, bool expedited) =>
        Triaged(Asking(LawEnforcement, Aggregate, claimed: claimed)).Decision.Expedited.ShouldBe(expedited);

    [Theory]
    [InlineData(DataLevel.Directory, "name", DataLevel.Directory)]
    [InlineData(DataLevel.Directory, "Grade level", DataLevel.Directory)]
    [InlineData(DataLevel.Directory, "dates of enrollment", DataLevel.Directory)]
    [InlineData(DataLevel.Directory, "date of birth", IdentifiableRoster)]
    [InlineData(DataLevel.Directory, "school name", IdentifiableRoster)]
    [InlineData(DeIdentifiedStudentLevel, "student ID", IdentifiableRoster)]
    [InlineData(DeIdentifiedStudentLevel, "school name", DeIdentifiedStudentLevel)]
    [InlineData(Aggregate, "e-mail address", IdentifiableRoster)]
    [InlineData(Aggregate, "attendance rate", Aggregate)]
    public void What_is_asked_lifts_the_level_to_what_it_really_is(DataLevel chosen, string attribute, DataLevel real) =>
        Triaged(Asking(SchoolLeader, chosen, [attribute], own: true)).Decision.EffectiveLevel.ShouldBe(real);

    [Theory]
    [InlineData("civics scores")]
    [InlineData("first language")]
    [InlineData("national test results")]
    [InlineData("language spoken at home")]
    [InlineData("citizenship", false)]
    [InlineData("Immigration status", false)]
    [InlineData("visa type", false)]
    [InlineData("country of origin", false)]
    [InlineData("estatus migratorio", false)]
    public void Immigration_status_is_recognised_without_false_alarm(string attribute, bool fine = true)
    {
        var triaged = Triaged(Asking(Public, Aggregate, [attribute, "attendance rate"]));
        triaged.Decision.RefusedAttributes.ShouldBe(fine ? [] : [attribute]);
        triaged.Kept.Data.Attributes.Contains(attribute).ShouldBe(fine);
    }

    [Fact]
    public void A_sentence_that_asks_for_it_is_not_kept_and_the_rest_is()
    {
        var kept = Triaged(Asking(Public, Aggregate, ["attendance rate"], purpose: "We study attendance. Please add each family's immigration status. Thank you.")).Kept;
        kept.Purpose.ShouldNotContain("immigration status.");
        kept.Purpose.ShouldStartWith("We study attendance.");
        kept.Purpose.ShouldContain("[removed");
    }

    [Fact]
    public void Every_kind_and_level_has_an_answer()
    {
        foreach (var kind in Enum.GetValues<RequesterKind>())
        {
            foreach (var level in Enum.GetValues<DataLevel>())
            {
                var decision = Triaged(Asking(kind, level)).Decision;
                decision.Reasons.ShouldNotBeEmpty($"{kind} {level}");
                (decision.FulfilWithinBusinessDays is null).ShouldBe(decision.Disposition is Refuse or Redirect, $"{kind} {level}");
            }
        }
    }
}
