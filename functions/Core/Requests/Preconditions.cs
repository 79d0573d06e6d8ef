using Core.Routing;
using static Core.Requests.Refusals;

namespace Core.Requests;

/// <summary>
/// What must hold for a file to leave, judged when it is delivered and again at every download (policy section 6): the first that does
/// not hold, in words that say what to do.
/// </summary>
public static class Preconditions
{
    /// <summary>Why a file may not leave now; null where nothing is in the way. Whether its link still works is not asked here.</summary>
    public static Refusal? Unmet(RequestState state, Deliverable file, Circumstances circumstances) =>
        Of(state, file, circumstances)?.Refusal;

    private static Ruling? Of(RequestState state, Deliverable file, Circumstances circumstances) => (state, file) switch
    {
        (_, { RecalledBecause: { } because }) => RecalledBecause(file.FileName, because),
        (_, { MayLeave: false }) => HeldFile(file),
        ({ NeedsApproval: true }, _) => ReviewFirst,
        _ when Missing(state, Requirement.PartnerRegistration) =>
            NotInHand("RegistrationMissing", "The partner's registration is not complete, so the file cannot leave.", "ODA-03"),
        _ when Missing(state, Requirement.ExistingAgreements) =>
            NotInHand("AgreementsMissing", "The partner's existing agreements with schools are not in hand, so the file cannot leave.", "ODA-03"),
        _ when Missing(state, Requirement.FamilyConsent) =>
            NotInHand("ConsentMissing", "Current family consent is not in hand, so the file cannot leave.", "FERPA §99.30"),
        _ when state.Documents.Values.Any(standing => standing != DocumentStanding.Accepted) =>
            NotInHand("DocumentsMissing", "A required document is not in hand, so the file cannot leave.", "ODA-03"),
        ({ Fee.Decision: FeeDecision.Pending or FeeDecision.Declined }, _) => NotInHand("FeeOpen", "The fee is not settled, so the file cannot leave.", "ODA-03"),
        ({ NdaPending: true }, _) => NotInHand("NdaMissing", "The agreement is not fully executed, so the file cannot leave.", "ODA-03"),
        ({ NeedsNda: true, Nda.EndsOn: { } ended }, _) when ended < circumstances.Today => NdaEnded,
        _ => null,
    };

    private static bool Missing(RequestState state, Requirement requirement) =>
        state.Documents.TryGetValue(requirement, out var standing) && standing != DocumentStanding.Accepted;
}
