using Service.Storage.Events;

namespace Service.Engine;

/// <summary>Which engine this process has.</summary>
/// <param name="Name">Unique to this process.</param>
/// <param name="RunsHere">
/// True where this process itself carries out what its own commands owe: the lease is then taken with the append, which saves a write.
/// In Azure another instance may do it.
/// </param>
internal sealed record EngineIdentity(string Name, bool RunsHere)
{
    public static EngineIdentity New(bool runsHere) => new(RunningProcess.NewName(), runsHere);

    public Lease LeaseFrom(TimeProvider time) => new(Name, time.GetUtcNow() + Leases.Length);

    public Lease? LeaseOnAppend(TimeProvider time) => RunsHere ? LeaseFrom(time) : null;

    public bool Holds(Head head, TimeProvider time) =>
        head.Lease is { } lease && lease.Owner == Name && lease.Until - Leases.Length + Leases.Usable > time.GetUtcNow();
}
