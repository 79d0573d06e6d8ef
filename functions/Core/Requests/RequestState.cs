using System.Collections.Immutable;
using Core.Agreements;
using Core.Calendar;
using Core.Fees;
using Core.Release;
using Core.Routing;
using NodaTime;

namespace Core.Requests;

/// <summary>What is known about a fee.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="EstimatedAt">When it was put before the requester.</param>
/// <param name="Decision">Where it stands.</param>
public sealed record FeeState(FeeEstimate Estimate, Instant EstimatedAt, FeeDecision Decision);

/// <summary>Where a fee stands.</summary>
public enum FeeDecision
{
    /// <summary>The requester has not decided.</summary>
    Pending,
    /// <summary>Accepted.</summary>
    Accepted,
    /// <summary>Declined: an ending.</summary>
    Declined,
    /// <summary>The office charges nothing.</summary>
    Waived,
    /// <summary>The estimate came to nothing.</summary>
    NotCharged,
}

/// <summary>What is known about the NDA of a request.</summary>
public sealed record NdaState
{
    /// <summary>The text put before the requester; null where an existing agreement is reused.</summary>
    public NdaDocument? Document { get; init; }
    /// <summary>When it was put before the requester.</summary>
    public Instant? SentAt { get; init; }
    /// <summary>The requester's signature.</summary>
    public NdaSignature? Signature { get; init; }
    /// <summary>When the requester signed.</summary>
    public Instant? SignedAt { get; init; }
    /// <summary>Who countersigned.</summary>
    public string? CountersignedBy { get; init; }
    /// <summary>When it was fully executed (or found to be, where it is reused).</summary>
    public Instant? ExecutedAt { get; init; }
    /// <summary>The last day it holds.</summary>
    public LocalDate? EndsOn { get; init; }
    /// <summary>The request it was executed under, where it is reused.</summary>
    public CurrentNda? Reused { get; init; }
}

/// <summary>Where the documents of one requirement stand.</summary>
public enum DocumentStanding
{
    /// <summary>Owed by the requester.</summary>
    Missing,
    /// <summary>Handed in; the office looks at it.</summary>
    Received,
    /// <summary>Accepted, or done without.</summary>
    Accepted,
}

/// <summary>A document the requester handed in.</summary>
public sealed record HandedIn(string Id, DocumentKind Kind, string FileName, long Size, string Sha256, Instant At);

/// <summary>A file meant for the requester.</summary>
public sealed record Deliverable
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>File name as the requester sees it.</summary>
    public required string FileName { get; init; }
    /// <summary>Media type.</summary>
    public required string ContentType { get; init; }
    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
    /// <summary>Hash of the bytes that were checked; only these may leave.</summary>
    public required string Sha256 { get; init; }
    /// <summary>What the check found.</summary>
    public required FileCheck Check { get; init; }
    /// <summary>Of a suppressed table the office made itself: what is hidden in it and why; null for any other file.</summary>
    public HiddenCells? Hidden { get; init; }
    /// <summary>Who uploaded it: never the one who overrides its check.</summary>
    public required string UploadedBy { get; init; }
    /// <summary>When it was uploaded.</summary>
    public required Instant UploadedAt { get; init; }
    /// <summary>Who overrode the check, if anybody.</summary>
    public string? OverriddenBy { get; init; }
    /// <summary>Why, in their words.</summary>
    public string? OverriddenBecause { get; init; }
    /// <summary>When it was released; null before.</summary>
    public Instant? DeliveredAt { get; init; }
    /// <summary>When its link ends; null before it is released.</summary>
    public Instant? ExpiresAt { get; init; }
    /// <summary>Why it was recalled; null where it was not.</summary>
    public string? RecalledBecause { get; init; }
    /// <summary>How often it was fetched.</summary>
    public int Downloads { get; init; }

    /// <summary>The check lets it leave.</summary>
    public bool MayLeave => Check.Verdict == Verdict.Pass || (Check.Verdict == Verdict.Fix && OverriddenBy is not null);

    /// <summary>It can be fetched at <paramref name="now"/>.</summary>
    public bool IsLive(Instant now) => DeliveredAt is not null && RecalledBecause is null && now < ExpiresAt;
}

