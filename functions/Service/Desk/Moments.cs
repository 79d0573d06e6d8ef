namespace Service.Desk;

/// <summary>Short waits between two tries.</summary>
internal static class Moments
{
    /// <summary>A little longer each time, and never the same for two who met.</summary>
    public static Task DelayAMoment(this TimeProvider time, int attempt, CancellationToken cancel) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 30) * attempt), time, cancel);
}
