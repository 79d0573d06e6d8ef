using Core.Agreements;
using Core.Release;
using Core.Routing;
using NodaTime;

namespace Core.Requests;

/// <summary>The kinds of document a requester hands in.</summary>
public enum DocumentKind
{
    /// <summary>Current family consent.</summary>
    FamilyConsent,
    /// <summary>An existing agreement with a school.</summary>
    ExistingAgreement,
    /// <summary>Proof of complete partner registration.</summary>
    PartnerRegistration,
    /// <summary>Anything else, lists of student IDs included.</summary>
    Other,
}

/// <summary>Something somebody wants done to a request. Imperative; judged by <c>Lifecycle</c>.</summary>
public abstract record RequestCommand
{
    private RequestCommand() { }

    /// <summary>
    /// The writer was warned of words that characterise a person and lets them stand (policy section 5); without it such words are sent back.
    /// </summary>
    public bool ConfirmedWording { get; init; }

    // The requester's

    /// <summary>Submit; only on a request that does not exist yet.</summary>
    public sealed record Submit(Submission Submission, Decision Decision) : RequestCommand;
    /// <summary>Answer the open question.</summary>
    public sealed record Answer(string Text) : RequestCommand;
    /// <summary>Accept or decline the fee.</summary>
    public sealed record DecideFee(bool Accept) : RequestCommand;
    /// <summary>Sign the NDA.</summary>
    public sealed record SignNda(string FullName, string Title, bool Agreed) : RequestCommand;
    /// <summary>Hand in a document, whose bytes are stored already.</summary>
    public sealed record HandInDocument(string DocumentId, DocumentKind Kind, string FileName, long Size, string Sha256) : RequestCommand;
    /// <summary>Withdraw the request.</summary>
    public sealed record Withdraw(string? Reason) : RequestCommand;
    /// <summary>Attest that the data was destroyed.</summary>
    public sealed record AttestDestruction(string FullName, string Method) : RequestCommand;
    /// <summary>Record that a delivered file was fetched, before its first byte leaves.</summary>
    /// <param name="DeliverableId">The file.</param>
    /// <param name="Code">What the one-time code was found to be; null where none was given.</param>
    /// <param name="Bytes">How many bytes of it were asked for; null where nobody says.</param>
    public sealed record Download(string DeliverableId, CodeGiven? Code = null, long? Bytes = null) : RequestCommand;
    /// <summary>Send the requester a one-time code for a file that names students.</summary>
    public sealed record SendDownloadCode(string DeliverableId) : RequestCommand;
    /// <summary>Send the requester a new link, which makes the older ones worthless; staff may ask for it too.</summary>
    public sealed record RenewAccess : RequestCommand;

    // The staff's

