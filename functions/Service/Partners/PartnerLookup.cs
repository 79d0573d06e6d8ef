using Core.Partners;
using Core.Requests;
using Core.Routing;
using NodaTime;
using Service.Registers;
using Service.Storage;

namespace Service.Partners;

/// <summary>What the registers say about whoever made a request.</summary>
internal sealed class PartnerLookup(RegisterDesk<Partner> partners, RegisterDesk<ResearchApproval> approvals, NdaRegister ndas)
{
    /// <summary>The findings, what needs care first.</summary>
    public async Task<IReadOnlyList<PartnerFinding>> OfAsync(RequestState state, LocalDate today, CancellationToken cancel)
    {
        var register = new PartnerRegister(await partners.EntriesAsync(cancel), await approvals.EntriesAsync(cancel));
        // An agreement that this request itself made says nothing of what was there before.
        var executed = state.Nda?.ExecutedAt is null ? await ndas.CurrentAsync(state.Submission.Requester, today, cancel) : null;
        return PartnerFindings.Of(state.Submission, register, executed, today);
    }
}
