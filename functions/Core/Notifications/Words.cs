using System.Diagnostics;
using Core.Requests;
using Core.Routing;

namespace Core.Notifications;

/// <summary>The office's vocabulary as people read it in mail and agreements. English; another language is another file like it.</summary>
public static class Words
{
    /// <summary>A level of data, to be used at the start of a line.</summary>
    public static string For(DataLevel level) => level switch
    {
        DataLevel.Published => "Published data",
        DataLevel.Directory => "Directory information",
        DataLevel.Aggregate => "Aggregate data: counts and rates, no individual students",
        DataLevel.DeIdentifiedStudentLevel => "Student-level data without identifiers",
        DataLevel.IdentifiableRoster => "Student-level data with identifiers",
        DataLevel.IndividualRecord => "One student's record",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who asks, to be used within a sentence.</summary>
    public static string For(RequesterKind kind) => kind switch
    {
        RequesterKind.SchoolLeader => "a school leader",
        RequesterKind.Teacher => "a teacher",
        RequesterKind.CentralOffice => "central office staff",
        RequesterKind.Researcher => "a researcher",
        RequesterKind.CommunityPartner => "a community partner",
        RequesterKind.Media => "the media",
        RequesterKind.OutsideAgency => "an outside agency",
        RequesterKind.LawEnforcement => "law enforcement",
        RequesterKind.ParentOrStudent => "a parent or student",
        RequesterKind.Public => "a member of the public",
        _ => throw new UnreachableException(),
    };

    /// <summary>What the requester hands in to meet a requirement.</summary>
    public static string For(Requirement requirement) => requirement switch
    {
        Requirement.Nda => "A non-disclosure agreement, signed on your page",
        Requirement.FamilyConsent => "Current, signed consent of each student's family",
        Requirement.PartnerRegistration => "Proof that your partner registration is complete: all your programs and all your school partnerships",
        Requirement.ExistingAgreements => "Your existing agreements with schools (if you have none, tell us so on your page)",
        Requirement.ResearchApproval => "The approval of your research proposal",
        Requirement.StudentIds => "The list of student IDs. Upload it on your page; please never send it by e-mail",
        Requirement.DataSharingAgreement => "A written data sharing and non-disclosure agreement, signed on your page",
        _ => throw new UnreachableException(),
    };

    /// <summary>A kind of document, within a sentence.</summary>
    public static string For(DocumentKind kind) => kind switch
    {
        DocumentKind.FamilyConsent => "family consent",
        DocumentKind.ExistingAgreement => "existing agreement",
        DocumentKind.PartnerRegistration => "partner registration",
        DocumentKind.Other => "other document",
        _ => throw new UnreachableException(),
    };

    /// <summary>An instrument of legal process, within a sentence.</summary>
    public static string For(LegalProcess process) => process switch
    {
        LegalProcess.Warrant => "a warrant",
        LegalProcess.Subpoena => "a subpoena",
        LegalProcess.CourtOrder => "a court order",
        _ => throw new UnreachableException(),
    };

    /// <summary>A ground that law enforcement claims, within a sentence.</summary>
    public static string For(ClaimedException exception) => exception switch
    {
        ClaimedException.HealthOrSafetyEmergency => "a health or safety emergency",
        ClaimedException.PoliceCriminalInvestigation => "a police criminal investigation",
        ClaimedException.SuspectedChildAbuse => "suspected child abuse or neglect",
        _ => throw new UnreachableException(),
    };

    /// <summary>What the requester owed in a status that lapses, within a sentence to them.</summary>
    public static string OwedIn(RequestStatus status) => status switch
    {
        RequestStatus.AwaitingClarification => "your answer to our question",
        RequestStatus.AwaitingFeeDecision => "your decision on the fee",
        RequestStatus.AwaitingDocuments => "the documents we asked for",
        RequestStatus.AwaitingNda => "your signature on the agreement",
        _ => "what we asked you for",
    };
}
