using System.Diagnostics;
using Core.Requests;
using NodaTime;
using Service.Portal.Layout;

namespace Service.Portal.Requester;

/// <summary>Where a request stands and whose turn it is, in one sentence to the requester.</summary>
internal static class StandingWords
{
    /// <summary>Whose turn it is, in a few words.</summary>
    public static string Turn(RequestPage page) => page.Standing.WaitingOn switch
    {
        WaitingOn.Requester => "It is your turn",
        WaitingOn.Office => "It is our turn",
        WaitingOn.Approver => "A decision is being made",
        null when page.State.OwesDestruction && page.State.Ending is not null => "One thing is still owed",
        null when page.Standing.Status == RequestStatus.Delivered => "Your data is ready",
        null => "This request is finished",
        _ => throw new UnreachableException(),
    };

    /// <summary>The sentence.</summary>
    public static string Sentence(RequestPage page, Dates dates)
    {
        var state = page.State;
        return page.Standing.Status switch
        {
            RequestStatus.Submitted when state.OutreachBreached =>
                "Nobody has written to you in time, and we are sorry. The administrators have been told.",
            RequestStatus.Submitted => $"We have your request. An analyst writes to you{By(page.ContactBy)}.",
            RequestStatus.AwaitingApproval => $"{page.Office.Name} decides whether your request can be fulfilled. You hear by e-mail.",
            RequestStatus.AwaitingClarification => "We asked you a question and cannot go on without your answer.",
            RequestStatus.AwaitingFeeDecision => "We estimated a fee for your request. Please accept or decline it.",
            RequestStatus.AwaitingDocuments when page.Standing.WaitingOn == WaitingOn.Requester =>
                "We need documents from you before we can go on.",
            RequestStatus.AwaitingDocuments => "We have your documents and are looking at them.",
            RequestStatus.AwaitingNda when page.Standing.WaitingOn == WaitingOn.Requester =>
                "Please read and sign the agreement. The days to fulfil your request count from when both sides have signed.",
            RequestStatus.AwaitingNda => "You signed the agreement. We countersign it, and then the days start to count.",
            RequestStatus.InProgress when page.Standing.DueAt < dates.Now =>
                $"We are working on your request and are late: it was due{By(page.Standing.DueAt)}. The administrators have been told.",
            RequestStatus.InProgress => $"We are working on your request. It is due{By(page.Standing.DueAt)}.",
            RequestStatus.Delivered when page.Files.Any(file => file.IsLive(dates.Now)) => "Your files are ready. Download them below.",
            RequestStatus.Delivered => "Your files were delivered. Their links have ended.",
            RequestStatus.Redirected => $"{page.Office.Name} handles requests like yours. We handed it over on {dates.Day(state.EndedAt ?? state.SubmittedAt)}.",
            RequestStatus.Refused => "This request could not be fulfilled as it was.",
            RequestStatus.Denied => "The office denied this request. The reason, and what you may ask instead, are below.",
            RequestStatus.Withdrawn => "This request is withdrawn. You can make a new one at any time.",
            RequestStatus.Lapsed => "This request was closed because we did not hear from you in time. You are welcome to ask again.",
            RequestStatus.Closed => "This request is fulfilled and closed.",
            _ => throw new UnreachableException(),
        };

        string By(Instant? day) => day is { } at ? $" by {dates.Day(at)}" : "";
    }

    /// <summary>The stages a request passes, and where this one is: -1 done, 0 now, 1 to come.</summary>
    public static IEnumerable<(string Name, int Where)> Stages(RequestPage page)
    {
        var state = page.State;
        List<string> names = ["Sent"];
        if (state.NeedsApproval || state.ApprovedAt is not null)
        {
            names.Add("Approval");
        }

        names.Add("Questions and fee");
        if (state.Documents.Count > 0)
        {
            names.Add("Documents");
        }

        if (state.NeedsNda)
        {
            names.Add("Agreement");
        }

        names.AddRange(["Work", "Delivered"]);
        var now = names.IndexOf(page.Standing.Status switch
        {
            RequestStatus.AwaitingApproval => "Approval",
            RequestStatus.Submitted => "Sent",
            RequestStatus.AwaitingClarification or RequestStatus.AwaitingFeeDecision => "Questions and fee",
            RequestStatus.AwaitingDocuments => "Documents",
            RequestStatus.AwaitingNda => "Agreement",
            RequestStatus.InProgress => "Work",
            _ => "Delivered",
        });
        return names.Select((name, index) => (name, index.CompareTo(now)));
    }
}
