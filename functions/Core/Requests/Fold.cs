using System.Collections.Immutable;
using System.Diagnostics;
using Core.Calendar;
using Core.Routing;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>Makes a request's state from its events. Total: an event once written can always be read.</summary>
public static class Fold
{
    /// <summary>The state after all events; null where there are none.</summary>
    public static RequestState? Over(string id, IEnumerable<RecordedEvent> events) =>
        events.Aggregate((RequestState?)null, (state, recorded) => Apply(state, id, recorded));

    /// <summary>The state after one more event.</summary>
    public static RequestState Apply(RequestState? state, string id, RecordedEvent recorded)
    {
        var next = recorded.Event is Submitted submitted && state is null
            ? Begin(id, submitted, recorded.At)
            : Change(state ?? throw new InvalidOperationException($"Request {id} has no first event."), recorded);
        return next with
        {
            Sequence = recorded.Sequence,
            Version = next.Version + (recorded.Event.IsRecord ? 0 : 1),
            History = next.History.Add(recorded),
        };
    }

    /// <summary>The state that would follow if these events happened now.</summary>
    public static RequestState After(string id, RequestState? state, IEnumerable<RequestEvent> events, Actor by, Instant now) =>
        events.Aggregate(state, (so, happened) => Apply(so, id, new((so?.Sequence ?? 0) + 1, now, by, happened)))!;

    private static RequestState Begin(string id, Submitted submitted, Instant at)
    {
        var decision = submitted.Decision;
        var state = new RequestState
        {
            Id = id,
            SubmittedAt = at,
            Submission = submitted.Submission,
            Decision = decision,
            PolicyVersion = submitted.PolicyVersion,
            Office = decision.Office,
            NeedsApproval = decision.Disposition == Disposition.Review,
            Requirements = [.. decision.Requirements],
            Documents = decision.Requirements.Where(RequiredDocuments.IsDocument)
                .ToImmutableSortedDictionary(requirement => requirement, _ => DocumentStanding.Missing),
        };
        return decision.Disposition switch
        {
            Disposition.Redirect => state.End(RequestStatus.Redirected, at),
            Disposition.Refuse => state.End(RequestStatus.Refused, at),
            _ when state.NeedsNda => state,
            _ => state.StartClock(at, "request received"),
        };
    }

