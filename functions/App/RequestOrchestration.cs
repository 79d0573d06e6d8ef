using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace App;

/// <summary>
/// One request's waiting. It knows an id, asks what to wait for, and waits: no rule of the office is in it, so that deploying
/// the office's rules never breaks an instance that is under way.
/// </summary>
internal static class RequestOrchestration
{
    /// <summary>The event that says the request changed.</summary>
    public const string Changed = "Changed";

    // The storage backend refuses longer timers than its limit of days; a longer wait is slept in parts.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(6);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromSeconds(1);

    // What fails inside is recorded and comes back as a wait; this is for storage that is away altogether.
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMinutes(10)));

    [Function(nameof(RequestOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var outlook = await context.CallActivityAsync<Outlook>(nameof(AdvanceRequest), context.InstanceId, Retry);
        context.SetCustomStatus(outlook.Words);
        if (outlook.Over)
        {
            return;
        }

        using var either = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<object?>(Changed, either.Token);
        var slept = context.CreateTimer(Until(outlook, context.CurrentUtcDateTime), either.Token);
        await Task.WhenAny(changed, slept);
        await either.CancelAsync();
        context.ContinueAsNew(preserveUnprocessedEvents: true);
    }

    private static TimeSpan Until(Outlook outlook, DateTime now)
    {
        var wait = outlook.WakeAt - now ?? LongestSleep;
        return wait < ShortestSleep ? ShortestSleep : wait > LongestSleep ? LongestSleep : wait;
    }
}