/// <summary>A file that was uploaded and is being checked; nobody can fetch it.</summary>
public sealed record QuarantinedFile(string Id, string FileName, long Size, string UploadedBy, Instant UploadedAt);

/// <summary>One question to the requester, with its answer when it came.</summary>
public sealed record Clarification(string Question, Instant AskedAt, string? Answer = null, Instant? AnsweredAt = null);

/// <summary>A request as its events say it is. <see cref="Fold"/> is the only way to get one.</summary>
public sealed record RequestState
{
    /// <summary>The request's id.</summary>
    public required string Id { get; init; }
    /// <summary>Number of events: the store's version.</summary>
    public int Sequence { get; init; }
    /// <summary>Number of events that decide something: what people's commands are checked against.</summary>
    public int Version { get; init; }
    /// <summary>When it was submitted.</summary>
    public Instant SubmittedAt { get; init; }
    /// <summary>What was asked.</summary>
    public required Submission Submission { get; init; }
    /// <summary>The routing decision at submission.</summary>
    public required Decision Decision { get; init; }
    /// <summary>The policy version it was decided under.</summary>
    public int PolicyVersion { get; init; }
    /// <summary>The office that has it now.</summary>
    public Office Office { get; init; }
    /// <summary>An approver has yet to decide.</summary>
    public bool NeedsApproval { get; init; }
    /// <summary>When it was approved.</summary>
    public Instant? ApprovedAt { get; init; }
    /// <summary>The analyst who has it.</summary>
    public string? Assignee { get; init; }
    /// <summary>When somebody of the office first acted on it; null while nobody has.</summary>
    public Instant? FirstOutreachAt { get; init; }
    /// <summary>Nobody reached out in time, and it is on record.</summary>
    public bool OutreachBreached { get; init; }
    /// <summary>All questions, oldest first.</summary>
    public ImmutableList<Clarification> Clarifications { get; init; } = [];
    /// <summary>The fee; null where none was estimated.</summary>
    public FeeState? Fee { get; init; }
    /// <summary>Everything that has to be there, those that the office added included.</summary>
    public ImmutableList<Requirement> Requirements { get; init; } = [];
    /// <summary>Since when documents are owed; null while none were asked for.</summary>
    public Instant? DocumentsRequestedAt { get; init; }
    /// <summary>Where each required kind of document stands.</summary>
    public ImmutableSortedDictionary<Requirement, DocumentStanding> Documents { get; init; } =
        ImmutableSortedDictionary<Requirement, DocumentStanding>.Empty;
    /// <summary>Everything handed in, oldest first.</summary>
    public ImmutableList<HandedIn> HandedIn { get; init; } = [];
    /// <summary>The NDA; null where none was sent or reused.</summary>
    public NdaState? Nda { get; init; }
    /// <summary>All files, oldest first.</summary>
    public ImmutableList<Deliverable> Deliverables { get; init; } = [];
    /// <summary>Files that are being checked, oldest first.</summary>
    public ImmutableList<QuarantinedFile> Quarantined { get; init; } = [];
    /// <summary>When files were first released.</summary>
    public Instant? DeliveredAt { get; init; }
    /// <summary>The deadline passed, and it is on record.</summary>
    public Instant? FulfilmentBreached { get; init; }
    /// <summary>Highest calendar version this request was told of.</summary>
    public int CalendarVersion { get; init; }
    /// <summary>When the destruction of the data was attested.</summary>
    public Instant? DestructionAttestedAt { get; init; }
    /// <summary>Counts the requester's links: a new one, or one taken away, makes those before it worthless.</summary>
    public int AccessGeneration { get; init; } = 1;
    /// <summary>Staff took the link away and gave none since.</summary>
    public bool AccessRevoked { get; init; }
    /// <summary>The exception to consent that an approver recorded; null where there is none.</summary>
    public FerpaException? ConsentException { get; init; }
    /// <summary>When an administrator did without the attestation.</summary>
    public Instant? DestructionExemptedAt { get; init; }
    /// <summary>Since when the attestation is overdue, once that is on record.</summary>
    public Instant? DestructionOverdueSince { get; init; }
    /// <summary>The ending, once there is one.</summary>
    public RequestStatus? Ending { get; init; }
    /// <summary>When it ended.</summary>
    public Instant? EndedAt { get; init; }
    /// <summary>The ledger of the fulfilment clock: what started, stopped and extended it.</summary>
    public ImmutableList<ClockEntry> Ledger { get; init; } = [];
    /// <summary>Everything that happened, in order.</summary>
    public ImmutableList<RecordedEvent> History { get; init; } = [];

