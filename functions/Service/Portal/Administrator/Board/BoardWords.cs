using System.Diagnostics;
using Core.Requests;
using NodaTime;
using Service.Portal.Layout;
using Service.Reports.Board;

namespace Service.Portal.Administrator.Board;

/// <summary>The board's numbers in words.</summary>
internal static class BoardWords
{
    /// <summary>What an open request waits for.</summary>
    public static string Cause(RequestStatus status) => status switch
    {
        RequestStatus.Submitted => "An analyst: nobody has it yet",
        RequestStatus.AwaitingApproval => "The approver",
        RequestStatus.AwaitingClarification => "The requester's answer",
        RequestStatus.AwaitingFeeDecision => "The decision on the fee",
        RequestStatus.AwaitingDocuments => "Documents",
        RequestStatus.AwaitingNda => "The agreement",
        RequestStatus.InProgress => "Our own work",
        _ => Words.Of(status),
    };

    /// <summary>"Missed, Legal advisor".</summary>
    public static string Title(BoardSelection selection)
    {
        var parts = new[]
        {
            Part(selection), selection.Office is { } office ? Words.Of(office) : null, selection.Cause is { } cause ? $"waiting for: {Lower(Cause(cause))}" : null,
            selection.Kind is { } kind ? Words.Of(kind) : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Part(BoardSelection selection)
    {
        var day = selection.Day is { } given ? Dates.Day(given) : "";
        return selection.Part switch
        {
            BoardPart.Open => "Open requests",
            BoardPart.InTime => "Open and in time",
            BoardPart.DueSoon => "Due soon",
            BoardPart.Missed => "Deadlines missed",
            BoardPart.DueOn => $"Due on {day}",
            BoardPart.CameIn => $"Came in, week of {day}",
            BoardPart.OnTime => $"Delivered on time, week of {day}",
            BoardPart.Late => $"Delivered late, week of {day}",
            BoardPart.StillOpen => $"Open at the end of the week of {day}",
            _ => throw new UnreachableException(),
        };
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
