namespace Service.Engine;

/// <summary>How long to wait after failures: real time, whatever the office's clock says.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Twice as long after each failure, from 5 seconds to 10 minutes.</summary>
    public static TimeSpan After(int failures) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(failures - 1, 0, 10)));
}
