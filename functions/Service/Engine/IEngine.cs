using NodaTime;

namespace Service.Engine;

/// <summary>What an engine found when it was asked whether somebody will wake a request.</summary>
internal enum Watch
{
    /// <summary>It is watched.</summary>
    Awake,
    /// <summary>Nobody watched it; now somebody does.</summary>
    WasMissing,
    /// <summary>Whoever watched it had failed; now somebody does again.</summary>
    HadFailed,
}

/// <summary>Wakes requests up on time. Two real ones: the embedded engine on one machine, Durable Functions in Azure.</summary>
internal interface IEngine
{
    /// <summary>A request changed: what is owed now is done soon, in the background. Never throws, never blocks.</summary>
    void Changed(string requestId);

    /// <summary>Makes sure that a request is watched, starting it again where it is not. Twice is harmless.</summary>
    Task<Watch> WatchAsync(string requestId, CancellationToken cancel);

    /// <summary>Deletes what the engine itself keeps about requests it finished with before then. The event store keeps the truth.</summary>
    /// <param name="before">Real time: it is about the engine's own history.</param>
    /// <returns>Of how many requests.</returns>
    Task<int> PurgeAsync(Instant before, CancellationToken cancel);
}
