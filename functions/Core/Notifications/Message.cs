namespace Core.Notifications;

/// <summary>Who a message is for; the address comes from request and policy.</summary>
public enum Audience
{
    /// <summary>The person who made the request.</summary>
    Requester,
    /// <summary>The analyst who has it, or the office's mailbox while nobody has.</summary>
    Analyst,
    /// <summary>The approvers of the office that reviews it: that office's mailbox.</summary>
    Approvers,
    /// <summary>The administrators.</summary>
    Administrators,
    /// <summary>The other office a request is handed to.</summary>
    ReceivingOffice,
    /// <summary>The person of a school who wrote down an authority's visit.</summary>
    School,
    /// <summary>The superintendent's office.</summary>
    Superintendent,
}

/// <summary>Every kind of e-mail the product sends. The name is its template's and stays stable.</summary>
public enum MessageKind
{
    /// <summary>Automatic confirmation of a submission, the decision with it (ODA-03). Requester.</summary>
    Confirmation,
    /// <summary>The request was handed to another office. Requester.</summary>
    Redirected,
    /// <summary>The request as a whole was refused, and what may be asked instead. Requester.</summary>
    Refused,
    /// <summary>A request was handed to your office. ReceivingOffice.</summary>
    HandedOver,
    /// <summary>A request awaits your decision. Approvers.</summary>
    ReviewNeeded,
    /// <summary>A new request has nobody yet. Analyst (office mailbox).</summary>
    NewRequest,
    /// <summary>Nobody has reached out after 3 business days. Analyst.</summary>
    OutreachNudge,
    /// <summary>Nobody has reached out after 5 business days. Administrators.</summary>
    OutreachBreach,
    /// <summary>An analyst has your request now. Requester.</summary>
    AssignedToAnalyst,
    /// <summary>A request was given to you. Analyst.</summary>
    AssignedToYou,
    /// <summary>A question to the requester. Requester.</summary>
    ClarificationQuestion,
    /// <summary>The question still stands. Requester.</summary>
    ClarificationReminder,
    /// <summary>The requester answered. Analyst.</summary>
    AnswerReceived,
    /// <summary>A fee estimate to decide on. Requester.</summary>
    FeeEstimate,
    /// <summary>The estimate is still undecided. Requester.</summary>
    FeeReminder,
    /// <summary>The fee was waived. Requester.</summary>
    FeeWaived,
    /// <summary>The requester decided on the fee. Analyst.</summary>
    FeeDecided,
    /// <summary>Documents are needed. Requester.</summary>
    DocumentsNeeded,
    /// <summary>Documents are still missing. Requester.</summary>
    DocumentsReminder,
    /// <summary>A document came in. Analyst.</summary>
    DocumentReceived,
    /// <summary>A document was rejected, and why. Requester.</summary>
    DocumentRejected,
    /// <summary>The NDA to read and sign. Requester.</summary>
    NdaToSign,
    /// <summary>The NDA is still unsigned. Requester.</summary>
    NdaReminder,
    /// <summary>The requester signed; countersign it. Analyst.</summary>
    NdaSigned,
    /// <summary>The NDA is fully executed; the clock runs. Requester.</summary>
    NdaExecuted,
    /// <summary>An NDA that is still current covers this request. Requester.</summary>
    NdaReused,
    /// <summary>Approved. Requester.</summary>
    Approved,
    /// <summary>Denied, with reason and alternative. Requester.</summary>
    Denied,
    /// <summary>Given to another office, with the reason. Requester.</summary>
    Rerouted,
    /// <summary>The deadline was extended, with the reason. Requester.</summary>
    Extended,
    /// <summary>The calendar changed and moved the deadline. Requester.</summary>
    DeadlineMoved,
    /// <summary>The same for the analyst. Analyst.</summary>
    DeadlineMovedAnalyst,
    /// <summary>80 % of the days are used. Analyst.</summary>
    FulfilmentWarning,
    /// <summary>The deadline passed. Analyst.</summary>
    FulfilmentBreach,
    /// <summary>The deadline passed and the request is still open. Administrators.</summary>
    FulfilmentEscalation,
    /// <summary>We are late; what happens now. Requester.</summary>
    FulfilmentLate,
    /// <summary>The files are there, until when, and how to fetch them. Requester.</summary>
    Delivered,
    /// <summary>The link ends soon. Requester.</summary>
    LinkReminder,
    /// <summary>A new link to the request; older ones open nothing any more. Requester.</summary>
    LinkRenewed,
    /// <summary>The one-time code for a file that names students. Requester.</summary>
    DownloadCode,
    /// <summary>A file was recalled: do not use it, delete it. Requester.</summary>
    Recalled,
    /// <summary>The request was withdrawn. Requester.</summary>
    WithdrawnConfirmation,
    /// <summary>The requester withdrew. Analyst.</summary>
    WithdrawnNotice,
    /// <summary>Closed because no answer came; how to ask again. Requester.</summary>
    Lapsed,
    /// <summary>Closed after delivery. Requester.</summary>
    Closed,
    /// <summary>Attest the destruction of the data. Requester.</summary>
    DestructionDue,
    /// <summary>The attestation of destruction is still owed. Requester.</summary>
    DestructionReminder,
    /// <summary>It is overdue and stands in the way of other requests. Requester.</summary>
    DestructionOverdue,
    /// <summary>It is overdue. Administrators.</summary>
    DestructionEscalation,
    /// <summary>It is not asked for any more. Requester.</summary>
    DestructionExempted,
    /// <summary>A file was recalled, and who had fetched it by then. Analyst.</summary>
    RecalledNotice,
    /// <summary>Destruction attested. Analyst.</summary>
    DestructionAttested,
    /// <summary>An authority's visit is on record; what to say meanwhile. School.</summary>
    VisitRecorded,
    /// <summary>The authority's request was decided. School.</summary>
    VisitDecided,
    /// <summary>An expedited review is due soon. Approvers.</summary>
    ReviewWarning,
    /// <summary>An expedited review is overdue. Approvers.</summary>
    ReviewBreach,
    /// <summary>The same. Administrators.</summary>
    ReviewBreachNotice,
    /// <summary>An expedited review is still not decided. Superintendent.</summary>
    ReviewEscalation,
    /// <summary>An expedited decision, reported afterwards. Superintendent.</summary>
    SuperintendentReport,
    /// <summary>The report to the superintendent is still to be written. Approvers.</summary>
    SuperintendentReportDue,
    /// <summary>The family's time to object is over. Analyst.</summary>
    FamilyNoticeOver,
}

/// <summary>A message owed: what kind, to whom, about which event.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="To">Who it is for.</param>
/// <param name="Sequence">The event it is about: its text is rendered from that event and the state.</param>
public sealed record Message(MessageKind Kind, Audience To, int Sequence);
