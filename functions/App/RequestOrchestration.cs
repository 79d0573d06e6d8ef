using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace App;

/// <summary>
/// One request's waiting. It knows an id, asks what is owed and how long to sleep, has it done, and sleeps: no rule of the office is
/// in it, so that deploying the office's rules never breaks an instance that is under way.
/// </summary>
internal static class RequestOrchestration
{
    /// <summary>The event that says the request changed.</summary>
    public const string Changed = "Changed";

    // A timer of the backend may not be longer than some days; a longer wait is slept in parts, and each part is a look that heals.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(2);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromMinutes(10);

    // For a hiccup. What lasts longer is put off, so that one effect that fails does not hold up the others or a change.
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromSeconds(5), 2));

    /// <summary>Waits for one request.</summary>
    /// <param name="putOffTimes">How often in a row something could not be done, which makes the next try come later.</param>
    [Function(nameof(RequestOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, int putOffTimes)
    {
        // Asked for first, so that a change that comes while this works is not missed at the end.
        using var woken = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<object?>(Changed, woken.Token);

        var (outlook, failed) = await WorkAsync(context);
        if (failed is not null)
        {
            var wait = PutOff(putOffTimes);
            context.SetCustomStatus($"{failed} could not be done; tried again in {wait.TotalSeconds:0} seconds");
            await SleepAsync(context, changed, wait < Sleep(outlook) ? wait : Sleep(outlook), woken);
            context.ContinueAsNew(putOffTimes + 1, preserveUnprocessedEvents: true);
            return;
        }

        context.SetCustomStatus(outlook!.Words);
        if (outlook.Over && !changed.IsCompleted)
        {
            return;
        }

        await SleepAsync(context, changed, Sleep(outlook), woken);
        context.ContinueAsNew(0, preserveUnprocessedEvents: true);
    }

    /// <summary>Has all that is owed done, one effect after the other. What fails is left; its id is in the answer.</summary>
    private static async Task<(Waiting? Outlook, string? Failed)> WorkAsync(TaskOrchestrationContext context)
    {
        Waiting? outlook = null;
        var failed = new List<string>();
        try
        {
            outlook = await context.CallActivityAsync<Waiting>(nameof(RequestActivities.LookAtRequest), context.InstanceId, Retry);
        }
        catch (TaskFailedException)
        {
            return (null, nameof(RequestActivities.LookAtRequest));
        }

        while (outlook.Owed.FirstOrDefault(id => !failed.Contains(id)) is { } effect)
        {
            try
            {
                outlook = await context.CallActivityAsync<Waiting>(
                    nameof(RequestActivities.CarryOutEffect), new Errand(context.InstanceId, effect), Retry);
            }
            catch (TaskFailedException)
            {
                failed.Add(effect);
            }
        }

        return (outlook, failed.Count == 0 ? null : string.Join(", ", failed));
    }

    /// <summary>Until the request changes or the time is over.</summary>
    private static async Task SleepAsync(TaskOrchestrationContext context, Task changed, TimeSpan wait, CancellationTokenSource woken)
    {
        var slept = context.CreateTimer(wait, woken.Token);
        await Task.WhenAny(changed, slept);
        // Not CancelAsync, which would leave the orchestrator's thread and with it the order that a replay relies on.
#pragma warning disable MA0042, MA0045, CA1849
        woken.Cancel();
#pragma warning restore MA0042, MA0045, CA1849
    }

    private static TimeSpan Sleep(Waiting? outlook)
    {
        var wait = outlook?.Sleep ?? LongestSleep;
        return wait < ShortestSleep ? ShortestSleep : wait > LongestSleep ? LongestSleep : wait;
    }

    /// <summary>5 seconds, and twice as long each time, up to 10 minutes.</summary>
    private static TimeSpan PutOff(int times) => times > 7 ? LongestPutOff : TimeSpan.FromSeconds(5 << times);
}
