using System.Globalization;
using Core.Calendar;
using Core.Disclosure;
using Core.Notifications;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>What is owed to the world for a request. Derived from its state each time, so a crash loses nothing.</summary>
public static class Owed
{
    /// <summary>Every effect, done or not, due or still to come as things stand. What no longer matters is not in it.</summary>
    public static IReadOnlyList<OwedEffect> Effects(RequestState state, Circumstances circumstances) =>
    [
        .. state.History.Where(recorded => StillMatters(recorded, circumstances.Now)).SelectMany(recorded => Messages.About(recorded, state).Select(message => Mail(message, recorded.At))),
        .. Reminders(state, circumstances),
        .. ByHand(state),
        .. ReviewOwed.Reminders(state, circumstances),
        .. Ledger(state),
        .. Agreements(state),
        .. Destructions(state),
        .. Files(state),
    ];

    /// <summary>The earliest moment at which anything will be owed or happen by itself; null where nothing ever will.</summary>
    /// <param name="state">The request.</param>
    /// <param name="done">Ids of the effects that are done.</param>
    /// <param name="circumstances">Policy and calendar in force.</param>
    public static Instant? NextWake(RequestState state, IReadOnlySet<string> done, Circumstances circumstances) =>
        Effects(state, circumstances).Where(effect => !done.Contains(effect.Id)).Select(effect => effect.DueAt)
            .Concat(Timeouts.Of(state, circumstances).Select(timeout => timeout.At))
            .Min(at => (Instant?)at);

    /// <summary>A code that has ended need not be sent any more.</summary>
    private static bool StillMatters(RecordedEvent recorded, Instant now) => recorded.Event is not DownloadCodeSent sent || now < sent.ExpiresAt;

    private static IEnumerable<OwedEffect> Reminders(RequestState state, Circumstances circumstances)
    {
        var (policy, calendar) = (circumstances.Policy, circumstances.Calendar);

        foreach (var link in LinkReminders(state, policy.Deliverable.RemindBeforeCalendarDays))
        {
            yield return link;
        }

        if (state.OwesDestruction)
        {
            yield return Timed(MessageKind.DestructionDue, Audience.Requester, Last<Delivered>(state), calendar.EndOf(state.Nda!.EndsOn!.Value));
            foreach (var (number, at) in Destruction.Reminders(state, circumstances))
            {
                yield return Timed(MessageKind.DestructionReminder, Audience.Requester, Last<Delivered>(state), at, number);
            }
        }

        if (state.Ending is not null || state.DeliveredAt is not null)
        {
            yield break;
        }

        if (Timeouts.OutreachOwedSince(state) is { } since)
        {
            yield return Timed(MessageKind.OutreachNudge, Audience.Analyst, 1, calendar.After(since, policy.Clarification.NudgeAfter));
        }

        if (state.OpenClarification is { } open)
        {
            yield return Timed(MessageKind.ClarificationReminder, Audience.Requester, Last<ClarificationAsked>(state),
                calendar.After(open.AskedAt, policy.Clarification.RemindAfter));
        }

        if (state.Fee is { Decision: FeeDecision.Pending } fee)
        {
            foreach (var reminder in Repeated(MessageKind.FeeReminder, Last<FeeEstimated>(state), fee.EstimatedAt, policy.FeeDecision))
            {
                yield return reminder;
            }
        }

        if (state is { DocumentsRequestedAt: { } requested, DocumentsMissing: true })
        {
            foreach (var reminder in Repeated(MessageKind.DocumentsReminder, LastDocumentsAsked(state), requested, policy.Documents))
            {
                yield return reminder;
            }
        }

        if (state.Nda is { SentAt: { } sent, Signature: null })
        {
            foreach (var reminder in Repeated(MessageKind.NdaReminder, Last<NdaSent>(state), sent, policy.NdaSignature))
            {
                yield return reminder;
            }
        }

        var clock = Clock.Read(state.Ledger, calendar, circumstances.Now, policy.Fulfilment.WarnAtPercent);
        if (clock is { IsRunning: true, WarnAt: { } warnAt })
        {
            yield return Timed(MessageKind.FulfilmentWarning, Audience.Analyst, LastOr<Extended>(state, 1), warnAt);
        }

        if (state.FulfilmentBreached is { } missed && clock.DueAt <= missed)
        {
            yield return Timed(MessageKind.FulfilmentEscalation, Audience.Administrators, Last<FulfilmentBreached>(state),
                calendar.After(missed, policy.Fulfilment.EscalateAfter));
        }

        // A reminder that repeats is sent once however many of its times went by unseen: only the latest that is due, and the next.
        IEnumerable<OwedEffect> Repeated(MessageKind kind, int sequence, Instant from, Core.Policy.WaitDays wait)
        {
            var all = Enumerable.Range(1, Math.Max(0, (wait.LapseAfter - 1) / wait.RemindEvery))
                .Select(n => Timed(kind, Audience.Requester, sequence, calendar.After(from, n * wait.RemindEvery), n))
                .ToList();
            var due = all.FindLastIndex(reminder => reminder.DueAt <= circumstances.Now);
            return all.Skip(Math.Max(due, 0)).Take(due < 0 ? 1 : 2);
        }
    }

