using Service.Engine;

namespace Local;

/// <summary>Wires the embedded engine.</summary>
internal static class EmbeddedEngineSetup
{
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services) => services
        .AddSingleton(EngineIdentity.New(runsHere: true))
        .AddSingleton<EmbeddedEngine>()
        .AddSingleton<IEngine>(provider => provider.GetRequiredService<EmbeddedEngine>())
        .AddHostedService(provider => provider.GetRequiredService<EmbeddedEngine>());

    /// <summary>Completes when the host has started, because what the engine sends may go through the app's own address; false where it never did.</summary>
    public static async Task<bool> StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return started.Task.IsCompletedSuccessfully;
    }
}
