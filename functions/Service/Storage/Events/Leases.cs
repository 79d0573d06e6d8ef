using Service.Engine;

namespace Service.Storage.Events;

/// <summary>
/// Leases on a request's effects. They keep two processes on one storage from sending the same mail twice, and let one take over
/// what the other left when it died.
/// </summary>
internal static class Leases
{
    /// <summary>How long a process that died keeps others from taking over, unless they run beside it and see that it died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    /// <summary>Effects are started only this long into a lease; one that is running then still has time to end.</summary>
    public static readonly TimeSpan Usable = TimeSpan.FromSeconds(8);

    /// <summary>The head with a lease for <paramref name="lease"/>'s owner; unchanged while somebody else holds one.</summary>
    public static Head LeasedTo(this Head head, Lease lease)
    {
        var start = lease.Until - Length;
        return head.Lease switch
        {
            { } held when held.Owner != lease.Owner && held.Until > start && !RunningProcess.HasEnded(held.Owner) => head,
            _ => head with { Lease = lease },
        };
    }
}
