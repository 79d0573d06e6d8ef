using System.Diagnostics;
using Core.Requests;
using Core.Routing;

namespace Service.Portal.Layout;

/// <summary>The names of the office's things as pages say them.</summary>
public static class Words
{
    /// <summary>Who asks.</summary>
    public static string Of(RequesterKind kind) => kind switch
    {
        RequesterKind.SchoolLeader => "School leader",
        RequesterKind.Teacher => "Teacher",
        RequesterKind.CentralOffice => "Central office staff",
        RequesterKind.Researcher => "Researcher",
        RequesterKind.CommunityPartner => "Community partner",
        RequesterKind.Media => "Media",
        RequesterKind.OutsideAgency => "Outside agency",
        RequesterKind.LawEnforcement => "Law enforcement",
        RequesterKind.ParentOrStudent => "Parent, guardian or student",
        RequesterKind.Public => "Member of the public",
        _ => throw new UnreachableException(),
    };

    /// <summary>What is asked for.</summary>
    public static string Of(DataLevel level) => level switch
    {
        DataLevel.Published => "Published data",
        DataLevel.Directory => "Directory information",
        DataLevel.Aggregate => "Counts and rates",
        DataLevel.DeIdentifiedStudentLevel => "One row a student, without identifiers",
        DataLevel.IdentifiableRoster => "One row a student, with identifiers",
        DataLevel.IndividualRecord => "One named student's record",
        _ => throw new UnreachableException(),
    };

    /// <summary>An office, where the policy has no name for it.</summary>
    public static string Of(Office office) => office switch
    {
        Office.DataAndAccountability => "Data and Accountability",
        Office.Communications => "Communications",
        Office.PublicRecordsCenter => "Public records center",
        Office.ResearchReview => "Research review",
        Office.StudentRecords => "Student records",
        Office.LegalAdvisor => "Legal advisor",
        Office.Superintendent => "Superintendent",
        _ => throw new UnreachableException(),
    };

    /// <summary>What became of a request at submission, to staff.</summary>
    public static string Of(Disposition disposition) => disposition switch
    {
        Disposition.Accept => "Accepted",
        Disposition.Review => "To be approved first",
        Disposition.Redirect => "Handed over",
        Disposition.Refuse => "Refused",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a request stands.</summary>
    public static string Of(RequestStatus status) => status switch
    {
        RequestStatus.Redirected => "Handed to another office",
        RequestStatus.Refused => "Refused",
        RequestStatus.Denied => "Denied",
        RequestStatus.Withdrawn => "Withdrawn",
        RequestStatus.Lapsed => "Closed unanswered",
        RequestStatus.Closed => "Closed",
        RequestStatus.Delivered => "Delivered",
        RequestStatus.AwaitingApproval => "Waiting for approval",
        RequestStatus.Submitted => "New",
        RequestStatus.AwaitingClarification => "Waiting for an answer",
        RequestStatus.AwaitingFeeDecision => "Waiting for the fee decision",
        RequestStatus.AwaitingDocuments => "Waiting for documents",
        RequestStatus.AwaitingNda => "Waiting for the agreement",
        RequestStatus.InProgress => "In progress",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whose turn it is, to staff.</summary>
    public static string Of(WaitingOn? waiting) => waiting switch
    {
        WaitingOn.Requester => "Requester",
        WaitingOn.Office => "Office",
        WaitingOn.Approver => "Approver",
        null => "Nobody",
        _ => throw new UnreachableException(),
    };

    /// <summary>What has to be there.</summary>
    public static string Of(Requirement requirement) => requirement switch
    {
        Requirement.Nda => "Non-disclosure agreement",
        Requirement.FamilyConsent => "Family consent",
        Requirement.PartnerRegistration => "Partner registration",
        Requirement.ExistingAgreements => "Existing agreements with schools",
        Requirement.ResearchApproval => "Approved research proposal",
        Requirement.StudentIds => "Student IDs",
        Requirement.DataSharingAgreement => "Data-sharing agreement",
        _ => throw new UnreachableException(),
    };

    /// <summary>How a requirement is met, to the requester.</summary>
    public static string HowToMeet(Requirement requirement) => requirement switch
    {
        Requirement.Nda =>
            "Once an analyst has your request we put the agreement on your request's page. You read and sign it there; we countersign. The days to fulfil your request count from then.",
        Requirement.FamilyConsent => "Hand in the signed consent of each family on your request's page, as a PDF or a scan.",
        Requirement.PartnerRegistration =>
            "Register all your programs and all your school partnerships in the partner registry, then hand in the confirmation on your request's page.",
        Requirement.ExistingAgreements => "Hand in any agreement you already have with schools. If you have none, say so when an analyst writes to you.",
        Requirement.ResearchApproval => "Have your proposal approved by research review first, and give its number.",
        Requirement.StudentIds => "List the IDs of the students you ask about, on the form or in a file on your request's page.",
        Requirement.DataSharingAgreement =>
            "A written agreement that names purpose, scope, duration, the information and its destruction. It is part of the agreement you sign on your request's page.",
        _ => throw new UnreachableException(),
    };

    /// <summary>A kind of document.</summary>
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.FamilyConsent => "Family consent",
        DocumentKind.ExistingAgreement => "Existing agreement with a school",
        DocumentKind.PartnerRegistration => "Partner registration",
        DocumentKind.Other => "Student IDs, or something else",
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a document stands.</summary>
    public static string Of(DocumentStanding standing) => standing switch
    {
        DocumentStanding.Missing => "Missing",
        DocumentStanding.Received => "Received, being looked at",
        DocumentStanding.Accepted => "Accepted",
        _ => throw new UnreachableException(),
    };

    /// <summary>An instrument of legal process.</summary>
    public static string Of(LegalProcess process) => process switch
    {
        LegalProcess.Warrant => "Warrant",
        LegalProcess.Subpoena => "Subpoena",
        LegalProcess.CourtOrder => "Court order",
        _ => throw new UnreachableException(),
    };

    /// <summary>A ground that law enforcement claims.</summary>
    public static string Of(ClaimedException exception) => exception switch
    {
        ClaimedException.HealthOrSafetyEmergency => "Health or safety emergency",
        ClaimedException.PoliceCriminalInvestigation => "Police criminal investigation",
        ClaimedException.SuspectedChildAbuse => "Suspected child abuse or neglect",
        _ => throw new UnreachableException(),
    };

    /// <summary>An exception to family consent.</summary>
    public static string Of(FerpaException exception) => exception switch
    {
        FerpaException.Studies => "A study for the district to improve instruction",
        FerpaException.Audit => "Audit or evaluation of a program",
        FerpaException.SchoolOfficial => "District staff with a legitimate educational interest",
        _ => throw new UnreachableException(),
    };

    /// <summary>"1 business day", "3 business days".</summary>
    public static string Days(int days) => days == 1 ? "1 business day" : $"{days} business days";

    /// <summary>"1 request", "3 requests".</summary>
    public static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    /// <summary>A file's size.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => $"{bytes / 1024.0 / 1024:0.0} MB",
    };
}
