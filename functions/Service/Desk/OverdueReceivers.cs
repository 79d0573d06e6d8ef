using Core.Requests;
using Core.Routing;
using Service.Storage;

namespace Service.Desk;

/// <summary>Holds up the next request of whoever has not attested the destruction of data they received (policy section 4).</summary>
internal sealed class OverdueReceivers(DestructionRegister register, EventStore store)
{
    /// <summary>The decision, with what is overdue taken into account. Judged on the requests themselves: an attestation counts at once.</summary>
    public async Task<Decision> JudgeAsync(Decision decision, Submission submission, Circumstances circumstances, CancellationToken cancel)
    {
        if (decision.Disposition is not (Disposition.Accept or Disposition.Review))
        {
            return decision;
        }

        var overdue = new List<OverdueDestruction>();
        foreach (var id in await register.OfAsync(submission.Requester, cancel))
        {
            if ((await store.LoadAsync(id, cancel))?.State is { } request && Destruction.Overdue(request, circumstances) is { } found)
            {
                overdue.Add(found with
                {
                    ByOrganization = Receivers.Person(request.Submission.Requester.Email) != Receivers.Person(submission.Requester.Email),
                });
            }
        }

        return Destruction.Judge(decision, submission, [.. overdue.OrderBy(one => one.Since)], circumstances.Calendar);
    }
}
