using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Desk;
using Service.Storage;

namespace Service.Reports;

/// <summary>One request of law enforcement, or brought with legal process by anybody (policy section 5).</summary>
/// <param name="At">When it was submitted.</param>
/// <param name="Agency">The organization that asked; the person where none was named.</param>
/// <param name="Instrument">Warrant, subpoena or court order.</param>
/// <param name="ClaimedException">The ground on which the superintendent's review was said not to be required.</param>
/// <param name="InformationAsked">The attributes asked for, or what was asked in words.</param>
/// <param name="Office">The office that has it now.</param>
/// <param name="Decision">What became of it at submission.</param>
/// <param name="ApprovedBy">Who approved or denied it, where somebody did.</param>
/// <param name="Disclosed">Data left for it.</param>
/// <param name="School">The school, where it was asked at one.</param>
/// <param name="Ground">The ground of the decision.</param>
/// <param name="InformationApproved">The only information that might leave, where the decision set a limit.</param>
/// <param name="FamilyNotifiedOn">When the family was told of a subpoena or order.</param>
internal sealed record LawEnforcementRequest(
    Instant At, string Id, string Agency, RequesterKind RequesterKind, LegalProcess? Instrument, ClaimedException? ClaimedException,
    DataLevel Level, string InformationAsked, Office Office, Disposition Decision, bool Expedited, RequestStatus Status,
    string? ApprovedBy, Instant? DecidedAt, bool Disclosed, string? School, ReviewGround? Ground, string? InformationApproved, LocalDate? FamilyNotifiedOn);

/// <summary>What law enforcement asked for and got, read from the requests themselves.</summary>
internal sealed class LawEnforcementReport(OpenRequests requests, RequestDesk desk)
{
    /// <summary>All of a span of time, oldest first.</summary>
    public async Task<IReadOnlyList<LawEnforcementRequest>> AllAsync(Instant from, Instant to, CancellationToken cancel) =>
        [.. (await OpenOrFinishedSinceAsync(from, cancel)).Where(state => state.SubmittedAt >= from && state.SubmittedAt < to).Select(Row).OrderBy(row => row.At)];

    /// <summary>All that are open, or were delivered or ended since an instant: whatever was submitted or disclosed since then is among them.</summary>
    public async Task<IReadOnlyList<RequestState>> OpenOrFinishedSinceAsync(Instant from, CancellationToken cancel)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in requests.AllOpenAsync(cancel))
        {
            Take(one);
        }

        // Nothing ends before it was submitted.
        await foreach (var one in requests.FinishedSinceAsync(from, cancel))
        {
            Take(one);
        }

        var states = new List<RequestState>();
        foreach (var id in ids)
        {
            if (await desk.FindAsync(id, cancel) is { IsForLawEnforcement: true } state)
            {
                states.Add(state);
            }
        }

        return states;

        void Take(RequestSummary one)
        {
            if (one.Kind == RequesterKind.LawEnforcement || one.ForLawEnforcement)
            {
                ids.Add(one.Id);
            }
        }
    }

    private static LawEnforcementRequest Row(RequestState state)
    {
        var (submission, decision) = (state.Submission, state.Decision);
        var decided = state.History.LastOrDefault(recorded => recorded.Event is RequestEvent.Approved or RequestEvent.Denied);
        return new(
            state.SubmittedAt, state.Id, submission.Requester.Organization ?? submission.Requester.Name, submission.Requester.Kind,
            submission.LegalProcess, submission.ClaimedException, decision.EffectiveLevel,
            submission.Data.Attributes is { Count: > 0 } attributes ? string.Join("; ", attributes) : submission.Data.Scope,
            state.Office, decision.Disposition, decision.Expedited, Standing.StatusOf(state),
            (decided?.By as Actor.Staff)?.Name, decided?.At, state.DeliveredAt is not null, submission.Visit?.School, state.LawEnforcement.Ground,
            state.LawEnforcement.ApprovedInformation is { Count: > 0 } only ? string.Join("; ", only) : null, state.LawEnforcement.FamilyNotifiedOn);
    }
}
