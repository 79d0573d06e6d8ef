using Core.Agreements;
using Core.Fees;
using Core.Release;
using Core.Routing;
using NodaTime;

namespace Core.Requests;

/// <summary>Something that happened to a request. Past tense, immutable, never edited: a changed meaning gets a new event.</summary>
public abstract record RequestEvent
{
    private RequestEvent() { }

    /// <summary>
    /// True for a mere record (a download, a passed deadline, a checked file) that decides nothing: it does not advance
    /// the version that people's commands are checked against, so it never makes anybody's click fail.
    /// </summary>
    public virtual bool IsRecord => false;

    /// <summary>The request was submitted and routed. A refusal or a redirect is an ending already.</summary>
    /// <param name="Submission">As submitted, without anything that must not be kept.</param>
    /// <param name="Decision">The routing decision.</param>
    /// <param name="PolicyVersion">The policy it was decided under.</param>
    public sealed record Submitted(Submission Submission, Decision Decision, int PolicyVersion) : RequestEvent;
    /// <summary>An analyst has it.</summary>
    /// <param name="Assignee">Their name as signed in.</param>
    /// <param name="Note">What they should know, from whoever had it before; null where nothing was said.</param>
    public sealed record Assigned(string Assignee, string? Note = null) : RequestEvent;
    /// <summary>The requester was asked something.</summary>
    public sealed record ClarificationAsked(string Question) : RequestEvent;
    /// <summary>The requester answered.</summary>
    public sealed record Answered(string Text) : RequestEvent;
    /// <summary>A fee was estimated; with a total above zero the requester decides.</summary>
    public sealed record FeeEstimated(FeeEstimate Estimate) : RequestEvent;
    /// <summary>The requester accepted the fee.</summary>
    public sealed record FeeAccepted : RequestEvent;
    /// <summary>The requester declined the fee: an ending.</summary>
    public sealed record FeeDeclined : RequestEvent;
    /// <summary>The office charges nothing.</summary>
    public sealed record FeeWaived : RequestEvent;
    /// <summary>The office requires an NDA that the rules did not.</summary>
    public sealed record NdaMadeRequired : RequestEvent;
    /// <summary>The requester was asked for documents.</summary>
    public sealed record DocumentsRequested(IReadOnlyList<Requirement> Requirements) : RequestEvent;
    /// <summary>A document came in.</summary>
    public sealed record DocumentReceived(string DocumentId, DocumentKind Kind, string FileName, long Size, string Sha256) : RequestEvent;
    /// <summary>The documents of a kind are accepted.</summary>
    public sealed record DocumentAccepted(DocumentKind Kind) : RequestEvent;
    /// <summary>The documents of a kind are rejected and asked for again.</summary>
    public sealed record DocumentRejected(DocumentKind Kind, string Reason) : RequestEvent;
    /// <summary>The NDA was put before the requester.</summary>
    public sealed record NdaSent(NdaDocument Document) : RequestEvent;
    /// <summary>The requester signed it.</summary>
    public sealed record NdaSigned(NdaSignature Signature) : RequestEvent;
    /// <summary>The office countersigned: fully executed.</summary>
    public sealed record NdaExecuted(string CountersignedBy, LocalDate EndsOn) : RequestEvent;
    /// <summary>An agreement still current is reused: executed from here on.</summary>
    public sealed record NdaReused(CurrentNda Agreement) : RequestEvent;
    /// <summary>An approver approved it.</summary>
    /// <param name="Note">To the requester.</param>
    /// <param name="Ground">Of a request of law enforcement: on what ground.</param>
    /// <param name="Conditions">On what conditions.</param>
    /// <param name="ApprovedInformation">The only information that may leave; null where the approval sets no limit.</param>
    public sealed record Approved(
        string? Note, ReviewGround? Ground = null, string? Conditions = null, IReadOnlyList<string>? ApprovedInformation = null) : RequestEvent;
    /// <summary>Denied: an ending.</summary>
    public sealed record Denied(string Reason, string Alternative, ReviewGround? Ground = null) : RequestEvent;
    /// <summary>The family was told of a subpoena or court order (34 CFR 99.31(a)(9)(ii)); the clock stands still while it may object.</summary>
    /// <param name="SentOn">The date of the notice.</param>
    /// <param name="WaitBusinessDays">How long it has, as the policy was.</param>
    /// <param name="How">How it was told.</param>
    public sealed record FamilyNotified(LocalDate SentOn, int WaitBusinessDays, string How) : RequestEvent;
    /// <summary>The family must not be told: the order forbids it.</summary>
    public sealed record FamilyNoticeForbidden(string Reason) : RequestEvent;
    /// <summary>The family's time is over; data may leave.</summary>
    public sealed record FamilyNoticeEnded(Instant Due) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>An expedited review was not decided in time.</summary>
    public sealed record ReviewBreached(Instant Due) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The superintendent was told afterwards of an expedited review (PLAN-2020).</summary>
    public sealed record SuperintendentReported(string Text) : RequestEvent;
    /// <summary>How many of the students concerned are of one group, for accountability (EQUITY).</summary>
    public sealed record StudentsDescribed(StudentRace Race, EnglishLearners EnglishLearners, int Students) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>Given to another office; an ending where that office is outside this system.</summary>
    public sealed record Rerouted(Office Office, string Reason) : RequestEvent;
    /// <summary>The fulfilment deadline was extended.</summary>
    public sealed record Extended(int BusinessDays, string Reason) : RequestEvent;
    /// <summary>A file was uploaded and is being checked; until then nobody can fetch it.</summary>
    public sealed record FileQuarantined(string DeliverableId, string FileName, long Size, string UploadedBy) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The check of an uploaded file did not come to an end; the file is deleted.</summary>
    public sealed record CheckCutOff(string DeliverableId) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A file was uploaded and checked.</summary>
    public sealed record DeliverableAdded(
        string DeliverableId, string FileName, string ContentType, long Size, string Sha256, FileCheck Check, string UploadedBy,
        HiddenCells? Hidden = null) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A second person overrode a check.</summary>
    public sealed record CheckOverridden(string DeliverableId, string Reason, string By) : RequestEvent;
    /// <summary>An approver recorded the exception to consent that covers students without it (34 CFR 99.31).</summary>
    public sealed record ConsentExcepted(FerpaException Ground, string Reason) : RequestEvent;
    /// <summary>Files were released.</summary>
    /// <param name="DeliverableIds">Which.</param>
    /// <param name="ExpiresAt">When their links end.</param>
    /// <param name="Note">To the requester.</param>
    public sealed record Delivered(IReadOnlyList<string> DeliverableIds, Instant ExpiresAt, string? Note) : RequestEvent;
    /// <summary>A file was fetched.</summary>
    /// <param name="DeliverableId">Which.</param>
    /// <param name="Bytes">How many bytes of it were asked for: all, or a part. Null in events that are older than this.</param>
    public sealed record Downloaded(string DeliverableId, long? Bytes = null) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A file was recalled.</summary>
    public sealed record Recalled(string DeliverableId, string Reason) : RequestEvent;
    /// <summary>The receiver attested destruction.</summary>
    public sealed record DestructionAttested(string FullName, string Method) : RequestEvent;
    /// <summary>The attestation of destruction is overdue (policy section 4).</summary>
    /// <param name="Since">Since when.</param>
    public sealed record DestructionFellOverdue(Instant Since) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>An administrator had the receiver reminded of the destruction.</summary>
    public sealed record DestructionReminded : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>An administrator did without the attestation of destruction.</summary>
    public sealed record DestructionExempted(string Reason) : RequestEvent;
    /// <summary>An internal note.</summary>
    public sealed record Noted(string Text) : RequestEvent;
    /// <summary>An analyst reminded the requester of what they owe, before the office's own reminders did.</summary>
    /// <param name="Reminder">Which reminder was sent.</param>
    /// <param name="About">The event that asked for it, by its sequence.</param>
    public sealed record Reminded(Core.Notifications.MessageKind Reminder, int About) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A new link was sent to the requester; it alone opens the request from here on.</summary>
    public sealed record AccessRenewed : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>Staff took the requester's link away: none opens the request until a new one is sent.</summary>
    public sealed record AccessRevoked(string Reason) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A one-time code for a file that names students was sent to the requester.</summary>
    public sealed record DownloadCodeSent(string DeliverableId, Instant ExpiresAt) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>A wrong code was given for a file; nothing left.</summary>
    public sealed record DownloadCodeRefused(string DeliverableId) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>Nobody reached out in time (ODA-03: 5 business days).</summary>
    public sealed record OutreachBreached(Instant Due) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The fulfilment deadline passed.</summary>
    public sealed record FulfilmentBreached(Instant Due) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The calendar changed and moved the deadline.</summary>
    /// <param name="CalendarVersion">The calendar now in force.</param>
    /// <param name="From">The deadline before.</param>
    /// <param name="To">The deadline now.</param>
    /// <param name="Because">The days that did it, such as "Snow day on February 9, 2026".</param>
    public sealed record DeadlineMoved(int CalendarVersion, Instant From, Instant To, string Because) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The writer of the event before was warned of words that characterise a person, and let them stand (LTR-2018).</summary>
    /// <param name="Fields">Where they are.</param>
    public sealed record WordingConfirmed(IReadOnlyList<string> Fields) : RequestEvent
    {
        /// <inheritdoc/>
        public override bool IsRecord => true;
    }
    /// <summary>The requester withdrew: an ending.</summary>
    public sealed record Withdrawn(string? Reason) : RequestEvent;
    /// <summary>The requester did not answer, decide, hand in or sign in time: an ending.</summary>
    /// <param name="WaitedFor">The status it was waiting in.</param>
    public sealed record Lapsed(RequestStatus WaitedFor) : RequestEvent;
    /// <summary>Closed after delivery: an ending.</summary>
    public sealed record Closed : RequestEvent;
}

/// <summary>An event as it was recorded.</summary>
/// <param name="Sequence">1 for the first event of a request.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Event">What.</param>
public sealed record RecordedEvent(int Sequence, Instant At, Actor By, RequestEvent Event)
{
    /// <summary>The version of the policy in force, under which a clock that this starts was started; null where none was kept yet.</summary>
    public int? PolicyVersion { get; init; }
}