    private static RequestState Change(RequestState state, RecordedEvent recorded)
    {
        var at = recorded.At;
        return recorded.Event switch
        {
            Submitted => state,
            Assigned assigned => state with { Assignee = assigned.Assignee, FirstOutreachAt = state.FirstOutreachAt ?? at },

            ClarificationAsked asked => (state with { Clarifications = state.Clarifications.Add(new(asked.Question, at)) })
                .Pause(PauseCause.Answer, at),
            Answered answered => (state with
            {
                Clarifications = [.. state.Clarifications.SkipLast(1),
                    .. state.Clarifications.TakeLast(1).Select(last => last with { Answer = answered.Text, AnsweredAt = at })],
            }).Resume(PauseCause.Answer, at),

            FeeEstimated { Estimate.Total: > 0 } fee =>
                (state with { Fee = new(fee.Estimate, at, FeeDecision.Pending) }).Pause(PauseCause.FeeDecision, at),
            FeeEstimated fee => (state with { Fee = new(fee.Estimate, at, FeeDecision.NotCharged) }).Resume(PauseCause.FeeDecision, at),
            FeeAccepted => state.DecideFee(FeeDecision.Accepted).Resume(PauseCause.FeeDecision, at),
            FeeWaived => state.DecideFee(FeeDecision.Waived).Resume(PauseCause.FeeDecision, at),
            FeeDeclined => state.DecideFee(FeeDecision.Declined).End(RequestStatus.Withdrawn, at),

            DocumentsRequested => (state with { DocumentsRequestedAt = at }).PauseWhileDocumentsAreMissing(at),
            DocumentReceived got => (state with
            {
                HandedIn = state.HandedIn.Add(new(got.DocumentId, got.Kind, got.FileName, got.Size, got.Sha256, at)),
                Documents = state.Standing(got.Kind, DocumentStanding.Received, onlyIf: DocumentStanding.Missing),
            }).PauseWhileDocumentsAreMissing(at),
            DocumentAccepted accepted => (state with { Documents = state.Standing(accepted.Kind, DocumentStanding.Accepted) })
                .PauseWhileDocumentsAreMissing(at),
            DocumentRejected rejected => (state with
            {
                Documents = state.Standing(rejected.Kind, DocumentStanding.Missing),
                DocumentsRequestedAt = at,
            }).PauseWhileDocumentsAreMissing(at),

            // ODA-03: with an NDA required the days count from its execution, so a clock that ran before begins anew then.
            NdaMadeRequired => state with { Requirements = state.Requirements.Add(Requirement.Nda), Ledger = [] },
            NdaSent sent => state with { Nda = new NdaState { Document = sent.Document, SentAt = at } },
            NdaSigned signed => state with { Nda = state.Nda! with { Signature = signed.Signature, SignedAt = at } },
            NdaExecuted executed => (state with
            {
                Nda = state.Nda! with { CountersignedBy = executed.CountersignedBy, ExecutedAt = at, EndsOn = executed.EndsOn },
            }).StartClock(at, "NDA fully executed"),
            NdaReused reused => (state with
            {
                Nda = new NdaState { ExecutedAt = at, EndsOn = reused.Agreement.EndsOn, Reused = reused.Agreement },
            }).StartClock(at, "an NDA still current covers the request"),

            Approved approved => state with
            {
                NeedsApproval = false,
                ApprovedAt = at,
                LawEnforcement = state.LawEnforcement with
                {
                    Ground = approved.Ground, Conditions = approved.Conditions, ApprovedInformation = approved.ApprovedInformation, DecidedAt = at,
                },
            },
            Denied denied => (state with { LawEnforcement = state.LawEnforcement with { Ground = denied.Ground, DecidedAt = at } })
                .End(RequestStatus.Denied, at),
            FamilyNotified told => (state with
            {
                LawEnforcement = state.LawEnforcement with { FamilyNotifiedOn = told.SentOn, FamilyWaitBusinessDays = told.WaitBusinessDays },
            }).Pause(PauseCause.FamilyNotice, at),
            FamilyNoticeForbidden forbidden => state with { LawEnforcement = state.LawEnforcement with { NoticeForbiddenBecause = forbidden.Reason } },
            FamilyNoticeEnded => (state with { LawEnforcement = state.LawEnforcement with { FamilyWaitOver = true } }).Resume(PauseCause.FamilyNotice, at),
            ReviewBreached breached => state with { LawEnforcement = state.LawEnforcement with { ReviewBreached = breached.Due } },
            SuperintendentReported => state with { LawEnforcement = state.LawEnforcement with { SuperintendentReported = true } },
            StudentsDescribed group => state with { LawEnforcement = state.LawEnforcement.With(new(group.Race, group.EnglishLearners, group.Students)) },
            Rerouted rerouted => Offices.InThisSystem(rerouted.Office)
                ? state with { Office = rerouted.Office, NeedsApproval = Offices.Reviews(rerouted.Office) }
                : (state with { Office = rerouted.Office }).End(RequestStatus.Redirected, at),
            Extended extended => state with
            {
                Ledger = state.Ledger.Add(new(at, ClockChange.Extended, extended.BusinessDays, Note: extended.Reason)),
            },

            DeliverableAdded added => state with
            {
                Quarantined = state.Quarantined.RemoveAll(file => file.Id == added.DeliverableId),
                Deliverables = state.Deliverables.Add(new Deliverable
                {
                    Id = added.DeliverableId,
                    FileName = added.FileName,
                    ContentType = added.ContentType,
                    Size = added.Size,
                    Sha256 = added.Sha256,
                    Check = added.Check,
                    Hidden = added.Hidden,
                    UploadedBy = added.UploadedBy,
                    UploadedAt = at,
                }),
            },
            FileQuarantined file => state with
            {
                Quarantined = state.Quarantined.Add(new(file.DeliverableId, file.FileName, file.Size, file.UploadedBy, at)),
            },
            CheckCutOff { DeliverableId: var id } => state with { Quarantined = state.Quarantined.RemoveAll(file => file.Id == id) },
            CheckOverridden overridden => state.File(overridden.DeliverableId, file => file with
            {
                OverriddenBy = overridden.By,
                OverriddenBecause = overridden.Reason,
            }),
            Delivered delivered => (delivered.DeliverableIds.Aggregate(state, (so, id) =>
                    so.File(id, file => file with { DeliveredAt = at, ExpiresAt = delivered.ExpiresAt })) with
                { DeliveredAt = state.DeliveredAt ?? at }).StopClock(at),
            Downloaded downloaded => state.File(downloaded.DeliverableId, file => file with { Downloads = file.Downloads + 1 }),
            Recalled recalled => state.File(recalled.DeliverableId, file => file with { RecalledBecause = recalled.Reason }),

            DestructionAttested => state with { DestructionAttestedAt = at },
            DestructionFellOverdue overdue => state with { DestructionOverdueSince = overdue.Since },
            DestructionReminded => state,
            ConsentExcepted excepted => state with { ConsentException = excepted.Ground },
            DestructionExempted => state with { DestructionExemptedAt = at },
            Noted or Reminded or WordingConfirmed or DownloadCodeSent or DownloadCodeRefused => state,
            AccessRenewed => state with { AccessGeneration = state.AccessGeneration + 1, AccessRevoked = false },
            AccessRevoked => state with { AccessGeneration = state.AccessGeneration + 1, AccessRevoked = true },
            OutreachBreached => state with { OutreachBreached = true },
            FulfilmentBreached breached => state with { FulfilmentBreached = breached.Due },
            DeadlineMoved moved => state with { CalendarVersion = moved.CalendarVersion },
            Withdrawn => state.End(RequestStatus.Withdrawn, at),
            Lapsed => state.End(RequestStatus.Lapsed, at),
            Closed => state.End(RequestStatus.Closed, at),
            _ => throw new UnreachableException($"No fold for {recorded.Event.GetType().Name}."),
        };
    }

