using System.Diagnostics;
using Core.Policy;
using Core.Requests;
using Core.Routing;
using static Core.Requests.RequestEvent;

namespace Core.Notifications;

/// <summary>Addresses for the audiences of messages.</summary>
public static class Recipients
{
    /// <summary>
    /// Where a message goes; never empty. An office without an address of its own is written to at this office's mailbox, so that
    /// a person hands the message on rather than nobody getting it.
    /// </summary>
    public static IReadOnlyList<string> Of(Message message, RequestState state, OfficePolicy policy) => message.To switch
    {
        Audience.Requester => [state.Submission.Requester.Email.Trim()],
        Audience.Analyst => [LooksLikeAddress(state.Assignee) ? state.Assignee!.Trim() : Mailbox(state.Office, policy)],
        Audience.Approvers => [Mailbox(OfficeOf(message, state), policy)],
        Audience.ReceivingOffice => [Mailbox(OfficeOf(message, state), policy)],
        Audience.School => [state.Submission.Visit?.RecordedBy.Email.Trim() ?? Mailbox(state.Office, policy)],
        Audience.Superintendent => [Mailbox(Office.Superintendent, policy)],
        Audience.Administrators => policy.Administrators.Count > 0 ? policy.Administrators : [Mailbox(Office.DataAndAccountability, policy)],
        _ => throw new UnreachableException(),
    };

    /// <summary>True where a text can stand as an e-mail address: an assignee is a name as signed in, which often is one.</summary>
    public static bool LooksLikeAddress(string? text) =>
        text?.Trim() is { } trimmed
        && trimmed.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && trimmed.LastIndexOf('@') == at
        && trimmed.IndexOf('.', at) > at + 1
        && trimmed[^1] != '.'
        && !trimmed.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or ',' or ';');

    // The office the event names, not the one that has the request now: mail may be sent after it moved on.
    private static Office OfficeOf(Message message, RequestState state) =>
        state.History.FirstOrDefault(recorded => recorded.Sequence == message.Sequence)?.Event switch
        {
            Submitted submitted => submitted.Decision.Office,
            Rerouted rerouted => rerouted.Office,
            _ => state.Office,
        };

    private static string Mailbox(Office office, OfficePolicy policy) =>
        policy.Offices.GetValueOrDefault(office)?.Email
        ?? policy.Offices.GetValueOrDefault(Office.DataAndAccountability)?.Email
        ?? policy.District.Mailbox;
}
