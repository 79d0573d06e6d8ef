using System.Diagnostics;
using Core.Languages;
using Core.Requests;
using Core.Routing;

namespace Service.Portal.Layout;

/// <summary>The names of the office's things as staff's pages say them, in English; requesters read <see cref="Texts"/>.</summary>
public static class Words
{
    /// <summary>Who asks.</summary>
    public static string Of(RequesterKind kind) => Texts.English.Of(kind);

    /// <summary>What is asked for.</summary>
    public static string Of(DataLevel level) => Texts.English.Of(level);

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
    public static string Of(Requirement requirement) => Texts.English.Of(requirement);

    /// <summary>A kind of document.</summary>
    public static string Of(DocumentKind kind) => Texts.English.Of(kind);

    /// <summary>Where a document stands.</summary>
    public static string Of(DocumentStanding standing) => standing switch
    {
        DocumentStanding.Missing => "Missing",
        DocumentStanding.Received => "Received, being looked at",
        DocumentStanding.Accepted => "Accepted",
        _ => throw new UnreachableException(),
    };

    /// <summary>An instrument of legal process.</summary>
    public static string Of(LegalProcess process) => Texts.English.Of(process);

    /// <summary>A ground that law enforcement claims.</summary>
    public static string Of(ClaimedException exception) => Texts.English.Of(exception);

    /// <summary>An exception to family consent.</summary>
    public static string Of(FerpaException exception) => Texts.English.Of(exception);

    /// <summary>"1 business day", "3 business days".</summary>
    public static string Days(int days) => days == 1 ? "1 business day" : $"{days} business days";

    /// <summary>"1 request", "3 requests".</summary>
    public static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    /// <summary>A file's size.</summary>
    public static string Size(long bytes) => Texts.English.Size(bytes);
}
