using Core.Calendar;
using Core.Policy;
using Core.Routing;
using NodaTime;

namespace Core.Requests;

/// <summary>Data whose destruction is overdue.</summary>
/// <param name="RequestId">The request it was received under.</param>
/// <param name="Since">Since when.</param>
/// <param name="ByOrganization">It was received by somebody else of the same organization.</param>
public sealed record OverdueDestruction(string RequestId, Instant Since, bool ByOrganization = false);

/// <summary>
/// The receiver's duty to destroy student-level data when the agreement ends, and to say so (34 CFR 99.31(a)(6)(iii)(C)(4), policy
/// section 4): asked for, chased, overdue, and then in the way of the receiver's next request.
/// </summary>
public static class Destruction
{
    /// <summary>Longer than anybody chases: it only bounds the arithmetic.</summary>
    private const int MostReminders = 100;
    private const string OverdueCode = "DestructionOverdue";

    /// <summary>When the attestation is asked for: the end of the agreement's last day. Null where none is owed.</summary>
    public static Instant? DueAt(RequestState state, BusinessCalendar calendar) =>
        state.OwesDestruction ? calendar.EndOf(state.Nda!.EndsOn!.Value) : null;

    /// <summary>From when on it is overdue. Null where none is owed.</summary>
    public static Instant? OverdueFrom(RequestState state, BusinessCalendar calendar, DestructionDays rules) =>
        DueAt(state, calendar) is { } due ? calendar.After(due, rules.OverdueAfter) : null;

    /// <summary>What is overdue now; null where nothing is.</summary>
    public static OverdueDestruction? Overdue(RequestState state, Circumstances circumstances) =>
        OverdueFrom(state, circumstances.Calendar, circumstances.Policy.Destruction) is { } from && from <= circumstances.Now
            ? new(state.Id, from)
            : null;

    /// <summary>It was refused because a destruction is overdue.</summary>
    public static bool HeldUp(RequestState state) => state.Decision.Reasons.Any(reason => reason.Code == OverdueCode);

    /// <summary>How often the receiver was asked or reminded by the clock up to now, and when last; what an administrator sends is beside it.</summary>
    public static (int Times, Instant? Last) Chased(RequestState state, Circumstances circumstances)
    {
        if (DueAt(state, circumstances.Calendar) is not { } due || due > circumstances.Now)
        {
            return (0, null);
        }

        var (times, last) = (1, due);
        for (var number = 1; number <= MostReminders; number++)
        {
            var at = circumstances.Calendar.After(due, number * circumstances.Policy.Destruction.RemindEvery);
            if (at > circumstances.Now)
            {
                break;
            }

            (times, last) = (times + 1, at);
        }

        return (times, last);
    }

    /// <summary>The times of the reminders that are due, the latest only, and of the next: however many went by unseen, one is sent.</summary>
    internal static IEnumerable<(int Number, Instant At)> Reminders(RequestState state, Circumstances circumstances)
    {
        if (DueAt(state, circumstances.Calendar) is not { } due)
        {
            yield break;
        }

        (int, Instant)? latest = null;
        for (var number = 1; number <= MostReminders; number++)
        {
            var at = circumstances.Calendar.After(due, number * circumstances.Policy.Destruction.RemindEvery);
            if (at > circumstances.Now)
            {
                if (latest is { } sent)
                {
                    yield return sent;
                }

                yield return (number, at);
                yield break;
            }

            latest = (number, at);
        }
    }

    /// <summary>
    /// The decision on a receiver's next request. What this office would fulfil is refused while a destruction is overdue, with what to do
    /// about it; what goes elsewhere, comes with legal process or claims an emergency is not held up by it.
    /// </summary>
    public static Decision Judge(Decision decision, Submission submission, IReadOnlyList<OverdueDestruction> overdue, BusinessCalendar calendar)
    {
        if (overdue.Count == 0 || decision.Disposition is not (Disposition.Accept or Disposition.Review)
            || submission.LegalProcess is not null || submission.ClaimedException is not null)
        {
            return decision;
        }

        return decision with
        {
            Disposition = Disposition.Refuse,
            Requirements = [],
            Expedited = false,
            ClarifyWithinBusinessDays = null,
            FulfilWithinBusinessDays = null,
            Reasons = [.. overdue.Select(one => Why(one, calendar))],
            Alternative = "Attest the destruction on the page of that request, then ask again: nothing else is in the way. "
                + "Where the data cannot be destroyed, write to the office.",
        };
    }

    private static Reason Why(OverdueDestruction overdue, BusinessCalendar calendar) => new(
        OverdueCode,
        $"The destruction of the data that {(overdue.ByOrganization ? "your organization" : "you")} received under request {overdue.RequestId} "
            + $"is overdue since {Notifications.Dates.Day(overdue.Since.InZone(calendar.Zone).Date)}: nobody has attested it.",
        "FERPA §99.31(a)(6)(iv)");
}
