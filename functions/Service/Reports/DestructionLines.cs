using Core.Requests;
using Core.Routing;
using NodaTime;

namespace Service.Reports;

/// <summary>Reads from a request how its destruction stands.</summary>
internal static class DestructionLines
{
    /// <summary>The line; null where no destruction was ever owed.</summary>
    /// <param name="refused">Requests that were refused because some destruction was overdue.</param>
    public static OwedDestruction? Of(RequestState request, IReadOnlyList<RequestState> refused, Circumstances circumstances)
    {
        if (!request.LeftStudentLevelData)
        {
            return null;
        }

        var calendar = circumstances.Calendar;
        var (requester, now) = (request.Submission.Requester, circumstances.Now);
        var overdue = Destruction.OverdueFrom(request, calendar, circumstances.Policy.Destruction);
        var (times, last) = Destruction.Chased(request, circumstances);
        return new(
            request.Id, Standing(), requester.Name, requester.Organization, requester.Email, request.Nda!.EndsOn!.Value, overdue, times, last,
            request.History.LastOrDefault(recorded => recorded.Event is RequestEvent.DestructionReminded)?.At,
            request.DestructionAttestedAt ?? request.DestructionExemptedAt, How(request),
            string.Join("; ", refused.Where(other => IsHeldUpBy(other.Submission.Requester, requester) && other.SubmittedAt > request.SubmittedAt
                && other.Decision.Reasons.Any(reason => reason.Text.Contains(request.Id, StringComparison.Ordinal))).Select(other => other.Id)));

        DestructionStanding Standing() => request switch
        {
            { DestructionAttestedAt: not null } => DestructionStanding.Attested,
            { DestructionExemptedAt: not null } => DestructionStanding.Exempted,
            _ when overdue <= now => DestructionStanding.Overdue,
            _ when Destruction.DueAt(request, calendar) <= now => DestructionStanding.Due,
            _ => DestructionStanding.NotYetDue,
        };
    }

    private static bool IsHeldUpBy(Requester asking, Requester receiver) =>
        Receivers.Person(asking.Email) == Receivers.Person(receiver.Email)
            || (Receivers.Organization(asking.Organization) is { } organization && organization == Receivers.Organization(receiver.Organization));

    private static string? How(RequestState request) => request.History.Select(recorded => recorded.Event switch
    {
        RequestEvent.DestructionAttested attested => $"{attested.FullName}: {attested.Method}",
        RequestEvent.DestructionExempted exempted => exempted.Reason,
        _ => null,
    }).LastOrDefault(how => how is not null);
}
