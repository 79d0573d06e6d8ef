using Core.Requests;
using Core.Routing;

namespace Service.Desk;

/// <summary>Where a submission goes.</summary>
internal sealed class Routes
{
    /// <summary>The decision, and what of the submission is kept; null where nothing is.</summary>
    public (Decision Decision, Submission? Kept) Of(Submission submission, Circumstances circumstances) => throw new NotImplementedException();
}