    private static RequestState End(this RequestState state, RequestStatus ending, Instant at) =>
        (state with { Ending = ending, EndedAt = at }).StopClock(at);

    private static RequestState DecideFee(this RequestState state, FeeDecision decision) =>
        state with { Fee = state.Fee! with { Decision = decision } };

    private static RequestState File(this RequestState state, string id, Func<Deliverable, Deliverable> change) =>
        state with { Deliverables = state.Deliverables.ConvertAll(file => file.Id == id ? change(file) : file) };

    private static ImmutableSortedDictionary<Requirement, DocumentStanding> Standing(
        this RequestState state, DocumentKind kind, DocumentStanding standing, DocumentStanding? onlyIf = null) =>
        RequiredDocuments.Asking(kind) is { } requirement
        && state.Documents.TryGetValue(requirement, out var now) && (onlyIf is null || now == onlyIf)
            ? state.Documents.SetItem(requirement, standing)
            : state.Documents;

    // The clock. Its ledger begins with the start; what stands still at that moment is entered right after it.

    private static RequestState StartClock(this RequestState state, Instant at, string because)
    {
        var started = state with
        {
            Ledger = [new ClockEntry(at, ClockChange.Started, state.Decision.FulfilWithinBusinessDays ?? 0, Note: because) { PolicyVersion = state.PolicyVersion }],
        };
        if (started.OpenClarification is not null)
        {
            started = started.Pause(PauseCause.Answer, at);
        }

        if (started.Fee?.Decision == FeeDecision.Pending)
        {
            started = started.Pause(PauseCause.FeeDecision, at);
        }

        if (started.LawEnforcement is { FamilyNotifiedOn: not null, FamilyWaitOver: false })
        {
            started = started.Pause(PauseCause.FamilyNotice, at);
        }

        return started.DocumentsRequestedAt is null ? started : started.PauseWhileDocumentsAreMissing(at);
    }

    private static RequestState StopClock(this RequestState state, Instant at) =>
        state.ClockStarted && state.Ledger[^1].Change != ClockChange.Stopped
            ? state with { Ledger = state.Ledger.Add(new(at, ClockChange.Stopped)) }
            : state;

    private static RequestState Pause(this RequestState state, PauseCause cause, Instant at) =>
        state.ClockStarted && !state.StandsStillFor(cause)
            ? state with { Ledger = state.Ledger.Add(new(at, ClockChange.Paused, Cause: cause)) }
            : state;

    private static RequestState Resume(this RequestState state, PauseCause cause, Instant at) =>
        state.StandsStillFor(cause)
            ? state with { Ledger = state.Ledger.Add(new(at, ClockChange.Resumed, Cause: cause)) }
            : state;

    // After delivery the clock has stopped for good; a document rejected then stops downloads, not the clock.
    private static RequestState PauseWhileDocumentsAreMissing(this RequestState state, Instant at) =>
        state.DeliveredAt is not null ? state
        : state.DocumentsMissing && state.DocumentsRequestedAt is not null
            ? state.Pause(PauseCause.Documents, at)
            : state.Resume(PauseCause.Documents, at);

    private static bool StandsStillFor(this RequestState state, PauseCause cause) =>
        state.Ledger.LastOrDefault(entry => entry.Cause == cause)?.Change == ClockChange.Paused;
}
