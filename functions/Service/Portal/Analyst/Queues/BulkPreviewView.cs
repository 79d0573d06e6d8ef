using Service.Portal.Layout;

namespace Service.Portal.Analyst.Queues;

/// <summary>What would become of several requests, before anything is done.</summary>
/// <param name="In">The form as it was sent; sent again it is carried out.</param>
/// <param name="Query">The queue's address it was sent from.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Plans">Each request.</param>
public sealed record BulkPreviewView(Entries In, string Query, BulkAction Action, IReadOnlyList<BulkPlan> Plans)
{
    /// <summary>Those it would be done to.</summary>
    public IReadOnlyList<BulkPlan> Possible => [.. Plans.Where(plan => plan.Why is null)];

    /// <summary>Those it would not be done to.</summary>
    public IReadOnlyList<BulkPlan> Refused => [.. Plans.Where(plan => plan.Why is not null)];

    /// <summary>How many e-mails would leave.</summary>
    public int Letters => Plans.Sum(plan => plan.Letters.Count);
}
