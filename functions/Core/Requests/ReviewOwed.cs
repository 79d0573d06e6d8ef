using System.Globalization;
using Core.Calendar;
using Core.Notifications;
using NodaTime;
using NodaTime.Text;
using static Core.Requests.RequestEvent;

namespace Core.Requests;

/// <summary>
/// The clock of expedited reviews and what is owed after them (policy section 3, rule 3; PLAN-2020): a warning, a breach, an escalation, and the
/// report to the superintendent until it is written.
/// </summary>
internal static class ReviewOwed
{
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>When an expedited review has to be decided; null where none waits.</summary>
    public static Instant? DueAt(RequestState state, Circumstances circumstances) => IsWaiting(state)
        ? After(circumstances, state.SubmittedAt, Duration.FromHours(circumstances.Policy.LawEnforcement.ExpeditedReviewHours))
        : null;

    /// <summary>What happens by itself.</summary>
    public static IEnumerable<Timeout> Timeouts(RequestState state, Circumstances circumstances)
    {
        if (DueAt(state, circumstances) is { } due && state.LawEnforcement.ReviewBreached is null)
        {
            yield return new(due, new ReviewBreached(due));
        }

        if (!state.LawEnforcement.FamilyWaitOver && LawEnforcementRulings.FamilyWaitEnds(state, circumstances) is { } over)
        {
            yield return new(over, new FamilyNoticeEnded(over));
        }
    }

    /// <summary>Reminders, escalations, and the report that is still owed, whether the request has ended or not.</summary>
    public static IEnumerable<OwedEffect> Reminders(RequestState state, Circumstances circumstances)
    {
        var rules = circumstances.Policy.LawEnforcement;
        if (IsWaiting(state))
        {
            var share = Duration.FromMinutes(rules.ExpeditedReviewHours * 60L * circumstances.Policy.Fulfilment.WarnAtPercent / 100);
            yield return Mail(MessageKind.ReviewWarning, Audience.Approvers, 1, After(circumstances, state.SubmittedAt, share));
            if (state.LawEnforcement.ReviewBreached is { } missed)
            {
                yield return Mail(MessageKind.ReviewEscalation, Audience.Superintendent, Last<ReviewBreached>(state),
                    After(circumstances, missed, Duration.FromHours(rules.EscalateAfterHours)));
            }
        }

        if (state is { OwesSuperintendentReport: true, LawEnforcement.DecidedAt: { } decided })
        {
            // Asked for again until it is written; however many times went by unseen, only the latest that is due, and the next.
            var gone = 0;
            while (At(gone + 1) <= circumstances.Now)
            {
                gone++;
            }

            foreach (var n in Enumerable.Range(Math.Max(gone, 1), gone == 0 ? 1 : 2))
            {
                yield return Mail(MessageKind.SuperintendentReportDue, Audience.Approvers, LastDecision(state), At(n), n);
            }

            Instant At(int n) => circumstances.Calendar.After(decided, n * rules.ReportAfterBusinessDays);
        }
    }

    private static bool IsWaiting(RequestState state) => state is { Ending: null, NeedsApproval: true, Decision.Expedited: true };

    private static Instant After(Circumstances circumstances, Instant from, Duration time) =>
        OfficeHours.After(circumstances.Calendar, HourAndMinute.Parse(circumstances.Policy.LawEnforcement.OfficeOpensAt).Value, from, time);

    private static OwedEffect Mail(MessageKind kind, Audience to, int sequence, Instant dueAt, int n = 0) =>
        new(string.Create(CultureInfo.InvariantCulture, $"mail/{kind}/{sequence}{(n == 0 ? "" : $"/{n}")}"), dueAt,
            new Effect.SendMail(new(kind, to, sequence)));

    private static int Last<TEvent>(RequestState state) => state.History.Last(recorded => recorded.Event is TEvent).Sequence;

    private static int LastDecision(RequestState state) => state.History.Last(recorded => recorded.Event is Approved or Denied).Sequence;
}
