namespace Service.Engine;

/// <summary>Wakes requests up on time. Two real ones: the embedded engine on one machine, Durable Functions in Azure.</summary>
internal interface IEngine
{
    /// <summary>A request changed: what is owed now is done soon, in the background. Never throws, never blocks.</summary>
    void Changed(string requestId);
}
