using Core.Policy;

namespace Service.Policy;

/// <summary>The policy in force, kept in blob storage with every earlier version; starts from the policy.json that ships with the product.</summary>
internal sealed class PolicyStore
{
    /// <summary>The policy in force.</summary>
    public Task<OfficePolicy> CurrentAsync(CancellationToken cancel) => throw new NotImplementedException();
}