    /// <summary>Reminders that an analyst sent; told apart from those that go out by themselves by the event's own sequence.</summary>
    private static IEnumerable<OwedEffect> ByHand(RequestState state) =>
        from recorded in state.History
        where recorded.Event is Reminded
        let reminded = (Reminded)recorded.Event
        select Mail(new(reminded.Reminder, Audience.Requester, reminded.About), recorded.At, 1000 + recorded.Sequence);

    private static IEnumerable<OwedEffect> LinkReminders(RequestState state, int daysBefore) =>
        state.History.Where(recorded => recorded.Event is Delivered)
            .Select(recorded => (recorded.Sequence, Delivered: (Delivered)recorded.Event))
            .Where(release => release.Delivered.DeliverableIds.Any(id => state.Deliverables.Exists(file => file.Id == id && file.RecalledBecause is null)))
            .Select(release => Timed(MessageKind.LinkReminder, Audience.Requester, release.Sequence,
                release.Delivered.ExpiresAt - Duration.FromDays(daysBefore)));

    /// <summary>What was asked for is on record with the submission; a denial later is a refused request beside it.</summary>
    private static IEnumerable<OwedEffect> Ledger(RequestState state) => !Entries.AreOwed(state) ? [] :
        state.History.Where(recorded => recorded.Event is Submitted or Denied)
            .Select(recorded => new OwedEffect(
                $"ledger/{recorded.Sequence.ToString(CultureInfo.InvariantCulture)}", recorded.At, new Effect.RecordRequest()));

    private static IEnumerable<OwedEffect> Agreements(RequestState state) =>
        state.History.Where(recorded => recorded.Event is NdaExecuted)
            .Select(recorded => new OwedEffect($"nda/{recorded.Sequence.ToString(CultureInfo.InvariantCulture)}", recorded.At, new Effect.RegisterNda()));

    /// <summary>
    /// Entered when student-level data leaves, moved when its destruction is attested or done without; and what was refused because one is overdue.
    /// </summary>
    private static IEnumerable<OwedEffect> Destructions(RequestState state) => Destruction.HeldUp(state)
        ? [new("destruction/1", state.SubmittedAt, new Effect.RegisterDestruction())]
        : !state.LeftStudentLevelData ? [] :
        state.History.Where(recorded => recorded.Event is Delivered or DestructionAttested or DestructionExempted)
            .Select(recorded => new OwedEffect(
                $"destruction/{recorded.Sequence.ToString(CultureInfo.InvariantCulture)}", recorded.At, new Effect.RegisterDestruction()));

    private static IEnumerable<OwedEffect> Files(RequestState state) =>
        state.Deliverables.Where(file => file.DeliveredAt is not null)
            .Select(file => new OwedEffect($"delete/{file.Id}", DeleteAt(state, file), new Effect.DeleteFile(file.Id)))
            .Concat(state.Deliverables.Where(file => file.DeliveredAt is null && state.Ending is not null)
                .Select(file => new OwedEffect($"delete/{file.Id}", state.EndedAt!.Value, new Effect.DeleteFile(file.Id))))
            .Concat(state.History.Where(recorded => recorded.Event is CheckCutOff)
                .Select(recorded => (recorded.At, Id: ((CheckCutOff)recorded.Event).DeliverableId))
                .Select(cut => new OwedEffect($"delete/{cut.Id}", cut.At, new Effect.DeleteFile(cut.Id))));

    private static Instant DeleteAt(RequestState state, Deliverable file) =>
        state.History.FirstOrDefault(recorded => recorded.Event is Recalled recalled && recalled.DeliverableId == file.Id)?.At
        ?? file.ExpiresAt!.Value;

    private static OwedEffect Mail(Message message, Instant dueAt, int n = 0) =>
        new(string.Create(CultureInfo.InvariantCulture, $"mail/{message.Kind}/{message.Sequence}{(n == 0 ? "" : $"/{n}")}"),
            dueAt, new Effect.SendMail(message));

    private static OwedEffect Timed(MessageKind kind, Audience to, int sequence, Instant dueAt, int n = 0) =>
        Mail(new(kind, to, sequence), dueAt, n);

    private static int Last<TEvent>(RequestState state) => LastOr<TEvent>(state, 1);

    private static int LastOr<TEvent>(RequestState state, int otherwise) =>
        state.History.LastOrDefault(recorded => recorded.Event is TEvent)?.Sequence ?? otherwise;

    private static int LastDocumentsAsked(RequestState state) =>
        state.History.Last(recorded => recorded.Event is DocumentsRequested or DocumentRejected).Sequence;
}
