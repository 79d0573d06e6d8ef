using Core.Routing;
using static Core.Requests.RequestCommand;

namespace Core.Requests;

/// <summary>What becomes of somebody's immigration or citizenship status in a text.</summary>
public enum StatusFound
{
    /// <summary>The requester's own words: it is taken out and the rest is kept.</summary>
    IsTakenOut,
    /// <summary>The office's words: the writer is told, and nothing is kept.</summary>
    IsRefused,
    /// <summary>A person's name.</summary>
    IsRefusedInName,
    /// <summary>A file's name.</summary>
    IsRefusedInFileName,
}

/// <summary>A text of a command.</summary>
/// <param name="Field">The command's field.</param>
/// <param name="Text">What was written.</param>
/// <param name="Found">What becomes of a status in it.</param>
public sealed record CommandText(string Field, string? Text, StatusFound Found = StatusFound.IsRefused)
{
    /// <summary>The words that characterise a person.</summary>
    public IReadOnlyList<string> Characterisations =>
        Found is StatusFound.IsTakenOut or StatusFound.IsRefused ? Screening.Characterisations(Text) : [];

    /// <summary>It holds a status that must not be kept and is not simply taken out.</summary>
    public bool MustBeRefused => Found switch
    {
        StatusFound.IsTakenOut => false,
        StatusFound.IsRefusedInName => Screening.AsksForStatus(Text),
        StatusFound.IsRefusedInFileName => Screening.FileNameSaysStatus(Text ?? ""),
        _ => Screening.SaysStatus(Text),
    };
}

/// <summary>
/// Every text that a command can bring into the records, so that none is forgotten when it is screened (LTR-2018; policy section 5). A test
/// goes through all commands.
/// </summary>
public static class CommandTexts
{
    /// <summary>The texts of a command.</summary>
    public static IReadOnlyList<CommandText> Of(RequestCommand command) => command switch
    {
        Submit { Submission: var submission } =>
            [.. Screening.TextsOf(submission).Select(text => new CommandText(text.Field, text.Text, StatusFound.IsTakenOut))],
        Answer answer => [new("text", answer.Text, StatusFound.IsTakenOut)],
        Withdraw withdraw => [new("reason", withdraw.Reason, StatusFound.IsTakenOut)],
        AttestDestruction attest => [new("fullName", attest.FullName, StatusFound.IsRefusedInName), new("method", attest.Method)],
        SignNda sign => [new("fullName", sign.FullName, StatusFound.IsRefusedInName), new("title", sign.Title, StatusFound.IsRefusedInName)],
        HandInDocument document => [new("file", document.FileName, StatusFound.IsRefusedInFileName)],
        Assign assign => [new("assignee", assign.Assignee, StatusFound.IsRefusedInName), new("note", assign.Note)],
        AskClarification ask => [new("question", ask.Question)],
        EstimateFee estimate => [new("note", estimate.Note)],
        RejectDocument reject => [new("reason", reject.Reason)],
        Approve approve =>
        [
            new("note", approve.Note), new("conditions", approve.Conditions),
            .. (approve.ApprovedInformation ?? []).Select(information => new CommandText("approvedInformation", information)),
        ],
        NotifyFamily notice => [new("how", notice.How)],
        ForbidFamilyNotice forbid => [new("reason", forbid.Reason)],
        ReportToSuperintendent report => [new("text", report.Text)],
        Deny deny => [new("reason", deny.Reason), new("alternative", deny.Alternative)],
        Reroute reroute => [new("reason", reroute.Reason)],
        Extend extend => [new("reason", extend.Reason)],
        QuarantineFile file => [new("file", file.FileName, StatusFound.IsRefusedInFileName)],
        AddDeliverable file => [new("file", file.FileName, StatusFound.IsRefusedInFileName)],
        OverrideCheck over => [new("reason", over.Reason)],
        ExceptConsent except => [new("reason", except.Reason)],
        Deliver deliver => [new("note", deliver.Note)],
        RequestCommand.Recall recall => [new("reason", recall.Reason)],
        RevokeAccess revoke => [new("reason", revoke.Reason)],
        ExemptDestruction exempt => [new("reason", exempt.Reason)],
        AddNote note => [new("text", note.Text, StatusFound.IsTakenOut)],
        _ => [],
    };

    /// <summary>All words of a command that characterise a person, each once.</summary>
    public static IReadOnlyList<string> Characterisations(RequestCommand command) =>
        [.. Of(command).SelectMany(text => text.Characterisations).Distinct(StringComparer.OrdinalIgnoreCase)];
}