    /// <summary>What is known because it is a request of law enforcement, or brought with legal process.</summary>
    public LawEnforcementState LawEnforcement { get; init; } = LawEnforcementState.Empty;

    /// <summary>It goes the way of law enforcement: by who asks, what they bring, or for whom school-police records are meant (rules 2 and 3).</summary>
    public bool IsForLawEnforcement => Submission.Requester.Kind == RequesterKind.LawEnforcement || Submission.LegalProcess is not null
        || Submission.Visit is not null || Decision.Reasons.Any(reason => reason.Code == RoutingRules.PoliceRecordsForLawEnforcement);
    /// <summary>The family is told before it is complied with (34 CFR 99.31(a)(9)(ii)).</summary>
    public bool NeedsFamilyNotice => Submission.LegalProcess is LegalProcess.Subpoena or LegalProcess.CourtOrder;
    /// <summary>An expedited review leaves the superintendent a report to be written afterwards (PLAN-2020).</summary>
    public bool OwesSuperintendentReport => Decision.Expedited && IsForLawEnforcement && Office != Office.Superintendent
        && LawEnforcement is { DecidedAt: not null, SuperintendentReported: false };

    /// <summary>Who fetched a file and when, oldest first: whoever has it.</summary>
    public IReadOnlyList<RecordedEvent> FetchesOf(string deliverableId) =>
        [.. History.Where(recorded => recorded.Event is RequestEvent.Downloaded downloaded && downloaded.DeliverableId == deliverableId)];
    /// <summary>The question the requester has not answered yet.</summary>
    public Clarification? OpenClarification => Clarifications is [.., { Answer: null } open] ? open : null;
    /// <summary>An NDA is required.</summary>
    public bool NeedsNda => Requirements.Contains(Requirement.Nda) || Requirements.Contains(Requirement.DataSharingAgreement);
    /// <summary>An NDA is required and not fully executed.</summary>
    public bool NdaPending => NeedsNda && Nda?.ExecutedAt is null;
    /// <summary>The requester owes a document.</summary>
    public bool DocumentsMissing => Documents.Values.Contains(DocumentStanding.Missing);
    /// <summary>A required document is missing or not accepted yet.</summary>
    public bool DocumentsPending => Documents.Values.Any(standing => standing != DocumentStanding.Accepted);
    /// <summary>The fulfilment clock has been started.</summary>
    public bool ClockStarted => Ledger.Count > 0;
    /// <summary>One row a student left the house, so its destruction is owed when the agreement ends.</summary>
    public bool OwesDestruction => LeftStudentLevelData && DestructionAttestedAt is null && DestructionExemptedAt is null;
    /// <summary>One row a student left the house under an agreement that ends.</summary>
    public bool LeftStudentLevelData => DeliveredAt is not null && Nda?.EndsOn is not null
        && Decision.EffectiveLevel is DataLevel.DeIdentifiedStudentLevel or DataLevel.IdentifiableRoster;
}
