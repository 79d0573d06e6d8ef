using Core.Routing;
using static Core.Routing.ClaimedException;
using static Core.Routing.DataLevel;
using static Core.Routing.Disposition;
using static Core.Routing.LegalProcess;
using static Core.Routing.Office;
using static Core.Routing.RequesterKind;

namespace Core.Tests.Routing;

/// <summary>
/// The table of cases: for each row of the routing table what it decides and which source its reason must cite (policy section 3; written
/// here a second time on purpose). A new rule needs a row here.
/// </summary>
internal static class RoutingCases
{
    public sealed record Case(string Rule, string Source, Submission Submission, Disposition Disposition, Office Office, string Code, string? Note = null);

    private const string Legal = "Warrant, subpoena or court order";
    private const string Claimed = "Law enforcement with a claimed exception";
    private const string PoliceRecords = "School-police records for law enforcement";

    private static Submission PoliceFile(RequesterKind kind) => Asking.For(kind, Aggregate, "school police incident reports");

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Legal, "LTR-2018", Asking.For(RequesterKind.LawEnforcement, IdentifiableRoster).With(Warrant), Review, LegalAdvisor, "LegalProcess"),
        new(Legal, "LTR-2018", Asking.For(Public, Aggregate).With(Subpoena), Review, LegalAdvisor, "LegalProcess", "whoever brings it"),
        new(Legal, "LTR-2018", Asking.For(Media, Published).With(CourtOrder), Review, LegalAdvisor, "LegalProcess", "before media and published"),
        new(Legal, "LTR-2018", Asking.For(ParentOrStudent, IndividualRecord).With(CourtOrder), Review, LegalAdvisor, "LegalProcess", "before one student's record"),
        new(Legal, "LTR-2018", Asking.For(Researcher, Aggregate).With(Subpoena), Review, LegalAdvisor, "LegalProcess", "before research"),
        new(Legal, "LTR-2018", Asking.For(RequesterKind.LawEnforcement, Aggregate).With(Warrant).With(SuspectedChildAbuse), Review, LegalAdvisor, "LegalProcess",
            "before a claimed exception"),

        new(Claimed, "PLAN-2020; FERPA §99.32(a)(5), §99.36", Asking.For(RequesterKind.LawEnforcement, IdentifiableRoster).With(HealthOrSafetyEmergency), Review,
            LegalAdvisor, "LawEnforcementException"),
        new(Claimed, "PLAN-2020; FERPA §99.32(a)(5), §99.36", Asking.For(RequesterKind.LawEnforcement, Aggregate).With(PoliceCriminalInvestigation), Review,
            LegalAdvisor, "LawEnforcementException"),
        new(Claimed, "PLAN-2020; FERPA §99.32(a)(5), §99.36", Asking.For(RequesterKind.LawEnforcement, IndividualRecord).With(SuspectedChildAbuse), Review,
            LegalAdvisor, "LawEnforcementException", "before one student's record"),

        new("Law enforcement", "PLAN-2020", Asking.For(RequesterKind.LawEnforcement, Aggregate), Review, Superintendent, "LawEnforcement"),
        new("Law enforcement", "PLAN-2020", Asking.For(RequesterKind.LawEnforcement, Published), Review, Superintendent, "LawEnforcement", "even what is published"),
        new("Law enforcement", "PLAN-2020", Asking.For(RequesterKind.LawEnforcement, Aggregate).PublicRecords(), Review, Superintendent, "LawEnforcement"),

        new(PoliceRecords, "LTR-2018; FERPA §99.8; PLAN-2020", PoliceFile(OutsideAgency).Audience("The Harbor City Police Department"), Review, Superintendent,
            "PoliceRecordsForLawEnforcement"),
        new(PoliceRecords, "LTR-2018; FERPA §99.8; PLAN-2020", PoliceFile(Public).Purpose("To be handed to ICE"), Review, Superintendent,
            "PoliceRecordsForLawEnforcement"),
        new(PoliceRecords, "LTR-2018; FERPA §99.8; PLAN-2020", Asking.For(SchoolLeader, Aggregate).Own().Scope("All police incident reports of my school")
            .Audience("The county sheriff"), Review, Superintendent, "PoliceRecordsForLawEnforcement", "by the scope too"),
        new(PoliceRecords, "LTR-2018; FERPA §99.8; PLAN-2020", PoliceFile(Media).Audience("law-enforcement partners").With(SuspectedChildAbuse), Review,
            Superintendent, "PoliceRecordsForLawEnforcement", "an exception is law enforcement's own to claim"),

        new("One student's record", "ODA-03; LGL-7", Asking.For(ParentOrStudent, IndividualRecord), Redirect, StudentRecords, "IndividualRecord"),
        new("One student's record", "ODA-03; LGL-7", Asking.For(SchoolLeader, IndividualRecord).Own(), Redirect, StudentRecords, "IndividualRecord"),
        new("One student's record", "ODA-03; LGL-7", Asking.For(Media, IndividualRecord), Redirect, StudentRecords, "IndividualRecord", "before media"),

        new("Media", "ODA-03", Asking.For(Media, Aggregate), Redirect, Communications, "Media"),
        new("Media", "ODA-03", Asking.For(Media, Published), Redirect, Communications, "Media", "before published"),
        new("Media", "ODA-03", Asking.For(Media, Aggregate).PublicRecords(), Redirect, Communications, "Media", "before public records"),
        new("Media", "ODA-03", PoliceFile(Media), Redirect, Communications, "Media", "police records for a newspaper"),

        new("Public-records request", "ODA-03", Asking.For(Public, Aggregate).PublicRecords(), Redirect, PublicRecordsCenter, "PublicRecords"),
        new("Public-records request", "ODA-03", Asking.For(Researcher, DeIdentifiedStudentLevel).Approved().PublicRecords(), Redirect, PublicRecordsCenter,
            "PublicRecords", "whoever makes it"),

        new("Published already", "ODA-03", Asking.For(Public, Published), Redirect, DataAndAccountability, "Published"),
        new("Published already", "ODA-03", Asking.For(CommunityPartner, Aggregate).AnsweredByPublished(), Redirect, DataAndAccountability, "Published"),
        new("Published already", "ODA-03", Asking.For(Researcher, Published), Redirect, DataAndAccountability, "Published", "before research"),

        new("Researcher without an approved proposal", "ODA-03", Asking.For(Researcher, Aggregate), Redirect, ResearchReview, "ResearchApprovalRequired"),
        new("Researcher without an approved proposal", "ODA-03", Asking.For(Researcher, IdentifiableRoster).With(FerpaException.Studies), Redirect,
            ResearchReview, "ResearchApprovalRequired"),
        new("Researcher without an approved proposal", "ODA-03", Asking.For(Researcher, Aggregate).Approved(" "), Redirect, ResearchReview,
            "ResearchApprovalRequired", "a blank number is none"),
        new("Researcher", "ODA-03", Asking.For(Researcher, Aggregate).Approved(), Accept, DataAndAccountability, "Research"),

        new("Community partner", "ODA-03", Asking.For(CommunityPartner, Aggregate).Registered(), Accept, DataAndAccountability, "Partner"),
        new("Community partner", "ODA-03", Asking.For(CommunityPartner, IdentifiableRoster), Accept, DataAndAccountability, "Partner"),

        new("Outside agency, aggregate data", "ODA-03", Asking.For(OutsideAgency, Aggregate), Accept, DataAndAccountability, "Agency"),
        new("Outside agency, anything else", "ODA-03", Asking.For(OutsideAgency, DataLevel.Directory), Refuse, DataAndAccountability, "AgencyAggregateOnly"),
        new("Outside agency, anything else", "ODA-03", Asking.For(OutsideAgency, IdentifiableRoster).With(FerpaException.Audit), Refuse,
            DataAndAccountability, "AgencyAggregateOnly", "an exception lifts consent, not this"),

        new("School staff, own students", "ODA-03; FERPA §99.31(a)(1)", Asking.For(SchoolLeader, IdentifiableRoster).Own(), Accept, DataAndAccountability,
            "OwnStudents"),
        new("School staff, own students", "ODA-03; FERPA §99.31(a)(1)", Asking.For(Teacher, IdentifiableRoster).Own(), Accept, DataAndAccountability, "OwnStudents"),
        new("School staff, identifiable data of other students", "ODA-03", Asking.For(SchoolLeader, IdentifiableRoster), Refuse, DataAndAccountability,
            "BeyondOwnStudents"),
        new("School staff, identifiable data of other students", "ODA-03", Asking.For(Teacher, IdentifiableRoster).With(FerpaException.SchoolOfficial), Refuse,
            DataAndAccountability, "BeyondOwnStudents", "a school official for the own students only"),
        new("School staff, beyond their own students", "ODA-03", Asking.For(SchoolLeader, Aggregate), Accept, DataAndAccountability, "SchoolStaff"),
        new("School staff, beyond their own students", "ODA-03", Asking.For(Teacher, DeIdentifiedStudentLevel), Accept, DataAndAccountability, "SchoolStaff"),
        new("Central office", "ODA-03; FERPA §99.31(a)(1)", Asking.For(CentralOffice, IdentifiableRoster), Accept, DataAndAccountability, "CentralOffice"),

        new("Families and the public", "ODA-03", Asking.For(Public, Aggregate), Accept, DataAndAccountability, "Open"),
        new("Families and the public", "ODA-03", Asking.For(ParentOrStudent, DataLevel.Directory), Accept, DataAndAccountability, "Open"),
        new("Families and the public", "ODA-03", PoliceFile(ParentOrStudent).Purpose("A study of the school police and its police reports"), Accept,
            DataAndAccountability, "Open", "about the police, not for it"),
        new("Families and the public, student-level data", "ODA-03", Asking.For(Public, DeIdentifiedStudentLevel), Refuse, DataAndAccountability, "StudentLevelNotOpen"),
        new("Families and the public, student-level data", "ODA-03", Asking.For(ParentOrStudent, IdentifiableRoster).With(FerpaException.SchoolOfficial), Refuse,
            DataAndAccountability, "StudentLevelNotOpen"),
    ];
}
