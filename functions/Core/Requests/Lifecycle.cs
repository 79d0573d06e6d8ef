using System.Diagnostics;
using Core.Agreements;
using Core.Calendar;
using Core.Fees;
using Core.Policy;
using Core.Release;
using Core.Routing;
using Core.Training;
using NodaTime;
using static Core.Requests.RequestCommand;
using static Core.Requests.RequestEvent;
using static Core.Requests.Refusals;

namespace Core.Requests;

/// <summary>What a decision needs to know besides the request itself.</summary>
/// <param name="Now">The time of the decision.</param>
/// <param name="Policy">The policy in force.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="CurrentNda">The requester's agreement that is still current, if the register has one.</param>
public sealed record Circumstances(Instant Now, OfficePolicy Policy, BusinessCalendar Calendar, CurrentNda? CurrentNda = null)
{
    /// <summary>The staff and their training, which some work depends on (policy section 5).</summary>
    public TrainingRegister Training { get; init; } = TrainingRegister.Empty;

    /// <summary>The office's date now.</summary>
    public LocalDate Today => Now.InZone(Calendar.Zone).Date;
}

/// <summary>Either what happened, or why not.</summary>
/// <param name="Events">What happened; empty where the command changes nothing (a repeat).</param>
/// <param name="Refusal">Why not; null where it happened.</param>
public sealed record Ruling(IReadOnlyList<RequestEvent> Events, Refusal? Refusal = null)
{
    /// <summary>It happened.</summary>
    public static implicit operator Ruling(RequestEvent[] events) => new(events, Refusal: null);

    /// <summary>One thing happened.</summary>
    public static implicit operator Ruling(RequestEvent happened) => new([happened]);

    /// <summary>It did not.</summary>
    public static implicit operator Ruling(Refusal refusal) => new([], refusal);
}

/// <summary>
/// The lifecycle of a request: command in, events or a refusal out. Pure and total: it never throws on a bad command.
/// The order of a file about an aggregate is Decide, <see cref="Fold"/>, <see cref="Owed"/>.
/// </summary>
public static class Lifecycle
{
    /// <summary>Judges a command on a request (null before it exists).</summary>
    public static Ruling Decide(string id, RequestState? state, RequestCommand command, Actor by, Circumstances circumstances)
    {
        var ruling = (state, command) switch
        {
            (null, Submit submit) => Events(new Submitted(submit.Submission, submit.Decision, circumstances.Policy.Version)),
            (null, _) => NoSuchRequest,
            (_, Submit) => AlreadySubmitted,
            (_, PassTime) => Passed(state, circumstances),
            ({ Ending: { } ending }, not (Download or SendDownloadCode or RenewAccess or RevokeAccess or RequestCommand.Recall
                or RejectDocument or AcceptDocument or AttestDestruction or RemindDestruction or ExemptDestruction or ApplyCalendar
                or ReportToSuperintendent or DescribeStudents)) => Ended(ending),
            _ when TrainingGate.Judge(command, by, circumstances) is { } untrained => untrained,
            _ => Judge(state, command, by, circumstances),
        };
        ruling = command is PassTime or ApplyCalendar ? ruling : Worded(ruling, command);
        return ruling.Refusal is null && ruling.Events.Count > 0 && command is not PassTime
            ? new([.. ruling.Events, .. AskedForByItself(Fold.After(id, state, ruling.Events, by, circumstances.Now), circumstances)])
            : ruling;
    }

    /// <summary>
    /// What would be written is looked at last, once it would be written at all: nobody's immigration or citizenship status is kept, and words
    /// that characterise a person stand only where their writer confirmed them (LTR-2018; policy section 5).
    /// </summary>
    private static Ruling Worded(Ruling ruling, RequestCommand command)
    {
        if (ruling.Refusal is not null || ruling.Events.Count == 0)
        {
            return ruling;
        }

        var texts = CommandTexts.Of(command);
        if (texts.FirstOrDefault(text => text.MustBeRefused) is { } refused)
        {
            return StatusNotKept(refused.Field);
        }

        var characterised = texts.Where(text => text.Characterisations.Count > 0).ToList();
        return characterised.Count == 0 ? ruling
            : command.ConfirmedWording || command is Submit { Submission.ConfirmedWording: true }
                ? new([ruling.Events[0], new WordingConfirmed([.. characterised.Select(text => text.Field).Distinct(StringComparer.Ordinal)]), .. ruling.Events.Skip(1)])
                : Characterised(characterised[0].Field, CommandTexts.Characterisations(command));
    }

