using Core.Requests;
using NodaTime;
using static Core.Requests.RequestEvent;

namespace Core.Accountability;

/// <summary>Reads a request as accountability counts it.</summary>
public static class Reported
{
    /// <summary>
    /// The request as it was known at an instant; null where it had not come in, or is none of law enforcement. What was written down later
    /// changes nothing, so that a report once published stays as it was published.
    /// </summary>
    public static ReportedRequest? Of(RequestState request, Instant asOf, DateTimeZone zone)
    {
        var state = request.History.Count > 0 && request.History[^1].At < asOf
            ? request
            : Fold.Over(request.Id, request.History.Where(recorded => recorded.At < asOf));
        return state is { IsForLawEnforcement: true } ? Of(state, zone) : null;
    }

    private static ReportedRequest Of(RequestState state, DateTimeZone zone)
    {
        var (submission, decided) = (state.Submission, state.History.LastOrDefault(recorded => recorded.Event is Approved or Denied));
        var asked = submission.Data.Attributes is { Count: > 0 } attributes ? InformationKinds.Of(attributes) : InformationKinds.Of([submission.Data.Scope]);
        return new()
        {
            ReceivedOn = state.SubmittedAt.InZone(zone).Date,
            DisclosedOn = state.DeliveredAt?.InZone(zone).Date,
            Agency = submission.Visit?.Authority,
            AgencyName = submission.Requester.Organization ?? submission.Requester.Name,
            Instrument = submission.LegalProcess,
            Claimed = submission.ClaimedException,
            Ground = state.LawEnforcement.Ground,
            Asked = asked,
            Held = state.LawEnforcement.ApprovedInformation is { Count: > 0 } only ? InformationKinds.Of(only) : asked,
            Outcome = Outcome(state, decided?.Event),
            Office = decided is null ? state.Office : Fold.Over(state.Id, state.History.Where(recorded => recorded.Sequence < decided.Sequence))!.Office,
            DecidedBy = (decided?.By as Actor.Staff)?.Name,
            School = submission.Visit?.School,
            Students = state.LawEnforcement.Students,
        };
    }

    private static ReviewOutcome Outcome(RequestState state, RequestEvent? decision) => (decision, state.Ending) switch
    {
        (Approved, _) => ReviewOutcome.Approved,
        (Denied, _) => ReviewOutcome.Denied,
        (_, RequestStatus.Refused) => ReviewOutcome.Refused,
        (_, RequestStatus.Redirected) => ReviewOutcome.HandedOver,
        (_, not null) => ReviewOutcome.Withdrawn,
        _ => ReviewOutcome.Waiting,
    };
}