    /// <summary>Give the request to an analyst, or hand it over to another one.</summary>
    /// <param name="Assignee">Their name as signed in.</param>
    /// <param name="Note">What they should know; only staff read it.</param>
    public sealed record Assign(string Assignee, string? Note = null) : RequestCommand;
    /// <summary>Ask the requester something; the fulfilment clock stands still until they answer.</summary>
    public sealed record AskClarification(string Question) : RequestCommand;
    /// <summary>Estimate the fee.</summary>
    public sealed record EstimateFee(decimal Hours, int Records, string? Note) : RequestCommand;
    /// <summary>Charge nothing.</summary>
    public sealed record WaiveFee : RequestCommand;
    /// <summary>Require an NDA that the rules did not.</summary>
    public sealed record RequireNda : RequestCommand;
    /// <summary>Countersign the NDA, which is then fully executed.</summary>
    public sealed record CountersignNda(LocalDate EndsOn) : RequestCommand;
    /// <summary>Accept the documents of a kind (or do without them, where none exists to hand in).</summary>
    public sealed record AcceptDocument(DocumentKind Kind) : RequestCommand;
    /// <summary>Reject the documents of a kind; they are asked for again.</summary>
    public sealed record RejectDocument(DocumentKind Kind, string Reason) : RequestCommand;
    /// <summary>Approve a request under review.</summary>
    /// <param name="Note">To the requester.</param>
    /// <param name="Ground">Of a request of law enforcement: on what ground.</param>
    /// <param name="Conditions">On what conditions.</param>
    /// <param name="ApprovedInformation">The only information that may leave; none sets no limit.</param>
    public sealed record Approve(
        string? Note, ReviewGround? Ground = null, string? Conditions = null, IReadOnlyList<string>? ApprovedInformation = null) : RequestCommand;
    /// <summary>Deny; always with a reason and what may be asked instead (ODA-03).</summary>
    public sealed record Deny(string Reason, string Alternative, ReviewGround? Ground = null) : RequestCommand;
    /// <summary>Record that the family was told of a subpoena or court order.</summary>
    public sealed record NotifyFamily(LocalDate SentOn, string How) : RequestCommand;
    /// <summary>Record that the order forbids to tell the family.</summary>
    public sealed record ForbidFamilyNotice(string Reason) : RequestCommand;
    /// <summary>Report an expedited review to the superintendent afterwards.</summary>
    public sealed record ReportToSuperintendent(string Text) : RequestCommand;
    /// <summary>Say how many of the students concerned are of one group; none takes the group out.</summary>
    public sealed record DescribeStudents(StudentRace Race, EnglishLearners EnglishLearners, int Students) : RequestCommand;
    /// <summary>Give the request to another office.</summary>
    public sealed record Reroute(Office Office, string Reason) : RequestCommand;
    /// <summary>Extend the fulfilment deadline, with a reason the requester is told.</summary>
    public sealed record Extend(int BusinessDays, string Reason) : RequestCommand;
    /// <summary>Record a file that was uploaded and is about to be checked.</summary>
    public sealed record QuarantineFile(string DeliverableId, string FileName, long Size) : RequestCommand;
    /// <summary>Give up the check of an uploaded file.</summary>
    public sealed record AbandonFile(string DeliverableId) : RequestCommand;
    /// <summary>Record a file that was uploaded and checked.</summary>
    public sealed record AddDeliverable(
        string DeliverableId, string FileName, string ContentType, long Size, string Sha256, FileCheck Check, HiddenCells? Hidden = null) : RequestCommand;
    /// <summary>Override a <see cref="Verdict.Fix"/>, as a second person.</summary>
    public sealed record OverrideCheck(string DeliverableId, string Reason) : RequestCommand;
    /// <summary>Record, as an approver, the exception to consent that covers students without it (34 CFR 99.31).</summary>
    public sealed record ExceptConsent(FerpaException Ground, string Reason) : RequestCommand;
    /// <summary>Release the files to the requester.</summary>
    public sealed record Deliver(IReadOnlyList<string> DeliverableIds, string? Note) : RequestCommand;
    /// <summary>Stop further downloads of a file.</summary>
    public sealed record Recall(string DeliverableId, string Reason) : RequestCommand;
    /// <summary>Remind the requester now of what they owe.</summary>
    public sealed record Remind : RequestCommand;
    /// <summary>Take the requester's link away: it was lost or passed on.</summary>
    public sealed record RevokeAccess(string Reason) : RequestCommand;
    /// <summary>Remind the receiver of the destruction they owe.</summary>
    public sealed record RemindDestruction : RequestCommand;
    /// <summary>Do without the attestation of destruction.</summary>
    public sealed record ExemptDestruction(string Reason) : RequestCommand;
    /// <summary>Write an internal note.</summary>
    public sealed record AddNote(string Text) : RequestCommand;
    /// <summary>Close a delivered request.</summary>
    public sealed record Close : RequestCommand;

    // The system's

    /// <summary>Time has passed: record what became due (breach, lapse, close). Safe to repeat.</summary>
    public sealed record PassTime : RequestCommand;
    /// <summary>The calendar changed; <paramref name="Before"/> is the calendar before the change.</summary>
    public sealed record ApplyCalendar(Core.Calendar.BusinessCalendar Before) : RequestCommand;
}