    private static Ruling Judge(RequestState state, RequestCommand command, Actor by, Circumstances circumstances) => command switch
    {
        // The requester's
        Answer { Text: var text } => Blank(text, "text") ?? (state.OpenClarification is null
            ? NothingAsked : Events(new Answered(Kept(text)!))),
        DecideFee { Accept: var accept } => state.Fee?.Decision != FeeDecision.Pending
            ? NoFeePending : Events(accept ? new FeeAccepted() : new FeeDeclined()),
        SignNda sign => Sign(state, sign),
        HandInDocument document => state.DeliveredAt is not null
            ? AlreadyDelivered
            : Events(new DocumentReceived(document.DocumentId, document.Kind, document.FileName, document.Size, document.Sha256)),
        Withdraw { Reason: var reason } => state.DeliveredAt is not null ? AlreadyDelivered : Events(new Withdrawn(Kept(reason))),
        AttestDestruction attest => Blank(attest.FullName, "fullName") ?? Blank(attest.Method, "method")
            ?? (state.OwesDestruction
                ? Events(new DestructionAttested(attest.FullName.Trim(), attest.Method.Trim()))
                : NoDestructionOwed),
        Download download => AccessRulings.Fetch(state, download, by, circumstances),
        SendDownloadCode { DeliverableId: var file } => AccessRulings.SendCode(state, file, by, circumstances),
        RenewAccess => AccessRulings.Renew(state, by, circumstances),

        // The staff's
        Assign { Assignee: var assignee, Note: var note } => Blank(assignee, "assignee") ?? (state.DeliveredAt is not null ? AlreadyDelivered
            : state.Assignee == assignee.Trim() ? Nothing : Events(new Assigned(assignee.Trim(), Kept(note)))),
        AskClarification { Question: var question } => Blank(question, "question") ?? NotWorkedOn(state) ?? (state.OpenClarification is not null
            ? QuestionOpen : Events(new ClarificationAsked(question.Trim()))),
        EstimateFee estimate => Estimate(state, estimate, circumstances.Policy),
        WaiveFee => NotWorkedOn(state) ?? (state.Fee?.Decision is FeeDecision.Pending or FeeDecision.Accepted
            ? Events(new FeeWaived()) : NoFee),
        RequireNda => NotWorkedOn(state) ?? (state.NeedsNda ? NdaAlreadyRequired : Events(new NdaMadeRequired())),
        CountersignNda { EndsOn: var endsOn } => Countersign(state, endsOn, by, circumstances.Today),
        AcceptDocument { Kind: var kind } => Accept(state, kind),
        RejectDocument reject => Blank(reject.Reason, "reason") ?? Reject(state, reject),
        Approve approve => !state.NeedsApproval ? NothingToApprove
            : Lacks(by, StaffRole.Approver, "approve") ?? Events(new Approved(
                Trimmed(approve.Note), approve.Ground, Trimmed(approve.Conditions), approve.ApprovedInformation is { Count: > 0 } only ? only : null)),
        Deny deny => Blank(deny.Reason, "reason") ?? Blank(deny.Alternative, "alternative") ?? (state.DeliveredAt is not null
            ? AlreadyDelivered
            : (state.NeedsApproval ? Lacks(by, StaffRole.Approver, "deny") : null)
                ?? Events(new Denied(deny.Reason.Trim(), deny.Alternative.Trim(), deny.Ground))),
        NotifyFamily notice => LawEnforcementRulings.Notify(state, notice, circumstances),
        ForbidFamilyNotice forbid => Lacks(by, StaffRole.Approver, "record that the family must not be told") ?? LawEnforcementRulings.Forbid(state, forbid),
        ReportToSuperintendent report => LawEnforcementRulings.Report(state, report),
        DescribeStudents group => LawEnforcementRulings.Describe(state, group),
        Reroute reroute => Blank(reroute.Reason, "reason") ?? Route(state, reroute),
        Extend extend => Blank(extend.Reason, "reason") ?? Lengthen(state, extend, circumstances.Policy),
        QuarantineFile file => NotWorkedOn(state, evenDelivered: true) ?? Events(new FileQuarantined(
            file.DeliverableId, file.FileName, file.Size, NameOf(by))),
        AbandonFile { DeliverableId: var file } => state.Quarantined.Exists(one => one.Id == file) ? Events(new CheckCutOff(file)) : Nothing,
        AddDeliverable file => NotWorkedOn(state, evenDelivered: true) ?? (WasCutOff(state, file.DeliverableId)
            ? CheckTooLate(file.FileName)
            : Events(new DeliverableAdded(
                file.DeliverableId, file.FileName, file.ContentType, file.Size, file.Sha256, file.Check, NameOf(by), file.Hidden))),
        ExceptConsent except => Blank(except.Reason, "reason") ?? Except(state, except, by),
        OverrideCheck { DeliverableId: var file } over => Blank(over.Reason, "reason") ?? Override(state.Deliverables.Find(one => one.Id == file), over, by),
        Deliver deliver => Release(state, deliver, circumstances),
        RequestCommand.Recall recall => Blank(recall.Reason, "reason") ?? Recall(state.Deliverables.Find(one => one.Id == recall.DeliverableId), recall),
        Remind => ReminderRulings.Remind(state, circumstances),
        RevokeAccess revoke => AccessRulings.Revoke(state, revoke),
        RemindDestruction => state.OwesDestruction ? Events(new DestructionReminded()) : NoDestructionOwed,
        ExemptDestruction exempt => Blank(exempt.Reason, "reason") ?? (!state.OwesDestruction ? NoDestructionOwed
            : Lacks(by, StaffRole.Administrator, "do without an attestation of destruction") ?? Events(new DestructionExempted(exempt.Reason.Trim()))),
        AddNote { Text: var text } => Blank(text, "text") ?? Events(new Noted(Kept(text)!)),
        Close => state.DeliveredAt is null ? NotDelivered : Events(new Closed()),

        // The system's
        ApplyCalendar { Before: var before } => Recalculate(state, before, circumstances),
        Submit or PassTime => throw new UnreachableException(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    private static Ruling Sign(RequestState state, SignNda sign) =>
        Blank(sign.FullName, "fullName") ?? Blank(sign.Title, "title") ?? (state.Nda switch
        {
            null or { Document: null } => NoNdaToSign,
            { Signature: not null } => NdaSignedAlready,
            _ when !sign.Agreed => NotAgreed,
            { Document.TextHash: var hash } => Events(new NdaSigned(new(sign.FullName.Trim(), sign.Title.Trim(), hash))),
        });

    private static Ruling Estimate(RequestState state, EstimateFee estimate, OfficePolicy policy) =>
        NotWorkedOn(state) ?? (estimate switch
        {
            { Hours: < 0 or > 10_000 } => Bad("hours", "Hours must be between 0 and 10,000."),
            { Records: < 0 } => Bad("records", "The number of records cannot be negative."),
            _ => Events(new FeeEstimated(FeeSchedule.Estimate(
                estimate.Hours, estimate.Records, state.Submission.Data.SchoolYears.Count, Trimmed(estimate.Note), policy.Fees))),
        });

    private static Ruling Countersign(RequestState state, LocalDate endsOn, Actor by, LocalDate today) => state.Nda switch
    {
        { ExecutedAt: not null } => NdaExecutedAlready,
        null or { Signature: null } => NdaNotSigned,
        _ when endsOn <= today => Bad("endsOn", "The agreement must end after today."),
        _ => Events(new NdaExecuted(NameOf(by), endsOn)),
    };

    private static Ruling Accept(RequestState state, DocumentKind kind)
    {
        if (NotDecidedOn(state) is { } refusal)
        {
            return refusal;
        }

        var required = RequiredDocuments.Asking(kind);
        return required is not { } requirement || !state.Documents.TryGetValue(requirement, out var standing)
            ? DocumentNotRequired(kind)
            : standing switch
            {
                DocumentStanding.Accepted => Nothing,
                DocumentStanding.Missing when !RequiredDocuments.CanBeWaived(requirement) => DocumentNotReceived(kind),
                _ => Events(new DocumentAccepted(kind)),
            };
    }

    // Also after delivery: consent can be withdrawn and a registration can end; the file then cannot be fetched any more.
    private static Ruling Reject(RequestState state, RejectDocument reject) =>
        NotDecidedOn(state) ?? (RequiredDocuments.Asking(reject.Kind) is { } requirement
            && state.Documents.TryGetValue(requirement, out var standing) && standing != DocumentStanding.Missing
                ? Events(new DocumentRejected(reject.Kind, reject.Reason.Trim()))
                : DocumentNotReceived(reject.Kind));

    private static Ruling Route(RequestState state, Reroute reroute) => state switch
    {
        { DeliveredAt: not null } => AlreadyDelivered,
        _ when reroute.Office == state.Office => SameOffice,
        { NeedsApproval: true } when Offices.InThisSystem(reroute.Office) && !Offices.Reviews(reroute.Office) => ReviewFirst,
        _ => Events(new Rerouted(reroute.Office, reroute.Reason.Trim())),
    };

    private static Ruling Lengthen(RequestState state, Extend extend, OfficePolicy policy) => state switch
    {
        { DeliveredAt: not null } => AlreadyDelivered,
        { ClockStarted: false } => ClockNotStarted,
        _ when extend.BusinessDays < 1 || extend.BusinessDays > policy.Fulfilment.LongestExtension =>
            Bad("businessDays", $"An extension is 1 to {policy.Fulfilment.LongestExtension} business days."),
        _ => Events(new Extended(extend.BusinessDays, extend.Reason.Trim())),
    };

    private static Ruling Except(RequestState state, ExceptConsent except, Actor by) =>
        !state.Requirements.Contains(Requirement.FamilyConsent) ? NoConsentAsked
            : Lacks(by, StaffRole.Approver, "record an exception to consent") is { } lacks ? lacks
            : state.ConsentException == except.Ground ? Nothing
            : Events(new ConsentExcepted(except.Ground, except.Reason.Trim()));

    private static Ruling Override(Deliverable? file, OverrideCheck over, Actor by) => file switch
    {
        null => UnknownDeliverable("deliverableId"),
        { Check.Verdict: Verdict.Block } => BlockStands,
        { Check.Verdict: Verdict.Pass } or { OverriddenBy: not null } => NothingToOverride,
        _ when Lacks(by, StaffRole.Approver, "override a check") is { } lacks => lacks,
        _ when file.UploadedBy == NameOf(by) => SecondPersonNeeded,
        _ => Events(new CheckOverridden(over.DeliverableId, over.Reason.Trim(), NameOf(by))),
    };

    private static Ruling Release(RequestState state, Deliver deliver, Circumstances circumstances)
    {
        var ids = (deliver.DeliverableIds ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return Bad("deliverableIds", "Name at least one checked file to deliver.");
        }

        var files = ids.ConvertAll(id => state.Deliverables.Find(file => file.Id == id));
        return files.Contains(null) ? UnknownDeliverable("deliverableIds")
            : Standing.StatusOf(state) is not (RequestStatus.InProgress or RequestStatus.Delivered) and var status ? NotReady(status)
            : LawEnforcementRulings.WhyNotYet(state) is { } notYet ? notYet
            : files.Find(file => file!.RecalledBecause is not null) is { } recalled ? RecalledFile(recalled.FileName)
            : files.Find(file => file!.DeliveredAt is not null) is { } sent ? DeliveredFile(sent.FileName)
            : files.Select(file => Preconditions.Unmet(state, file!, circumstances)).FirstOrDefault(unmet => unmet is not null) is { } unmet ? unmet
            : Events(new Delivered(ids,
                circumstances.Now + Duration.FromDays(circumstances.Policy.Deliverable.ValidCalendarDays), Trimmed(deliver.Note)));
    }

    private static bool WasCutOff(RequestState state, string file) =>
        state.History.Exists(recorded => recorded.Event is CheckCutOff cut && cut.DeliverableId == file);

    private static Ruling Recall(Deliverable? file, RequestCommand.Recall recall) => file switch
    {
        null => UnknownDeliverable("deliverableId"),
        { DeliveredAt: null } => NotDeliveredFile,
        { RecalledBecause: not null } => Nothing,
        _ => Events(new Recalled(recall.DeliverableId, recall.Reason.Trim())),
    };

    private static Ruling Recalculate(RequestState state, BusinessCalendar before, Circumstances circumstances)
    {
        var calendar = circumstances.Calendar;
        if (state.Ending is not null || state.DeliveredAt is not null || !state.ClockStarted || calendar.Version <= state.CalendarVersion)
        {
            return Nothing;
        }

        var warnAt = circumstances.Policy.Fulfilment.WarnAtPercent;
        var from = Clock.Read(state.Ledger, before, circumstances.Now, warnAt).DueAt;
        var to = Clock.Read(state.Ledger, calendar, circumstances.Now, warnAt).DueAt;
        return from is null || to is null || from == to
            ? Nothing
            : Events(new DeadlineMoved(calendar.Version, from.Value, to.Value, CalendarChange.Describe(before, calendar)));
    }

    /// <summary>What has become due by itself, in time order, up to an ending.</summary>
    private static Ruling Passed(RequestState state, Circumstances circumstances)
    {
        var due = Timeouts.Of(state, circumstances).Where(timeout => timeout.At <= circumstances.Now).Select(timeout => timeout.Event).ToList();
        var ending = due.FindIndex(happened => happened is Lapsed or Closed);
        return new(ending < 0 ? due : due.Take(ending + 1).ToList());
    }

    /// <summary>
    /// Once an analyst is assigned, what is still required is asked for by itself, in the contract's order: an answer and a fee
    /// decision first, then documents, then the NDA.
    /// </summary>
    private static IEnumerable<RequestEvent> AskedForByItself(RequestState state, Circumstances circumstances) => state switch
    {
        { Ending: not null } or { DeliveredAt: not null } or { NeedsApproval: true } or { Assignee: null } => [],
        { OpenClarification: not null } or { Fee.Decision: FeeDecision.Pending } => [],
        { DocumentsMissing: true, DocumentsRequestedAt: null } =>
            [new DocumentsRequested([.. state.Documents.Where(one => one.Value == DocumentStanding.Missing).Select(one => one.Key)])],
        { DocumentsPending: true } => [],
        { NdaPending: true, Nda: null } => circumstances.CurrentNda is { } current && current.EndsOn >= circumstances.Today
            ? [new NdaReused(current)]
            : [new NdaSent(NdaText.Render(state, circumstances.Policy, circumstances.Today))],
        _ => [],
    };

    /// <summary>Work is possible only once reviewed and in somebody's hands, and before delivery.</summary>
    private static Ruling? NotWorkedOn(RequestState state, bool evenDelivered = false) => state switch
    {
        { DeliveredAt: not null } when !evenDelivered => AlreadyDelivered,
        { NeedsApproval: true } => ReviewFirst,
        { Assignee: null } => NoAnalystYet,
        _ => null,
    };

    /// <summary>Documents are judged while a request is worked on, and as long as what was delivered for it may be fetched.</summary>
    private static Ruling? NotDecidedOn(RequestState state) => state switch
    {
        { Ending: { } ending, DeliveredAt: null } => Ended(ending),
        { DeliveredAt: not null } => null,
        _ => NotWorkedOn(state),
    };

    private static Ruling? Blank(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? Bad(field, "This is required.") : null;

    private static Ruling? Lacks(Actor by, StaffRole role, string what) =>
        by is Actor.Staff staff && staff.Roles.Contains(role) ? null : RoleNeeded(role, what);

    private static string NameOf(Actor by) => by is Actor.Staff staff ? staff.Name : "the system";

    /// <summary>
    /// What may be kept of a free text about students: without anybody's immigration or citizenship status (LTR-2018).
    /// </summary>
    private static string? Kept(string? text) => ImmigrationStatus.Without(Trimmed(text));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static readonly Ruling Nothing = new([]);

    private static Ruling Events(params RequestEvent[] events) => events;
}
